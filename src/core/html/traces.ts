import type { HtmlAttribute, StartTag } from '../types';
import { addressOf } from './addresses';
import { attribute } from './attributes';
import { isUnknownAttribute } from './knownNames';

/** What an embedded video, post or listing is called by the script that would show it: often the only trace of it. */
const embedded =
  /-(?:vid|bvid|video|tweet|gist|repo|embed|youtube|vimeo|bilibili|dailymotion|twitch|niconico|spotify|soundcloud|mixcloud|slideshare|speakerdeck|brightcove|wistia|vidyard|jwplayer|plyr-provider|instgrm|permalink|song|playlist)(?:-?(?:id|uri|key|code))?(?:-|$)/;

/** What a script draws or asks: a position of chess, a score, a molecule, a place on a map, a chart, a form, a film. */
const drawn =
  /^data-(?:fen|pgn|abc|smiles|lat|lng|latitude|longitude|geojson|yt|yt-?id|chart|series|mermaid|tf-(?:widget|live)|typeform)(?:-|$)/;

/** Whether an attribute names a film, a post or a listing. One that HTML does not know is a site's own, as data is. */
export function isEmbedTrace(item: HtmlAttribute): boolean {
  const isData = item.name.startsWith('data-');
  const name = isData ? item.name : `data-${item.name}`;
  return (
    (embedded.test(name) || drawn.test(name)) &&
    !/^(?:|true|false|0|1)$/.test(addressOf(item)) &&
    (isData || isUnknownAttribute(item.name))
  );
}

const addressName =
  /(?:src|url|href|link|original|bg|background|poster|file|image|img|photo|video|audio)(?:-|$)/;

const mediaFile = /\.(?:jpe?g|png|gif|webp|avif|svg|mp[34]|webm|m4a|m3u8|pdf)(?:[?#]|$)/i;

/** Whether an attribute that speaks of an address holds a path. */
export function holdsPath(item: HtmlAttribute): boolean {
  const value = addressOf(item);
  return addressName.test(item.name) && (/^\.{0,2}\/[^\s]+$/.test(value) || mediaFile.test(value));
}

/** Whether it holds the path of a picture, a film or a recording. */
export function holdsMediaPath(item: HtmlAttribute): boolean {
  return addressName.test(item.name) && mediaFile.test(addressOf(item));
}

/** Whether a tag leads somewhere by itself: `#` and `javascript:` only wait for a script. */
export function hasRealLink(tag: StartTag): boolean {
  const link = attribute(tag, 'href');
  return link !== undefined && !/^(?:#*[!/]?|#?none|javascript:.*|about:blank)$/is.test(addressOf(link));
}
