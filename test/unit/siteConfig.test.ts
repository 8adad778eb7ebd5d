import assert from 'node:assert/strict';
import { readSiteTimezone } from '../../src/core/siteConfig';

describe('the time zone of a site', () => {
  it('is what _config.yml says', () => {
    assert.equal(readSiteTimezone('title: A site\ntimezone: Asia/Shanghai\n'), 'Asia/Shanghai');
    assert.equal(readSiteTimezone("timezone: 'Europe/Zurich'\n"), 'Europe/Zurich');
  });

  it('is unknown when the file names none, or one that does not exist', () => {
    for (const text of [
      'title: A site\n',
      'timezone:\n',
      "timezone: ''\n",
      'timezone: Mars/Olympus\n',
      'timezone: 8\n',
      '',
      '- a\n',
    ]) {
      assert.equal(readSiteTimezone(text), undefined, text);
    }
  });

  it('is unknown when the file is not YAML', () => {
    assert.equal(readSiteTimezone('timezone: Asia/Shanghai\ntitle: [\n'), undefined);
  });

  it('is read from a file with a key twice, as Jekyll reads it', () => {
    assert.equal(readSiteTimezone('a: 1\na: 2\ntimezone: UTC\n'), 'UTC');
  });
});
