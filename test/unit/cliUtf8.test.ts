import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeUtf8, firstInvalidByte, Utf8Error } from '../../src/cli/utf8';

describe('strict UTF-8', () => {
  it('keeps a byte order mark and every line end', () => {
    const text = '\ufeff---\r\ntitle: 文章 😀\n---\r';
    assert.equal(decodeUtf8(Buffer.from(text)), text);
  });

  for (const { title, bytes, offset } of [
    { title: 'a byte that starts nothing', bytes: [0x61, 0xff, 0x62], offset: 1 },
    { title: 'a continuation byte alone', bytes: [0x80], offset: 0 },
    { title: 'a sequence that ends too early', bytes: [0x61, 0xe6, 0x96, 0x62], offset: 1 },
    { title: 'a sequence cut by the end of the file', bytes: [0x61, 0xf0, 0x9f, 0x98], offset: 1 },
    { title: 'an overlong form', bytes: [0xc0, 0xaf], offset: 0 },
    { title: 'a surrogate', bytes: [0x61, 0x62, 0xed, 0xa0, 0x80], offset: 2 },
    { title: 'a code point above U+10FFFF', bytes: [0xf4, 0x90, 0x80, 0x80], offset: 0 },
    { title: 'GBK text', bytes: [0x61, 0xce, 0xc4, 0xd5, 0xc2], offset: 1 },
  ]) {
    it(`reports the place of ${title}`, () => {
      assert.throws(
        () => decodeUtf8(Uint8Array.from(bytes)),
        (error) => error instanceof Utf8Error && error.offset === offset,
      );
    });
  }

  it('finds a wrong byte exactly where the decoder of the platform refuses the text', () => {
    const byte = fc.constantFrom(
      0x00,
      0x41,
      0x80,
      0x8f,
      0x90,
      0x9f,
      0xa0,
      0xbf,
      0xc1,
      0xc2,
      0xe0,
      0xed,
      0xef,
      0xf0,
      0xf4,
      0xf5,
    );
    const decoder = new TextDecoder('utf-8', { fatal: true });
    const accepts = (bytes: Uint8Array): boolean => {
      try {
        decoder.decode(bytes);
        return true;
      } catch {
        return false;
      }
    };
    fc.assert(
      fc.property(fc.array(byte, { maxLength: 8 }), (list) => {
        const bytes = Uint8Array.from(list);
        const offset = firstInvalidByte(bytes);
        assert.equal(offset === undefined, accepts(bytes));
        assert.ok(offset === undefined || accepts(bytes.subarray(0, offset)));
      }),
      { numRuns: 2000 },
    );
  });
});
