// Writes everything that is made from the rules' metadata: `npm run generate`, or with --check says what is out of date.
//   src/core/rules/index.ts        the list of rules
//   src/host/stripKinds.ts         the commands that strip one kind of chaff, from the groups that have rules
//   package.json                   the properties of the setting winnow.rules; those commands and their menu items
//   package.nls.json               what they say, under the keys rule.ID and command.NAME
//   media/winnow.schema.json       what an editor says about a .winnow.yaml
//   l10n/bundle.l10n.json          the strings of the sources that can be translated
//   *.zh-cn.json                   the translations of strings that are still there, in the same order
//   README.md                      the rule table and the rules' documentation, between the markers
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getL10nJson } from '@vscode/l10n-dev';
import esbuild from 'esbuild';
import prettier from 'prettier';
import { globSync } from 'tinyglobby';
import { configSchema } from './configSchema.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

const groupTitles = {
  frontmatter: 'Front matter',
  comments: 'Comments',
  styles: 'Styles',
  scripts: 'Scripts',
  attributes: 'Attributes',
  whitespace: 'White space',
  chaff: 'Chaff',
};

/**
 * What the command of a group is called: `Strip ...`. Its id is made from that; the groups of the body have one each,
 * the front matter has none, since it is repaired and not stripped.
 */
const stripTitles = {
  comments: 'Comments',
  styles: 'Style Blocks',
  scripts: 'Scripts',
  attributes: 'Attributes',
  whitespace: 'White Space',
  chaff: 'Chaff',
};

/** Commands of that kind that are about one rule; they stand beside those of the groups. */
const stripRules = { 'no-style-attribute': 'Inline Styles', 'no-empty-element': 'Empty Elements' };

/** @returns {Promise<Map<string, string>>} file (relative to the root) -> the content it should have */
export async function generated() {
  const files = new Map();
  const ids = globSync('src/core/rules/*.ts', { cwd: root })
    .map((file) => basename(file, '.ts'))
    .filter((id) => id !== 'index')
    .sort();
  files.set('src/core/rules/index.ts', await format('src/core/rules/index.ts', ruleList(ids)));

  const metas = await loadMetas(ids);
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const setting = findSetting(manifest, 'winnow.rules');
  const strips = stripCommands(metas);
  files.set('src/host/stripKinds.ts', await format('src/host/stripKinds.ts', stripKinds(strips)));
  if (setting !== undefined) {
    contributeStrips(manifest.contributes, strips);
    setting.properties = Object.fromEntries(metas.map((meta) => [meta.id, ruleSetting(meta)]));
    setting.additionalProperties = false;
    files.set('package.json', JSON.stringify(manifest, null, 2) + '\n');
    const strings = JSON.parse(await readFile(join(root, 'package.nls.json'), 'utf8'));
    const others = Object.entries(strings).filter(([key]) => !key.startsWith('rule.') && !isStripText(key));
    const titles = strips.map(({ name, title }) => [`command.${name}`, title]);
    const own = metas.map((meta) => [`rule.${meta.id}`, `${meta.description} ${meta.rationale}`]);
    const texts = Object.fromEntries([...others, ...titles, ...own]);
    files.set('package.nls.json', JSON.stringify(texts, null, 2) + '\n');
    files.set('package.nls.zh-cn.json', await translation('package.nls.zh-cn.json', texts));
    const schema = JSON.stringify(configSchema(manifest, texts));
    files.set('media/winnow.schema.json', await format('media/winnow.schema.json', schema));
  }

  const bundle = await translatable();
  files.set('l10n/bundle.l10n.json', await format('l10n/bundle.l10n.json', JSON.stringify(bundle)));
  files.set('l10n/bundle.l10n.zh-cn.json', await translation('l10n/bundle.l10n.zh-cn.json', bundle));

  const readme = await readFile(join(root, 'README.md'), 'utf8').catch(() => undefined);
  if (readme !== undefined) {
    let text = replaceBetween(readme, 'rule table', ruleTable(metas));
    text = replaceBetween(text, 'rule documentation', ruleDocumentation(metas));
    files.set('README.md', await format('README.md', text));
  }
  return files;
}

/** The commands that strip one kind, in the order of the groups, those of single rules last. */
function stripCommands(metas) {
  const command = (only, title) => ({
    only,
    name: `strip${title.replaceAll(' ', '')}`,
    title: `Strip ${title}`,
  });
  const groups = Object.keys(groupTitles).filter(
    (group) => group !== 'frontmatter' && metas.some((meta) => meta.group === group),
  );
  const rules = metas.filter(({ id }) => id in stripRules);
  return [
    ...groups.map((group) => command(group, stripTitles[group])),
    ...rules.map(({ id }) => command(id, stripRules[id])),
  ];
}

function stripKinds(strips) {
  return [
    '// Generated by `npm run generate` from the groups of the rules; do not edit.',
    '',
    '/** What each command removes: a group of rules, or one rule. */',
    'export const stripKinds: Readonly<Record<string, string>> = {',
    ...strips.map(({ name, only }) => `  'winnow.${name}': '${only}',`),
    '};',
    '',
  ].join('\n');
}

const isStripText = (key) => /^command\.strip[A-Z]/.test(key);
const isStripCommand = ({ command = '' }) => /^winnow\.strip[A-Z]/.test(command);

/** Puts the commands that strip one kind where the first of them stands in each list of the manifest. */
function contributeStrips(contributes, strips) {
  const replaced = (items, make) => {
    const at = items.findIndex(isStripCommand);
    const others = items.filter((item) => !isStripCommand(item));
    const own = strips.map(({ name }, index) => ({ command: `winnow.${name}`, ...make(name, index) }));
    return others.toSpliced(at < 0 ? others.length : at, 0, ...own);
  };
  const { menus } = contributes;
  const when = 'editorLangId == markdown';
  contributes.commands = replaced(contributes.commands, (name) => ({
    title: `%command.${name}%`,
    category: 'Winnow',
  }));
  menus.commandPalette = replaced(menus.commandPalette, () => ({ when }));
  menus['winnow.editor'] = replaced(menus['winnow.editor'], (_, index) => ({
    group: `2_strip@${index + 1}`,
    when: `${when} && !editorReadonly`,
  }));
}

/** Every `l10n.t` of the sources, sorted, in the form of a translation bundle. */
async function translatable() {
  const sources = globSync('src/**/*.ts', { cwd: root, absolute: true }).sort();
  const bundle = await getL10nJson(
    await Promise.all(
      sources.map(async (file) => ({ extension: '.ts', contents: await readFile(file, 'utf8') })),
    ),
  );
  return Object.fromEntries(Object.entries(bundle).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A file of translations with those of strings that are gone taken out; what is missing is shown in English. */
async function translation(file, english) {
  const present = JSON.parse(await readFile(join(root, file), 'utf8'));
  const kept = Object.keys(english).filter((key) => key in present);
  return JSON.stringify(Object.fromEntries(kept.map((key) => [key, present[key]])), null, 2) + '\n';
}

const camelCase = (id) => id.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

function ruleList(ids) {
  return [
    '// Generated by `npm run generate` from the files of this folder; do not edit.',
    ...ids.map((id) => `import { ${camelCase(id)} } from './${id}';`),
    "import type { Rule } from '../types';",
    '',
    'export const rules: readonly Rule[] = [',
    ...ids.map((id) => `  ${camelCase(id)},`),
    '];',
    '',
  ].join('\n');
}

/** Bundles the rules and reads their metadata, sorted by group, then id. */
async function loadMetas(ids) {
  const entry = ids.map((id) => `export { ${camelCase(id)} } from './src/core/rules/${id}';`).join('\n');
  const result = await esbuild.build({
    stdin: { contents: entry, resolveDir: root, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    logLevel: 'error',
  });
  const module = { exports: {} };
  new Function('module', 'exports', 'require', result.outputFiles[0].text)(
    module,
    module.exports,
    createRequire(import.meta.url),
  );
  const order = Object.keys(groupTitles);
  return Object.values(module.exports)
    .map((rule) => rule.meta)
    .sort((a, b) => order.indexOf(a.group) - order.indexOf(b.group) || (a.id < b.id ? -1 : 1));
}

function findSetting(manifest, name) {
  const sections = [manifest.contributes?.configuration ?? []].flat();
  return sections.map((section) => section.properties?.[name]).find((setting) => setting !== undefined);
}

const defaultSeverity = (meta) => (meta.offByDefault ? 'off' : meta.severity);

function ruleSetting(meta) {
  return {
    type: 'string',
    enum: ['off', 'hint', 'information', 'warning', 'error'],
    default: defaultSeverity(meta),
    markdownDescription: `%rule.${meta.id}%`,
  };
}

function ruleTable(metas) {
  return [
    '| Rule | Reports | Severity | Fix |',
    '| --- | --- | --- | --- |',
    ...metas.map(
      (meta) =>
        `| [${meta.id}](#${meta.id}) | ${cell(meta.description)} | ${defaultSeverity(meta)} | ${meta.fixKind} |`,
    ),
  ].join('\n');
}

function ruleDocumentation(metas) {
  const parts = [];
  let group;
  for (const meta of metas) {
    if (meta.group !== group) {
      group = meta.group;
      parts.push(`### ${groupTitles[group]} (group \`${group}\`)`);
    }
    parts.push(
      `#### ${meta.id}`,
      `${meta.description} ${meta.rationale}`,
      `Severity: ${defaultSeverity(meta)}. Fix: ${meta.fixKind}.${exampleSettings(meta)}`,
      `Reported:\n\n${fenced(meta.example.bad)}`,
      `Not reported:\n\n${fenced(meta.example.good)}`,
    );
  }
  return parts.join('\n\n');
}

function exampleSettings({ example: { settings } }) {
  return settings === undefined ? '' : ` In the examples the settings are \`${JSON.stringify(settings)}\`.`;
}

function fenced(text) {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}markdown\n${text.replace(/\n$/, '')}\n${fence}`;
}

const cell = (text) => text.replace(/\|/g, '\\|');

function replaceBetween(text, name, content) {
  const open = `<!-- ${name}: generated by npm run generate -->`;
  const close = `<!-- end of ${name} -->`;
  const start = text.indexOf(open);
  const end = text.indexOf(close);
  return start < 0 || end < 0
    ? text
    : `${text.slice(0, start + open.length)}\n\n${content}\n\n${text.slice(end)}`;
}

async function format(file, text) {
  const options = await prettier.resolveConfig(join(root, file));
  return prettier.format(text, { ...options, filepath: join(root, file) });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  let stale = 0;
  for (const [file, content] of await generated()) {
    const present = await readFile(join(root, file), 'utf8').catch(() => '');
    if (present === content) {
      continue;
    }
    stale++;
    if (process.argv.includes('--check')) {
      console.error(`${file} is not what npm run generate writes.`);
    } else {
      await writeFile(join(root, file), content);
      console.log(`Wrote ${file}.`);
    }
  }
  process.exitCode = process.argv.includes('--check') && stale > 0 ? 1 : 0;
}
