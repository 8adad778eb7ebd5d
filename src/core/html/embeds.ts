import { attribute } from './attributes';
import type { StartTag } from '../types';

/** Classes by which a player or a widget finds the element that it fills from its data. */
const embedClass =
  /(?:^|[\s_-])(?:aplayer|dplayer|meting|codepen|embed|github-card|imgur|instagram|tiktok|tenor|asciinema|yt-lite|lite-youtube|mermaid|echarts?)(?:$|[\s_-])/i;

/** Names of services whose films and posts scripts put into an element that only has their number. */
const serviceClass =
  /(?:^|[\s_-])(?:youtube|vimeo|bilibili|dailymotion|twitch|niconico|youku|spotify|soundcloud|slideshare|speakerdeck|brightcove|wistia|tweet)(?:$|[\s_-])/i;

/** Icons that lead to an account at such a service. */
const accountClass = /(?:^|[\s_-])(?:share|sharing|social|follow|subscribe|icon|fa[brsl]?|btn|button)/i;

/** Wistia writes the number of the film into the class, Datawrapper that of the chart into the id. */
const classOfOne = /(?:^|\s)wistia_async_\w/;
const idOfOne = /^(?:datawrapper-(?:chart|vis)-|infogram_|wistia_|buzzsprout-player-)\w/;

const numberName = /^(?:data-)?(?:[\w-]*-)?(?:id|key|code|uri|slug|vid|bvid)$/;

/** True for an element that a script fills from its data: an empty one is all there is of a film or a drawing. */
export function isEmbed(tag: StartTag): boolean {
  const classes = attribute(tag, 'class')?.value ?? '';
  return (
    (embedClass.test(classes) &&
      tag.attributes.some(({ name, value }) => name.startsWith('data-') && value.trim() !== '')) ||
    classOfOne.test(classes) ||
    idOfOne.test(attribute(tag, 'id')?.value ?? '') ||
    (serviceClass.test(classes) &&
      !accountClass.test(classes) &&
      tag.attributes.some(({ name, value }) => numberName.test(name) && isNumber(value.trim())))
  );
}

/** What services call a film or a post: digits, or letters in which there are digits or capitals. */
function isNumber(value: string): boolean {
  return /^[\w-]{5,}$/.test(value) && /[\dA-Z]/.test(value);
}
