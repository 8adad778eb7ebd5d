import * as l10n from '@vscode/l10n';
import { attribute } from '../html/attributes';
import { rawElements } from '../html/rawElements';
import { scriptPlaces } from '../html/scriptPlaces';
import { isInSentence } from '../html/samples';
import type { Rule, StartTag } from '../types';

/** A script of these types holds words of the article: a formula for MathJax 2, a drawing, a score. */
const contentTypes =
  /^(?:math\/|text\/(?:x-)?(?:tikz|mermaid|plantuml|graphviz|vnd\.graphviz|vnd\.abc|markdown)$|wavedrom$)/;

/**
 * Scripts that write a part of the article into the page: a code listing, a recorded terminal, slides, a poll, a chart,
 * a film. What it is stands in the address.
 */
const embeds =
  /^(?:gist\.github\.(?:com|io)\/|gitee\.com\/|asciinema\.org\/a\/|jsfiddle\.net\/|emgithub\.com\/embed|pastebin\.com\/embed_js|bitbucket\.org\/(?:[^?#]*\/)?snippets\/|[\w.-]+\/(?:[^?#]*\/)?snippets\/\d+\.js|(?:secure|static)\.polldaddy\.com\/p\/|(?:secure\.)?poll\.fm\/|datawrapper\.dwcdn\.net\/\w+\/|cdn\.jwplayer\.com\/players\/|content\.jwplatform\.com\/players\/|buzzsprout\.com\/\d+|ssl\.gstatic\.com\/trends_nrtr\/|fast\.wistia\.com\/embed\/medias\/|cdn\.podigee\.com\/podcast-player\/|cdn\.podlove\.org\/|player\.podtrac\.com\/|embed\.typeform\.com\/|public\.flourish\.studio\/|e\.infogr(?:\.am|am\.com)\/js\/)/i;

/** The same, where an attribute says what it is. */
const embedAttributes: readonly (readonly [address: RegExp, name: string])[] = [
  [/^speakerdeck\.com\/assets\/embed\.js/i, 'data-id'],
  [/^telegram\.org\/js\/telegram-widget\.js/i, 'data-telegram-post'],
];

/** Scripts that stand where they write: the charts of Google Trends. */
const writes = /\btrends\.embed\.render\w+\(/;

/** What a list of recordings plays stands in a script that is no program. */
const playlist = /(?:^|[\s_-])playlist(?:$|[\s_-])/i;

export const noScript: Rule = {
  meta: {
    id: 'no-script',
    description: 'A `<script>` element.',
    rationale:
      'Statistics, advertising and share buttons of the site the article came from run in the reader’s browser. Formulas (`type="math/tex"`), drawings (`text/tikz`) and scripts that embed a code listing, a recorded terminal, slides, a post, a poll, a player or a chart, and those that define commands of formulas, are part of the article and are left alone, and so is one in the middle of a sentence, which speaks of it.',
    group: 'scripts',
    severity: 'hint',
    fixKind: 'safe',
    unnecessary: true,
    example: {
      bad: '<p>Text.</p>\n<script>count();</script>\n',
      good: '<p>So <script type="math/tex">a^2</script> is positive.</p>\n',
    },
  },

  *detect(article) {
    const places = scriptPlaces(article).scripts;
    for (const { start, end, startTag, content } of rawElements(article.body.tokens, 'script')) {
      const code = article.text.slice(content.start, content.end);
      if (!places.has(start) && !isContent(startTag, code) && !isInSentence(article, { start, end })) {
        yield {
          start,
          end,
          message: l10n.t('Script: it belongs to the site the article came from.'),
          data: undefined,
        };
      }
    }
  },

  fix({ start, end }) {
    return [{ title: l10n.t('Remove this script'), kind: 'safe', edits: [{ start, end, text: '' }] }];
  },
};

function isContent(tag: StartTag, code: string): boolean {
  const type = attribute(tag, 'type')?.value.trim().toLowerCase() ?? '';
  const address = (attribute(tag, 'src')?.value ?? '').trim().replace(/^(?:https?:)?\/\/(?:www\.)?/i, '');
  return (
    contentTypes.test(type) ||
    embeds.test(address) ||
    writes.test(code) ||
    definesMacros(type, code) ||
    (type === 'application/json' && playlist.test(attribute(tag, 'class')?.value ?? '')) ||
    embedAttributes.some(([script, name]) => script.test(address) && attribute(tag, name) !== undefined)
  );
}

/** Whether it configures MathJax with the author's own commands, without which the formulas cannot be read. */
function definesMacros(type: string, code: string): boolean {
  return (
    (type === 'text/x-mathjax-config' || /\bMathJax\b/.test(code)) &&
    /\bmacros["']?\s*:|\\\\?(?:re)?newcommand\b|\bdefineMacro\b/i.test(code)
  );
}
