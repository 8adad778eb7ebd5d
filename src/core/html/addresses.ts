import { decodeReferences } from '../render/characters';
import type { Edit, HtmlAttribute } from '../types';

/** The parts of an absolute http(s) address; those of a protocol-relative one have no scheme. */
export interface WebAddress {
  readonly scheme: 'http' | 'https' | '';
  /** Lower case, without user and port. */
  readonly host: string;
  /** With its first slash; '' for none. */
  readonly path: string;
  /** Without the question mark. */
  readonly query: string;
}

/** Letters and digits of any script: addresses are not always written in ASCII. */
const hostName = /^[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+\.?$/u;

const webAddress =
  /^(?:(https?):)?\/\/(?:[^/?#@\s]*@)?([^/?#:@\s]+)(?::\d*)?(\/[^?#]*)?(?:\?([^#]*))?(?:#.*)?$/is;

/** What an attribute says once its character references are decoded; '' without the attribute. */
export function addressOf(attribute: HtmlAttribute | undefined): string {
  return attribute === undefined ? '' : decodeReferences(attribute.value).trim();
}

/** The parts of an address that names a host; undefined for any other. */
export function parseWebAddress(address: string): WebAddress | undefined {
  const [, scheme = '', host = '', path = '', query = ''] = webAddress.exec(address) ?? [];
  return hostName.test(host)
    ? { scheme: scheme.toLowerCase() as WebAddress['scheme'], host: host.toLowerCase(), path, query }
    : undefined;
}

/** The parameters of a query, as written, in order. */
export function queryParameters(query: string): readonly { readonly name: string; readonly value: string }[] {
  return query.split('&').map((part) => {
    const equals = part.indexOf('=');
    return equals < 0
      ? { name: part.toLowerCase(), value: '' }
      : { name: part.slice(0, equals).toLowerCase(), value: part.slice(equals + 1) };
  });
}

/** Percent escapes decoded; undefined when they are none. */
export function decodePercent(value: string): string | undefined {
  try {
    return decodeURIComponent(value);
  } catch {
    // A percent sign that begins no escape, or bytes that are not UTF-8: what it stands for is not known.
    return undefined;
  }
}

/** The name of the file an address ends in. */
export function lastSegment(address: string): string {
  const end = address.search(/[?#]/);
  const path = end < 0 ? address : address.slice(0, end);
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Whether a host is that domain or one under it. */
export function isHostOf(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}

/** Writes an address into an attribute, in the quotes that are there. */
export function setAddress(text: string, attribute: HtmlAttribute, address: string): Edit {
  const { nameEnd, valueStart, valueEnd, end } = attribute;
  const quote = text[valueStart - 1] ?? '';
  const isQuoted = valueStart > nameEnd && (quote === '"' || quote === "'");
  return isQuoted
    ? { start: valueStart, end: valueEnd, text: escapeAddress(address, quote) }
    : { start: nameEnd, end, text: `="${escapeAddress(address, '"')}"` };
}

function escapeAddress(address: string, quote: string): string {
  return address.replaceAll('&', '&amp;').replaceAll(quote, quote === '"' ? '&quot;' : '&#39;');
}
