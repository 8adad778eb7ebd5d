import type { FixMessage, HiddenActionMessage, LoadImagesMessage, ShowFindingMessage } from './protocol';

/** What a button of the page asks the host to do. */
export type Request =
  | Omit<HiddenActionMessage, 'version'>
  | Omit<FixMessage, 'version'>
  | Omit<ShowFindingMessage, 'version'>
  | Omit<LoadImagesMessage, 'version'>;

/**
 * Reads the `data-action` of the button that was clicked. The sanitiser leaves neither buttons nor this attribute
 * in an article, so it is always one of ours.
 */
export function requestOf(target: Element): Request | undefined {
  const button = target.closest<HTMLElement>('button[data-action]');
  if (!button) {
    return undefined;
  }
  const { action, index, finding, fix, scope } = button.dataset;
  switch (action) {
    case 'show':
    case 'keep':
    case 'remove':
      return { type: 'hiddenAction', action, index: Number(index) };
    case 'fix':
      return { type: 'fix', finding: Number(finding), fix: Number(fix) };
    case 'showFinding':
      return { type: 'showFinding', finding: Number(finding) };
    case 'load-images':
      return { type: 'loadImages', scope: scope === 'always' ? 'always' : 'once' };
    case undefined:
    default:
      return undefined;
  }
}
