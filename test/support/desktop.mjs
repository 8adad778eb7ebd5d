// @ts-check
// Runs the host tests in a desktop VS Code that @vscode/test-electron downloads:
// `node test/support/desktop.mjs FOLDER USER-DATA`. run.mjs starts it and reads what it prints.
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { cacheFolder } from './cache.mjs';
import { endOnSignals, root } from './scope.mjs';

const [folder = '', userData = ''] = process.argv.slice(2);

endOnSignals();
if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
  console.error('A desktop VS Code needs a display: run it in a desktop session or under xvfb-run.');
  process.exit(1);
}
try {
  process.exitCode = await runTests({
    cachePath: path.join(cacheFolder(), 'desktop'),
    extensionDevelopmentPath: root,
    extensionTestsPath: path.join(root, 'dist/test/host/index.js'),
    launchArgs: [
      folder,
      `--user-data-dir=${userData}`,
      '--disable-extensions',
      '--disable-workspace-trust',
      '--disable-telemetry',
      '--skip-welcome',
      // Chromium's sandbox does not start as root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
} catch (error) {
  console.error(String(error));
  process.exitCode = 1;
}
