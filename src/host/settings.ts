import * as vscode from 'vscode';
import { checkConfig, configName, restrictedOptions, withoutPatterns } from '../core/config';
import { optionPaths, parseConfig, resolveOptions, type OptionLayer } from '../core/options';
import { withSchema } from '../core/schemaFile';
import { readSiteTimezone, siteConfigName } from '../core/siteConfig';
import type { Options } from '../core/types';
import { NearestFiles, type FoundFile } from './nearestFiles';
import type { DocumentSettings, SettingsScope, SettingsService } from './services';
import type { SettingsMistakes } from './settingsMistakes';

/** What holds for every document of one folder. */
interface FolderSettings {
  readonly options: Options;
  readonly siteTimezone: string | undefined;
}

/** Reads the settings of each folder once, and again when anything they come from changes. */
export class Settings implements SettingsService, vscode.Disposable {
  readonly #files: NearestFiles;
  readonly #mistakes: SettingsMistakes;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #disposable: vscode.Disposable;
  #folders = new Map<string, Promise<FolderSettings>>();
  /** Those of `#folders` that have been read. */
  #known = new Map<string, FolderSettings>();
  readonly #schemas = new Map<string, vscode.Disposable>();

  readonly #forget = (): void => {
    this.#folders = new Map();
    this.#known = new Map();
    this.#changed.fire();
  };

  readonly onDidChange = this.#changed.event;

  constructor(mistakes: SettingsMistakes, log: vscode.LogOutputChannel) {
    this.#mistakes = mistakes;
    this.#files = new NearestFiles([configName, siteConfigName], log);
    const forget = this.#forget;
    this.#disposable = vscode.Disposable.from(
      this.#files,
      this.#changed,
      this.#files.onDidChange(forget),
      vscode.workspace.onDidGrantWorkspaceTrust(forget),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('winnow')) {
          forget();
        }
      }),
    );
  }

  async of(document: SettingsScope): Promise<DocumentSettings> {
    return forDocument(document, await this.#folder(document));
  }

  known(document: SettingsScope): DocumentSettings | undefined {
    const settings = this.#known.get(keyOf(document, folderOf(document)));
    return settings && forDocument(document, settings);
  }

  dispose(): void {
    this.#disposable.dispose();
    vscode.Disposable.from(...this.#schemas.values()).dispose();
  }

  #folder({ uri, languageId }: SettingsScope): Promise<FolderSettings> {
    const folder = folderOf({ uri });
    const key = keyOf({ languageId }, folder);
    const present = this.#folders.get(key);
    if (present !== undefined) {
      return present;
    }
    const known = this.#known;
    const settings = this.#readFolder(
      { uri, languageId },
      folder ?? vscode.workspace.workspaceFolders?.[0]?.uri,
    ).then((found) => {
      // Into the map of that time: after a change of settings it is another one.
      known.set(key, found);
      return found;
    });
    this.#folders.set(key, settings);
    return settings;
  }

  async #readFolder(
    scope: { uri: vscode.Uri; languageId: string },
    folder: vscode.Uri | undefined,
  ): Promise<FolderSettings> {
    const [config, site] =
      folder === undefined
        ? []
        : await Promise.all([this.#files.find(configName, folder), this.#files.find(siteConfigName, folder)]);
    const layers = explicitSettings(vscode.workspace.getConfiguration('winnow', scope));
    const { options, problems } = resolveOptions([...layers, ...this.#readConfig(config)]);
    this.#mistakes.reportSettings(
      vscode.workspace.getWorkspaceFolder(scope.uri)?.uri,
      problems.filter(({ source }) => source !== config?.uri.toString()),
    );
    const ofConfig = config && vscode.Uri.joinPath(config.uri, '..');
    const ofWorkspace = vscode.workspace.getWorkspaceFolder(scope.uri)?.uri;
    const complete = await this.#withSchema(
      options,
      [ofConfig, ofWorkspace].filter((uri) => uri !== undefined),
    );
    return { options: complete, siteTimezone: site && readSiteTimezone(site.text) };
  }

  /** Reads the schema whose path the options hold, from the first of the folders in which it is. */
  async #withSchema(options: Options, folders: readonly vscode.Uri[]): Promise<Options> {
    const { schema } = options.frontMatter;
    if (typeof schema !== 'string' || schema === '') {
      return options;
    }
    if (!vscode.workspace.isTrusted) {
      // The path may be the user's own, the file is the workspace's: its expressions can be made to run for hours.
      return { ...options, frontMatter: { schema: '' } };
    }
    const files = folders.map((folder) => vscode.Uri.joinPath(folder, schema));
    let found: FoundFile | undefined;
    for (const uri of files) {
      this.#watchSchema(uri);
      found ??= await readFile(uri);
    }
    const { options: complete, mistake } = withSchema(options, schema, found?.text);
    const about = found?.uri ?? files[0];
    if (about !== undefined) {
      const mistakes =
        mistake === undefined ? [] : [{ start: 0, end: 0, path: 'frontMatter.schema', message: mistake }];
      this.#mistakes.reportFile(about, mistakes);
    }
    return complete;
  }

  #watchSchema(uri: vscode.Uri): void {
    if (this.#schemas.has(uri.toString())) {
      return;
    }
    const pattern = new vscode.RelativePattern(vscode.Uri.joinPath(uri, '..'), basename(uri));
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    this.#schemas.set(uri.toString(), watcher);
    watcher.onDidCreate(this.#forget);
    watcher.onDidChange(this.#forget);
    watcher.onDidDelete(this.#forget);
  }

  #readConfig(config: FoundFile | undefined): readonly OptionLayer[] {
    if (config === undefined) {
      return [];
    }
    this.#mistakes.reportFile(config.uri, checkConfig(config.text));
    const source = config.uri.toString();
    const { value } = parseConfig(config.text, source);
    return [{ source, value: vscode.workspace.isTrusted ? value : withoutPatterns(value) }];
  }
}

/** Documents of one folder and language share their settings. */
function keyOf({ languageId }: Pick<SettingsScope, 'languageId'>, folder: vscode.Uri | undefined): string {
  return `${languageId}\n${folder?.toString() ?? ''}`;
}

function folderOf({ uri }: Pick<SettingsScope, 'uri'>): vscode.Uri | undefined {
  return uri.scheme === 'untitled' ? undefined : vscode.Uri.joinPath(uri, '..');
}

function forDocument(
  { uri: { path } }: Pick<SettingsScope, 'uri'>,
  { options, siteTimezone }: FolderSettings,
): DocumentSettings {
  return {
    options,
    document: {
      // An untitled document without a place of its own is called `Untitled-1`.
      ...(path.startsWith('/') ? { path } : {}),
      ...(siteTimezone === undefined ? {} : { siteTimezone }),
      now: Date.now(),
    },
  };
}

function basename({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

async function readFile(uri: vscode.Uri): Promise<FoundFile | undefined> {
  try {
    return { uri, text: new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)) };
  } catch {
    // That there is none is told by the one who asked.
    return undefined;
  }
}

/**
 * What people wrote into VS Code's settings, in VS Code's order of precedence. Defaults are left
 * out, so that they do not hide what `.winnow.yaml` says.
 */
function explicitSettings(configuration: vscode.WorkspaceConfiguration): readonly OptionLayer[] {
  const inspected = optionPaths.map((name) => [name, configuration.inspect<unknown>(name)] as const);
  return scopes.map(({ label, values, fromWorkspace }) => ({
    source: label(),
    value: Object.fromEntries(
      inspected.flatMap(([name, value]) => {
        const given = value === undefined ? undefined : values(value);
        const ignored = fromWorkspace && restrictedOptions.includes(name) && !vscode.workspace.isTrusted;
        return given === undefined || ignored ? [] : [[name, given]];
      }),
    ),
  }));
}

type Inspected = NonNullable<ReturnType<vscode.WorkspaceConfiguration['inspect']>>;

/** Most specific first; a value for the language wins over any value that is for all languages. */
const scopes: readonly {
  readonly label: () => string;
  readonly fromWorkspace: boolean;
  readonly values: (inspected: Inspected) => unknown;
}[] = [
  {
    label: () => vscode.l10n.t('folder settings'),
    fromWorkspace: true,
    values: (it) => it.workspaceFolderLanguageValue,
  },
  {
    label: () => vscode.l10n.t('workspace settings'),
    fromWorkspace: true,
    values: (it) => it.workspaceLanguageValue,
  },
  {
    label: () => vscode.l10n.t('user settings'),
    fromWorkspace: false,
    values: (it) => it.globalLanguageValue,
  },
  {
    label: () => vscode.l10n.t('folder settings'),
    fromWorkspace: true,
    values: (it) => it.workspaceFolderValue,
  },
  {
    label: () => vscode.l10n.t('workspace settings'),
    fromWorkspace: true,
    values: (it) => it.workspaceValue,
  },
  { label: () => vscode.l10n.t('user settings'), fromWorkspace: false, values: (it) => it.globalValue },
];
