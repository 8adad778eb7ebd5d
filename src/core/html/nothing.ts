import type { StartTag } from '../types';
import { attribute } from './attributes';
import { isEmbed } from './embeds';
import { holdsMediaPath, isEmbedTrace } from './traces';

/**
 * Elements that are nothing without content. Not among them: cells and list items that hold a place (a
 * numbered list counts them), media, controls, code, ruby parts, and elements that HTML does not know,
 * which a script may fill.
 */
const removable: ReadonlySet<string> = new Set(
  (
    'a abbr acronym address article aside b bdi bdo big blockquote button center cite del details dfn dialog dir div dl ' +
    'em fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 header hgroup i ins kbd label li main mark menu nav ' +
    'nobr noscript ol p q s samp search section small span strike strong sub sup time tt u ul var'
  ).split(' '),
);

/** Attributes from which a script makes something that is read or seen: a formula, a film, a picture. */
const contentAttribute =
  /^data-(?:value|latex|tex|formula|math|katex|equation|expr|gist|tweet|video|vid|mpvid|audio|src|original|bg|background|oembed|embed|url)/;

/** Of an event: without anything to click on it is of no use, whatever address is in it. */
const handlerName = /^on[a-z]{3,}$/;

/** Whether a tag gives a reader nothing when its element is empty, and nothing leads to it. */
export function isNothingByItself(tag: StartTag, targets: ReadonlySet<string>): boolean {
  return (
    // `<v:imagedata src>` is a picture of Word.
    (removable.has(tag.name) || (tag.name.includes(':') && attribute(tag, 'src') === undefined)) &&
    !isEmbed(tag) &&
    tag.attributes.every((item) => {
      const { name, value } = item;
      switch (name) {
        case 'id':
        case 'name':
          return value === '' || !targets.has(value);
        case 'style':
          return !/\burl\(/i.test(value);
        case 'role':
          return !/^(?:img|math)$/i.test(value);
        case 'href':
        case 'class':
        case 'title':
        case 'cite':
        case 'action':
        case 'datetime':
          return true;
        default:
          return (
            handlerName.test(name) ||
            (!contentAttribute.test(name) &&
              !isEmbedTrace(item) &&
              !holdsMediaPath(item) &&
              !value.includes('://'))
          );
      }
    })
  );
}
