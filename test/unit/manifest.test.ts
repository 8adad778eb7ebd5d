import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { restrictedOptions } from '../../src/core/config';
import { dateFormats, defaultOptions, levels, optionPaths, profiles } from '../../src/core/options';

const root = join(__dirname, '../../..');

interface Setting {
  readonly default: unknown;
  readonly scope: string;
  readonly order: number;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly markdownDescription: string;
}

interface MenuItem {
  readonly command?: string;
  readonly submenu?: string;
  readonly when: string;
  readonly group?: string;
}

interface Manifest {
  readonly main: string;
  readonly browser: string;
  readonly activationEvents: readonly string[];
  readonly capabilities: {
    readonly untrustedWorkspaces: {
      readonly supported: string;
      readonly restrictedConfigurations: readonly string[];
    };
    readonly virtualWorkspaces: boolean;
  };
  readonly contributes: {
    readonly configuration: readonly { readonly properties: Readonly<Record<string, Setting>> }[];
    readonly commands: readonly {
      readonly command: string;
      readonly category: string;
    }[];
    readonly menus: Readonly<Record<string, readonly MenuItem[]>>;
    readonly keybindings?: unknown;
  };
}

const read = (file: string): unknown => JSON.parse(readFileSync(join(root, file), 'utf8'));
const manifest = read('package.json') as Manifest;
const { contributes } = manifest;
const settings = new Map(contributes.configuration.flatMap(({ properties }) => Object.entries(properties)));
const items = Object.values(contributes.menus).flat();

/** What the options hold at a path such as `clean.level`. */
function optionAt(path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, key) => (value as Readonly<Record<string, unknown>>)[key], defaultOptions);
}

describe('the settings in package.json', () => {
  it('include every option, with its default', () => {
    for (const path of optionPaths) {
      assert.deepEqual(settings.get(`winnow.${path}`)?.default, optionAt(path), path);
    }
  });

  it('offer the values that the options have', () => {
    assert.deepEqual(settings.get('winnow.profile')?.enum, profiles);
    assert.deepEqual(settings.get('winnow.clean.level')?.enum, levels);
    assert.deepEqual(settings.get('winnow.preview.level')?.enum, levels);
    assert.deepEqual(settings.get('winnow.date.format')?.enum, dateFormats);
  });

  it('can differ from folder to folder, are in order, and each choice is described', () => {
    for (const [name, setting] of settings) {
      assert.match(name, /^winnow\.[a-z][A-Za-z.]*$/);
      assert.equal(setting.scope, 'resource', name);
      assert.equal(typeof setting.order, 'number', name);
      assert.equal(setting.enum?.length, setting.enumDescriptions?.length, name);
    }
  });
});

describe('the commands in package.json', () => {
  const names = contributes.commands.map(({ command }) => command);

  it('are all of the one category', () => {
    assert.deepEqual(
      contributes.commands.filter(({ category }) => category !== 'Winnow'),
      [],
    );
  });

  it('show in menus and in the palette for Markdown only, and in the preview', () => {
    for (const item of items) {
      assert.match(
        item.when,
        /^(?:editorLangId == markdown\b|(?:webviewId|activeWebviewPanelId) == 'winnow\.preview')/,
        item.command ?? item.submenu,
      );
    }
    assert.deepEqual(
      contributes.menus.commandPalette?.map(({ command }) => command).sort(),
      [...names].sort(),
    );
  });

  it('are those that the menus name, and each is in the menu of the editor', () => {
    assert.deepEqual(
      items.flatMap(({ command }) => (command === undefined || names.includes(command) ? [] : [command])),
      [],
    );
    // What is about an open preview is in the menus of the preview.
    const ofPreview = contributes.menus.commandPalette
      ?.filter(({ when }) => when.startsWith('activeWebviewPanelId'))
      .map(({ command }) => command);
    assert.deepEqual(
      contributes.menus['winnow.editor']?.map(({ command }) => command).sort(),
      names.filter((name) => ofPreview?.includes(name) === false).sort(),
    );
  });

  it('put one icon beside the title of an editor', () => {
    const shown = contributes.menus['editor/title']?.filter(
      ({ group, when }) => group?.startsWith('navigation') && when.startsWith('editorLangId'),
    );
    assert.deepEqual(
      shown?.map(({ command }) => command),
      ['winnow.openPreviewToSide'],
    );
  });

  it('take no key', () => {
    assert.equal(contributes.keybindings, undefined);
  });
});

describe('the manifest', () => {
  it('starts Winnow for Markdown, never for everything', () => {
    assert.ok(manifest.activationEvents.includes('onLanguage:markdown'));
    assert.ok(
      !manifest.activationEvents.includes('*') && !manifest.activationEvents.includes('onStartupFinished'),
    );
  });

  it('keeps the patterns of a workspace, and its word on pictures of other sites, out until it is trusted', () => {
    const { untrustedWorkspaces, virtualWorkspaces } = manifest.capabilities;
    assert.equal(untrustedWorkspaces.supported, 'limited');
    assert.deepEqual(
      untrustedWorkspaces.restrictedConfigurations,
      [...restrictedOptions, 'preview.remoteImages'].map((option) => `winnow.${option}`),
    );
    assert.equal(virtualWorkspaces, true);
  });
});

describe('the texts of the manifest', () => {
  const source = readFileSync(join(root, 'package.json'), 'utf8');
  const used = new Set([...source.matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key ?? ''));

  const english = read('package.nls.json') as Readonly<Record<string, string>>;
  const chinese = read('package.nls.zh-cn.json') as Readonly<Record<string, string>>;

  it('are all in package.nls.json, and nothing else is', () => {
    assert.deepEqual(Object.keys(english).sort(), [...used].sort());
  });

  it('are all in package.nls.zh-cn.json, but for the rules, which VS Code shows in English until then', () => {
    const missing = [...used].filter((key) => !(key in chinese) && !key.startsWith('rule.'));
    const stale = Object.keys(chinese).filter((key) => !used.has(key));
    assert.deepEqual({ missing, stale }, { missing: [], stale: [] });
  });

  it('name the same settings and quote the same code in both languages', () => {
    const marks = (text: string | undefined): readonly string[] => text?.match(/`[^`]+`/g)?.sort() ?? [];
    for (const [key, text] of Object.entries(chinese)) {
      assert.notEqual(text.trim(), '', key);
      assert.deepEqual(marks(text), marks(english[key]), key);
    }
  });
});
