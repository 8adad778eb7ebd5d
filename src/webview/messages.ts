import type { MessageToClient } from './protocol';

/**
 * Whether a message came from the host in the shape that the protocol names. Other extensions of the
 * browser and VS Code's own webview code post to the same window, so a foreign shape is no error.
 */
export function isMessageToClient(data: unknown): data is MessageToClient {
  if (!isRecord(data) || !Number.isSafeInteger(data.version)) {
    return false;
  }
  switch (data.type) {
    case 'update':
      return isUpdate(data);
    case 'typed':
      return isTyped(data);
    case 'extract':
      return isExtract(data);
    case 'scrollTo':
    case 'cursor':
      return Number.isSafeInteger(data.line) && (data.line as number) >= 0;
    case 'askSelection':
      return true;
    default:
      return false;
  }
}

function isTyped(data: Readonly<Record<string, unknown>>): boolean {
  return (
    Number.isSafeInteger(data.offset) &&
    [data.left, data.removed, data.inserted, data.right].every((text) => typeof text === 'string')
  );
}

function isExtract(data: Readonly<Record<string, unknown>>): boolean {
  return (
    Number.isSafeInteger(data.request) &&
    (data.form === 'html' || data.form === 'richText' || data.form === 'page')
  );
}

function isUpdate(data: Readonly<Record<string, unknown>>): boolean {
  return (
    typeof data.source === 'string' &&
    typeof data.language === 'string' &&
    typeof data.html === 'string' &&
    typeof data.notice === 'string' &&
    Number.isSafeInteger(data.lineCount) &&
    typeof data.offerPictures === 'boolean' &&
    isRecord(data.view) &&
    isRecord(data.view.choice) &&
    (data.images === 'local' || data.images === 'remote') &&
    isRecord(data.bases) &&
    typeof data.bases.document === 'string' &&
    typeof data.bases.root === 'string' &&
    isRecord(data.head) &&
    Array.isArray(data.head.categories) &&
    isRecord(data.head.badges) &&
    isRecord(data.hidden) &&
    typeof data.hidden.summary === 'string' &&
    Array.isArray(data.hidden.groups) &&
    isRecord(data.look)
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
