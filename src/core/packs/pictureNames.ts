import { attribute } from '../html/attributes';
import type { StartTag } from '../types';
import type { Scene } from './scene';

/** The words in which a page names a picture. */
export function describe(picture: StartTag): string {
  return (
    ['src', 'data-src', 'data-original', 'alt', 'title', 'class', 'id']
      .map((name) => attribute(picture, name)?.value ?? '')
      .map((value) => (value.length > 600 ? '' : value.replace(/^https?:\/\/[^/]*/, '')))
      // `siteQrFooter.png` → `site-qr-footer.png`
      .map((value) => value.replace(/([a-z])(?=(?:Qr|QR|Ewm|Gzh)(?:[A-Z\d._-]|$))/g, '$1-'))
      .map((value) => value.replace(/((?:Qr|QR|Ewm|Gzh))(?=[A-Z][a-z])/g, '$1-'))
      .join(' ')
  );
}

export function addressOf(picture: StartTag): string {
  return (attribute(picture, 'data-src')?.value ?? attribute(picture, 'src')?.value ?? '').slice(0, 600);
}

/** Services that take donations, and lists in which blogs are voted up; a picture that links there is their button. */
const donationAddress =
  /^(?:https?:)?\/\/(?:[\w-]+\.)*(?:opencollective\.com|patreon\.com|paypal\.(?:com|me)|ko-fi\.com|buymeacoffee\.com|liberapay\.com|afdian\.(?:net|com)|github\.com\/sponsors|blogmura\.com|with2\.net)(?:[/?#]|$)/i;
const buttonPicture =
  /donat|button|badge|banner|sponsor|support|patron|coffee|ko-?fi|paypal|pledge|tip|rank|follow/i;

/** Lists in which the readers of Japanese blogs vote by a click. */
const ofRanking = /ランキング|ブログ村|ranking banner/i;

export function isDonation(scene: Scene, index: number): boolean {
  const passage = scene.passage(index);
  const [picture] = passage?.pictures ?? [];
  if (passage === undefined || picture === undefined || passage.linkedPictures === 0) {
    return false;
  }
  const address = scene.linkAround(picture.start);
  const words = `${attribute(picture, 'alt')?.value ?? ''} ${attribute(picture, 'title')?.value ?? ''}`;
  return (
    address !== undefined &&
    ((donationAddress.test(address) && buttonPicture.test(describe(picture))) || ofRanking.test(words))
  );
}

/** The picture of a topic, which leads to its list. */
export function isPictureOfTopic(scene: Scene, index: number): boolean {
  const { pictures = [], linkedPictures = 0 } = scene.passage(index) ?? {};
  const [picture] = pictures;
  const address = picture === undefined ? undefined : scene.linkAround(picture.start);
  const section = /\/(topics?|tags?|categor(?:y|ies)|channels?)\/[^/]{1,60}\/?$/i.exec(address ?? '')?.[1];
  return (
    picture !== undefined &&
    section !== undefined &&
    pictures.length === 1 &&
    linkedPictures === 1 &&
    addressOf(picture).toLowerCase().includes(`/${section.toLowerCase()}/`)
  );
}

/** The name of the site in a picture, over the first line. */
export function isMasthead(scene: Scene, picture: StartTag | undefined): boolean {
  const alt = picture === undefined ? '' : (attribute(picture, 'alt')?.value.trim() ?? '');
  return (
    picture !== undefined &&
    alt !== '' &&
    /(?:^|[/_.-])(?:mast-?head|logo|word-?mark|nameplate|site-?header|header-?logo|letterhead)(?:[-_.\d]|$)/i.test(
      addressOf(picture).replace(/[?#].*$/, ''),
    ) &&
    scene.isNameOfSite(alt.replace(/\s*logo$/i, ''))
  );
}
