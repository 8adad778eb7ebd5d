import type { MessageToHost, PreviewState } from '../webview/protocol';

/** Longer addresses are not links that a person follows. */
const maxAddress = 8192;

/** Whether a message of the page has the shape that the protocol names. */
export function isMessageToHost(data: unknown): data is MessageToHost {
  if (!isRecord(data) || !Number.isSafeInteger(data.version)) {
    return false;
  }
  switch (data.type) {
    case 'ready':
    case 'rendered':
      return true;
    case 'openLink':
      return typeof data.href === 'string' && data.href.length <= maxAddress;
    case 'reveal':
      return Number.isSafeInteger(data.line) && (data.line as number) >= 1;
    default:
      return false;
  }
}

/** The article that a restored page showed; undefined when its state is not one of ours. */
export function sourceOfState(state: unknown): string | undefined {
  const source: PreviewState['source'] | undefined =
    isRecord(state) && typeof state.source === 'string' ? state.source : undefined;
  return source === '' ? undefined : source;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
