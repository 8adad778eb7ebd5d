import assert from 'node:assert/strict';
import { defaultOptions } from '../../src/core/options';
import { withSchema } from '../../src/core/schemaFile';

describe('the file of a schema', () => {
  it('takes the place of its path, in JSON and in YAML', () => {
    const schema = { properties: { lang: { enum: ['en'] } } };
    for (const text of [JSON.stringify(schema), 'properties: {lang: {enum: [en]}}']) {
      const { options, mistake } = withSchema(defaultOptions, 'a.json', text);
      assert.deepEqual(options.frontMatter.schema, schema);
      assert.equal(mistake, undefined);
    }
  });

  it('is told of and passed over when it is missing, broken or something else', () => {
    const bomb = ['a: &a [1]', ...Array.from({ length: 40 }, () => '- *a')].join('\n');
    for (const text of [undefined, '{', '[1]', '', bomb]) {
      const { options, mistake } = withSchema(defaultOptions, 'a.json', text);
      assert.equal(options.frontMatter.schema, '');
      assert.notEqual(mistake ?? '', '');
    }
  });
});
