import { decodeReferences } from '../render/characters';
import type { Article, Span } from '../types';
import { attribute } from './attributes';
import { rawElements } from './rawElements';

/** The parameters by which the address of a player's script names the element that it fills. */
const placeParameter =
  /[?&](?:container|container_?id|target|element|element_?id|div|div_?id|place|el)=#?([\w-]+)/gi;

/** Calls of the libraries that draw a chart, a map or a diagram from what stands in the script. */
const drawing =
  /\b(?:Highcharts\.(?:chart|stockChart|mapChart)|echarts\.init|new (?:Chart|ApexCharts|Chartist\.\w+|google\.maps\.Map|BMap\.Map|AMap\.Map|TradingView\.\w+)|Plotly\.(?:newPlot|plot|react)|vegaEmbed|L\.map|c3\.generate|bb\.generate|ABCJS\.renderAbc|trends\.embed\.render\w+|Chess[Bb]oard|LichessPgnViewer|flowchart\.parse)\s*\(/;

/** Places that are not of the article. */
const pagePlace =
  /(?:^|[_-])(?:ads?|adsense|banner|comments?|disqus|shar(?:e|ing)|related|recommend\w*|taboola|outbrain|sponsor\w*|newsletter)(?:$|[_\d-])/i;

const quoted = /["'`]#?([A-Za-z][\w-]*)["'`]/g;

/** What scripts of an article fill with a player or a drawing that has no other trace. */
export interface ScriptPlaces {
  /** The ids of the elements. */
  readonly ids: ReadonlySet<string>;
  /** Where the scripts start. */
  readonly scripts: ReadonlySet<number>;
}

/** The scripts that name an element of the article as the place of what they show. */
export function scriptPlaces({ text, body }: Article): ScriptPlaces {
  const known = new Set<string>();
  for (const token of body.tokens) {
    const id = token.kind === 'startTag' ? attribute(token, 'id')?.value : undefined;
    if (id !== undefined && id !== '' && !pagePlace.test(id)) {
      known.add(id);
    }
  }
  const ids = new Set<string>();
  const scripts = new Set<number>();
  if (known.size === 0) {
    return { ids, scripts };
  }
  for (const { start, startTag, content } of rawElements(body.tokens, 'script')) {
    const source = attribute(startTag, 'src')?.value;
    const named =
      source === undefined ? drawnIn(text, content) : decodeReferences(source).matchAll(placeParameter);
    for (const [, id = ''] of named) {
      if (known.has(id)) {
        ids.add(id);
        scripts.add(start);
      }
    }
  }
  return { ids, scripts };
}

function drawnIn(text: string, { start, end }: Span): Iterable<RegExpExecArray> {
  const content = text.slice(start, end);
  return drawing.test(content) ? content.matchAll(quoted) : [];
}
