// @ts-check
// Where downloads are kept between runs, and how two runs share them.
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import net from 'node:net';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';

/**
 * The folder for what may be deleted and fetched again, by the custom of each system.
 * @returns {string}
 */
export function cacheFolder() {
  if (process.env.XDG_CACHE_HOME) {
    return path.join(process.env.XDG_CACHE_HOME, 'winnow');
  }
  switch (process.platform) {
    case 'darwin':
      return path.join(homedir(), 'Library', 'Caches', 'winnow');
    case 'win32':
      return path.join(
        process.env.LOCALAPPDATA ?? path.join(homedir(), 'AppData', 'Local'),
        'winnow',
        'Cache',
      );
    default:
      return path.join(homedir(), '.cache', 'winnow');
  }
}

/**
 * Runs `action` while no other process of this machine runs one under the same name. The lock is a listening
 * local socket: it goes with its process, however that ends, and whoever waits is told by the closed connection.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} action
 * @returns {Promise<T>}
 */
export async function withLock(name, action) {
  const address = lockAddress(name);
  /** @type {Set<net.Socket>} */
  const waiting = new Set();
  const server = net.createServer((socket) => {
    waiting.add(socket);
    socket.on('error', () => waiting.delete(socket));
  });
  while (!(await listens(server, address))) {
    await holderIsGone(address);
  }
  try {
    return await action();
  } finally {
    server.close();
    waiting.forEach((socket) => socket.destroy());
  }
}

/** @param {string} name */
function lockAddress(name) {
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 24);
  switch (process.platform) {
    case 'linux':
      return `\0winnow-${hash}`; // abstract: no file is left behind
    case 'win32':
      return `\\\\.\\pipe\\winnow-${hash}`;
    default:
      return path.join(tmpdir(), `winnow-${hash}.sock`);
  }
}

/**
 * @param {net.Server} server
 * @param {string} address
 */
async function listens(server, address) {
  try {
    server.listen(address);
    await once(server, 'listening');
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EADDRINUSE') {
      return false;
    }
    throw error;
  }
}

/** @param {string} address */
async function holderIsGone(address) {
  const socket = net.connect(address);
  try {
    socket.resume();
    await once(socket, 'close');
  } catch (error) {
    // Nobody answers: the holder has just ended, or a killed one left its file.
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ECONNREFUSED' && !address.startsWith('\0')) {
      rmSync(address, { force: true });
    }
  }
}
