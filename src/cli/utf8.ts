/** The bytes are not UTF-8; `offset` is that of the first wrong byte, 0-based. */
export class Utf8Error extends Error {
  readonly offset: number;

  constructor(offset: number) {
    super(`not UTF-8: wrong byte at offset ${offset}`);
    this.offset = offset;
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Decodes strictly: a byte order mark stays in the text as U+FEFF, so that offsets count it, and
 * encoding the text again gives the same bytes.
 * @throws {Utf8Error} when a byte is not UTF-8
 */
export function decodeUtf8(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch (error) {
    const offset = firstInvalidByte(bytes);
    throw offset === undefined ? error : new Utf8Error(offset);
  }
}

/**
 * The lead bytes of sequences with the range of their second byte; every later one is 80 to BF.
 * Source: The Unicode Standard, table 3-7, "Well-Formed UTF-8 Byte Sequences".
 */
function sequence(
  lead: number,
): { readonly length: number; readonly low: number; readonly high: number } | undefined {
  if (lead < 0x80) {
    return { length: 1, low: 0, high: 0 };
  }
  if (lead >= 0xc2 && lead <= 0xdf) {
    return { length: 2, low: 0x80, high: 0xbf };
  }
  if (lead >= 0xe0 && lead <= 0xef) {
    return { length: 3, low: lead === 0xe0 ? 0xa0 : 0x80, high: lead === 0xed ? 0x9f : 0xbf };
  }
  if (lead >= 0xf0 && lead <= 0xf4) {
    return { length: 4, low: lead === 0xf0 ? 0x90 : 0x80, high: lead === 0xf4 ? 0x8f : 0xbf };
  }
  return undefined;
}

/** The offset of the first byte that does not belong to a well-formed sequence (the lead byte of a broken one). */
export function firstInvalidByte(bytes: Uint8Array): number | undefined {
  let offset = 0;
  while (offset < bytes.length) {
    const expected = sequence(bytes[offset] ?? 0);
    if (expected === undefined) {
      return offset;
    }
    for (let index = 1; index < expected.length; index++) {
      const byte = bytes[offset + index] ?? -1;
      const low = index === 1 ? expected.low : 0x80;
      const high = index === 1 ? expected.high : 0xbf;
      if (byte < low || byte > high) {
        return offset;
      }
    }
    offset += expected.length;
  }
  return undefined;
}
