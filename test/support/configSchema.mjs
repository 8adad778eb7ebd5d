// The JSON Schema of .winnow.yaml, from the settings in package.json: the same names, choices and descriptions.

/**
 * @param {object} manifest package.json
 * @param {Record<string, string>} texts package.nls.json
 * @returns {object}
 */
export function configSchema(manifest, texts) {
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Settings of Winnow for a folder and everything below it (.winnow.yaml)',
    ...map({}),
  };
  const settings = [manifest.contributes.configuration]
    .flat()
    .flatMap(({ properties }) => Object.entries(properties))
    .filter(([name]) => !ofTheEditorAlone.test(name));
  for (const [name, setting] of settings) {
    const path = name.replace(/^winnow\./, '');
    const described = describe(setting, texts);
    const [group, key] = path.split('.');
    if (key === undefined) {
      schema.properties[group] = described;
    } else {
      schema.properties[group] ??= map({});
      schema.properties[group].properties[key] = described;
      // The name as VS Code writes it is understood too.
      schema.properties[path] = { ...described, doNotSuggest: true };
    }
  }
  return schema;
}

/** How the preview looks and what it may load is for the person at the editor to say, not for a folder of articles. */
const ofTheEditorAlone = /^winnow\.(?:preview\.(?!level$)|builtinPreview\.)/;

const map = (properties) => ({ type: 'object', additionalProperties: false, properties });

const onlyInSettings = ['scope', 'order', 'markdownDescription', 'enumDescriptions', 'properties'];

/** A setting without what only VS Code's settings have, its texts in place of their keys. */
function describe(setting, texts) {
  const text = (value) =>
    value.replace(/^%(.+)%$/, (_, key) => texts[key]).replace(/`#winnow\.([\w.]+)#`/g, '`$1`');
  const description = text(setting.markdownDescription);
  const rest = Object.entries(setting).filter(([key]) => !onlyInSettings.includes(key));
  return {
    ...JSON.parse(JSON.stringify(Object.fromEntries(rest)), (_, value) =>
      typeof value === 'string' ? text(value) : value,
    ),
    markdownDescription: description,
    description: description.replace(/`|\*\*/g, ''),
    ...(setting.enumDescriptions && { markdownEnumDescriptions: setting.enumDescriptions.map(text) }),
    ...(setting.properties && {
      properties: Object.fromEntries(
        Object.entries(setting.properties).map(([name, inner]) => [name, describe(inner, texts)]),
      ),
    }),
  };
}
