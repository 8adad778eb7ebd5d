const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** The ASCII text of base64 in the alphabet for addresses (RFC 4648, section 5); undefined for anything else. */
export function decodeBase64(value: string): string | undefined {
  let text = '';
  let bits = 0;
  let count = 0;
  for (const digit of value.replace(/=+$/, '')) {
    const number = digits.indexOf(digit);
    if (number < 0) {
      return undefined;
    }
    bits = ((bits << 6) | number) & 0xfff;
    count += 6;
    if (count >= 8) {
      count -= 8;
      const code = (bits >> count) & 0xff;
      if (code < 0x20 || code > 0x7e) {
        return undefined;
      }
      text += String.fromCharCode(code);
    }
  }
  return text;
}
