import { attribute } from './attributes';
import type { StartTag } from '../types';

/** Classes by which a player or a widget finds the element that it fills from its data. */
const embedClass =
  /(?:^|[\s_-])(?:aplayer|dplayer|meting|codepen|embed|github-card|imgur|instagram|tiktok|tenor|asciinema|yt-lite|lite-youtube|mermaid|echarts?)(?:$|[\s_-])/i;

/** True for an element that a script fills from its data: an empty one is all there is of a film or a drawing. */
export function isEmbed(tag: StartTag): boolean {
  return (
    embedClass.test(attribute(tag, 'class')?.value ?? '') &&
    tag.attributes.some(({ name, value }) => name.startsWith('data-') && value.trim() !== '')
  );
}
