// @ts-check
// VS Code with Winnow in it, ready for a page: the server, its folders and its settings.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root, temporaryFolder } from './scope.mjs';
import { startServer } from './vscode.mjs';

/** A workbench that shows the work and asks nothing. */
const quietSettings = {
  'chat.commandCenter.enabled': false,
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': 'off',
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.layoutControl.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.settings.enableNaturalLanguageSearch': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
};

/** Folders are not trusted, and nobody is asked whether they should be. */
const restrictedSettings = {
  'security.workspace.trust.enabled': true,
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.banner': 'never',
};

/**
 * @typedef {object} Workbench
 * @property {string} origin of the server
 * @property {string} userData its user data folder; `User/settings.json` in it holds the user's settings
 * @property {import('./vscode.mjs').Server} server
 */

/**
 * Starts VS Code.
 * @param {object} options
 * @param {import('./vscode.mjs').VSCode} options.vscode
 * @param {boolean} [options.installed] Winnow is there as an installed extension; otherwise a page must name it as its
 *   development extension
 * @param {readonly string[]} [options.alsoInstalled] folders of more extensions; one of the name of a built-in extension and
 *   of a later version takes its place
 * @param {boolean} [options.restricted] no folder is trusted
 * @param {string} [options.language] of VS Code, as far as an extension can tell
 * @param {Record<string, unknown>} [options.settings] over the quiet ones
 * @param {number} [options.idleTimeout]
 * @param {NodeJS.ProcessEnv} [options.env]
 * @returns {Promise<Workbench>}
 */
export async function startWorkbench({
  vscode,
  installed,
  alsoInstalled = [],
  restricted,
  language,
  settings,
  idleTimeout,
  env,
}) {
  const trust = restricted ? restrictedSettings : { 'security.workspace.trust.enabled': false };
  const home = temporaryFolder('vscode');
  const userData = path.join(home, 'data');
  const extensions = path.join(home, 'extensions');
  mkdirSync(path.join(userData, 'User'), { recursive: true });
  mkdirSync(extensions);
  writeFileSync(
    path.join(userData, 'User/settings.json'),
    JSON.stringify({ ...quietSettings, ...trust, ...settings }, null, 2),
  );
  if (language) {
    pretendLanguagePack(userData, language);
  }
  const folders = [...(installed ? [root] : []), ...alsoInstalled];
  if (folders.length > 0) {
    writeFileSync(path.join(extensions, 'extensions.json'), JSON.stringify(folders.map(installedEntry)));
  }
  const server = await startServer({
    vscode,
    userData,
    extensions,
    restricted,
    payload: !installed,
    language,
    idleTimeout,
    env,
  });
  return { origin: server.origin, userData, server };
}

/**
 * A language pack without a word in it.
 * @param {string} userData
 * @param {string} language
 */
function pretendLanguagePack(userData, language) {
  const translations = path.join(userData, 'translations.json');
  writeFileSync(translations, JSON.stringify({ version: '1.0.0', contents: {} }));
  writeFileSync(
    path.join(userData, 'languagepacks.json'),
    JSON.stringify({
      [language]: {
        hash: 'none',
        label: language,
        extensions: [{ extensionIdentifier: { id: 'winnow.none' }, version: '1.0.0' }],
        translations: { vscode: translations },
      },
    }),
  );
}

/**
 * The entry of an extension in the list of installed ones. It runs from its folder: for Winnow that is the checkout, so a
 * reload takes a new build.
 * @param {string} folder
 */
function installedEntry(folder) {
  const { publisher, name, version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return {
    identifier: { id: `${publisher}.${name}` },
    version,
    location: { $mid: 1, scheme: 'file', path: folder },
    metadata: { source: 'vsix', pinned: true },
  };
}

/**
 * The address of a page that shows a folder.
 * @param {object} options
 * @param {string} options.origin
 * @param {string} options.folder absolute path
 * @param {Record<string, string>} [options.payload] what the page is told, as `[key, value]` pairs
 * @returns {string}
 */
export function pageAddress({ origin, folder, payload }) {
  const address = new URL(origin);
  address.searchParams.set('folder', folder);
  if (payload) {
    address.searchParams.set('payload', JSON.stringify(Object.entries(payload)));
  }
  return address.href;
}

/**
 * The URI by which a page knows a file of the server's machine.
 * @param {string} origin
 * @param {string} file absolute path
 * @returns {string}
 */
export function remoteUri(origin, file) {
  return `vscode-remote://${new URL(origin).host}${file.split('/').map(encodeURIComponent).join('/')}`;
}
