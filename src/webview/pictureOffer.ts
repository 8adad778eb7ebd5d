import { element } from './dom';
import type { UpdateMessage } from './protocol';
import type { PicturesStrings } from './strings';

/**
 * Says that pictures of other sites are not loaded and offers to load them; nothing when none are held back
 * or when the reader cannot be asked.
 */
export function buildPictureOffer(
  blocked: number,
  { offerPictures }: Pick<UpdateMessage, 'offerPictures'>,
  strings: PicturesStrings,
): DocumentFragment {
  const fragment = document.createDocumentFragment();
  if (offerPictures && blocked > 0) {
    const button = (scope: string, label: string): HTMLElement =>
      element('button', { type: 'button', 'data-action': 'load-images', 'data-scope': scope }, label);
    fragment.append(
      element('span', {}, blocked === 1 ? strings.one : strings.many.replace('{0}', String(blocked))),
      button('once', strings.once),
      button('always', strings.always),
    );
  }
  return fragment;
}
