import type {
  MessageToHost,
  PreviewState,
  ViewChoice,
  ViewLevel,
  ViewMode,
  ViewProfile,
} from '../webview/protocol';

/** Longer addresses are not links that a person follows. */
const maxAddress = 8192;

/** The page cuts the text around a place at less. */
const maxText = 50_000;

const modes: readonly ViewMode[] = ['clean', 'original'];
const levels: readonly ViewLevel[] = ['minimal', 'standard', 'thorough'];
const profiles: readonly ViewProfile[] = ['hexo', 'jekyll', 'hugo', 'generic'];
const actions: readonly string[] = ['show', 'keep', 'remove'];
const scopes: readonly string[] = ['once', 'always'];

/** Whether a message of the page has the shape that the protocol names. */
export function isMessageToHost(data: unknown): data is MessageToHost {
  if (!isRecord(data) || !Number.isSafeInteger(data.version)) {
    return false;
  }
  switch (data.type) {
    case 'ready':
    case 'rendered':
    case 'wantUpdate':
    case 'compare':
      return true;
    case 'openLink':
      return typeof data.href === 'string' && data.href.length <= maxAddress;
    case 'extracted':
      return (
        Number.isSafeInteger(data.request) &&
        typeof data.source === 'string' &&
        typeof data.title === 'string' &&
        typeof data.language === 'string' &&
        typeof data.isCopied === 'boolean' &&
        isTexts(data.parts) &&
        isTexts(data.pictures) &&
        data.parts.length === data.pictures.length + 1
      );
    case 'scrolled':
      return typeof data.line === 'number' && Number.isFinite(data.line) && data.line >= 1;
    case 'revealAt':
      return isCount(data.start) && isText(data.before) && isText(data.after);
    case 'setView':
      return choiceOf(data.choice) !== undefined;
    case 'hiddenAction':
      return isCount(data.index) && actions.includes(String(data.action));
    case 'fix':
      return isCount(data.finding) && isCount(data.fix);
    case 'showFinding':
      return isCount(data.finding);
    case 'loadImages':
      return scopes.includes(String(data.scope));
    default:
      return false;
  }
}

/** What a restored page showed, and how. */
export type RestoredState = Pick<PreviewState, 'source' | 'choice' | 'locked' | 'picturesAllowed'>;

/** Undefined when the page's state is not one of ours. What an older version left out gets its default. */
export function readState(state: unknown): RestoredState | undefined {
  if (!isRecord(state) || typeof state.source !== 'string' || state.source === '') {
    return undefined;
  }
  return {
    source: state.source,
    choice: choiceOf(state.choice) ?? { mode: 'clean' },
    locked: state.locked === true,
    picturesAllowed: state.picturesAllowed === true,
  };
}

/** A reader's choice with nothing else in it. */
function choiceOf(value: unknown): ViewChoice | undefined {
  if (!isRecord(value)) {
    return undefined;
  }
  const mode = modes.find((known) => known === value.mode);
  const level = levels.find((known) => known === value.level);
  const profile = profiles.find((known) => known === value.profile);
  const known =
    mode !== undefined &&
    (level === value.level || value.level === undefined) &&
    (profile === value.profile || value.profile === undefined);
  return known ? { mode, ...(level && { level }), ...(profile && { profile }) } : undefined;
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.length <= maxText;
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
