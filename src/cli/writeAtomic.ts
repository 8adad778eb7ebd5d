import { randomBytes } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  type Stats,
} from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Replaces a file's bytes so that at every moment the old or the new file is there as a whole: a
 * temporary file beside it, on disk before it takes the name. A symbolic link stays one: what it
 * leads to is replaced. Mode and, where the system allows it, owner stay.
 * Throws, with the file untouched, when its bytes are no longer `expected` or it cannot be written.
 */
export function replaceFile(path: string, expected: Uint8Array, replacement: Uint8Array): void {
  const target = realpathSync(path);
  const stats = statSync(target);
  if (!stats.isFile()) {
    throw new Error('not a regular file');
  }
  // The rename needs no permission on the file itself, so a read-only file must be asked for.
  if ((stats.mode & 0o222) === 0) {
    throw new Error('the file is read-only');
  }
  accessSync(target, constants.W_OK);

  // A short name of its own: the file's name may already be as long as names can be.
  const temporary = join(dirname(target), `.winnow-${randomBytes(6).toString('hex')}.tmp`);
  const descriptor = openSync(temporary, 'wx', 0o600);
  try {
    try {
      writeFileSync(descriptor, replacement);
      copyOwnership(descriptor, stats);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    if (!readFileSync(target).equals(expected)) {
      throw new Error('the file changed while it was being cleaned; it was left alone');
    }
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function copyOwnership(descriptor: number, { uid, gid, mode }: Stats): void {
  if (process.getuid?.() !== uid || process.getgid?.() !== gid) {
    try {
      fchownSync(descriptor, uid, gid);
    } catch {
      // Only an administrator may give a file away; the new file is then the caller's own.
    }
  }
  fchmodSync(descriptor, mode & 0o7777);
}
