import { headline, sentence, sentences, type Language } from './prose';
import type { Random } from './random';

/**
 * One way in which a site's articles come out of a crawler. An article is its opening, blocks until
 * it is long enough, and its ending.
 */
export interface Shape {
  readonly name: string;
  readonly language: Language;
  opening(random: Random): string;
  block(random: Random): string;
  ending(random: Random): string;
}

const image = (random: Random): string =>
  `https://images.example/${random.between(2019, 2024)}/${random.between(1000, 9999)}-${random.between(1, 99)}.png`;

/** A news site: paragraphs with ideographic indents, runs of blank lines and comments, an indented style block. */
const news: Shape = {
  name: 'news',
  language: 'zh',
  opening: () => '<div>   \n',
  block: (random) =>
    random.chance(0.12)
      ? `<div class="img_wrapper"><img id="${random.between(1, 9)}" src="${image(random)}" alt referrerpolicy="no-referrer"></div>\n`
      : `<p>\u3000\u3000${sentences(random, 'zh', 2, 6)}</p>\n`,
  ending: (random) => `<!-- keywords_pub,${random.between(1, 9)}, -->
${'\n'.repeat(random.between(3, 9))}<!-- frame below the text -->

<!-- notice -->
${'\n'.repeat(random.between(2, 9))}<!-- notice -->

            <!-- code box start -->
            <style>
            .codeBox_wrap&#123;border:1px solid #E6E6E6;padding:8px;&#125;
            .codeBox_normal&#123;float:left;&#125;
            .codeBox_normal img&#123;width:74px;&#125;
            </style>
            <div class="clearfix codeBox_wrap">
                <div class="codeBox_normal"><img src="${image(random)}" referrerpolicy="no-referrer"></div>
                <div class="codeBox_text">更多内容，尽在示例客户端</div>
            </div>
            <!-- code box end -->

<p class="article-editor">责任编辑：某某 </p>

  
</div>
            `,
};

/** A developers' site: a style block in front, code with highlighter spans and blank lines, `data-v-*`. */
const developers: Shape = {
  name: 'developers',
  language: 'zh',
  opening: (random) =>
    `<div data-v-${random.between(100000, 999999)} class="markdown-body"><style>.markdown-body&#123;word-break:break-word;line-height:1.75&#125;.markdown-body h1&#123;font-size:30px&#125;${'.markdown-body pre>code{padding:15px 12px;display:block}'.repeat(random.between(2, 12))}</style>\n`,
  block(random) {
    if (random.chance(0.2)) {
      return `<pre><code class="hljs language-js copyable" lang="js">${codeLines(random)}<span class="copy-code-btn">复制代码</span></code></pre>\n`;
    }
    if (random.chance(0.2)) {
      return `<h2 data-id="heading-${random.between(0, 20)}">${headline(random, 'zh')}</h2>\n`;
    }
    return `<p>${sentence(random, 'zh')}<code>count${random.between(1, 9)} &lt; limit</code>${sentences(random, 'zh', 1, 4)}</p>\n`;
  },
  ending: () => '</div>',
};

function codeLines(random: Random): string {
  let code = '';
  for (let left = random.between(3, 18); left > 0; left--) {
    code += random.chance(0.2)
      ? '\n'
      : `    <span class="hljs-keyword">const</span> value${left} = items[${left}] <= limit; <span class="hljs-comment">&lt;!-- row ${left} --&gt;</span>\n`;
  }
  return code;
}

/** A forum: tables laid out with inline styles, `<br>` and `<font>`. */
const forum: Shape = {
  name: 'forum',
  language: 'zh',
  opening: () =>
    '<div class="content"><table style="width:98%" border="0" cellspacing="0" cellpadding="0">\n<tbody>\n',
  block: (random) =>
    `<tr>\n<td style="width: ${random.between(20, 400)}px; border: 1px solid #ddd">\n\n    <font color="#ff0000" size="3">${headline(random, 'zh')}</font><br>\n</td>\n<td style="text-align: center" onclick>${sentences(random, 'zh', 1, 4)}</td>\n</tr>\n`,
  ending: () => '</tbody>\n</table>\n<!---->\n<!-- pages -->\n</div>\n',
};

/** An older site: no `<p>` at all, text between line breaks on one long line. */
const breaks: Shape = {
  name: 'breaks',
  language: 'zh',
  opening: () => '<div id="text"><style type="text/css">#text img{max-width:100%}</style>',
  block: (random) =>
    random.chance(0.15)
      ? `<a href="${image(random)}" target="_blank"><img src="${image(random)}" border="0" style="width:undefinedpx" onload="resize(this, 650 > 600)"></a><br><br>`
      : `&nbsp; &nbsp; ${sentences(random, 'zh', 2, 5)}<br><br>`,
  ending: () =>
    '</div><script type="text/javascript">var page = 1; if (page < 2) { show("<!-- ad -->"); }</script>',
};

/** An English blog: scripts of advertisers, lazy images with their noscript twin, a share bar. */
const blog: Shape = {
  name: 'blog',
  language: 'en',
  opening: (random) =>
    `<p><img class="lazy" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="${image(random)}" alt="${headline(random, 'en')}"><noscript><img src="${image(random)}"></noscript></p>\n`,
  block(random) {
    if (random.chance(0.08)) {
      return `<script async src="https://ads.example/show.js"></script>\n<ins class="ad" style="display:block" data-ad-slot="${random.between(1000, 9999)}"></ins>\n<script>(ads = window.ads || []).push({});</script>\n\n`;
    }
    if (random.chance(0.1)) {
      return `<!-- wp:heading -->\n<h2 style="font-weight: 400">${headline(random, 'en')}</h2>\n<!-- /wp:heading -->\n\n`;
    }
    return `<p>${sentences(random, 'en', 2, 6)} <a href="https://blog.example/?p=${random.between(1, 9999)}" onclick="track('a')">${headline(random, 'en')}</a></p>\n`;
  },
  ending: () =>
    '<div class="share" style="clear: both"><a href="#" onclick="share(1)">Share</a></div>\n<img src="https://stat.example/i.gif" width="1" height="1">\n',
};

/** A note of a few lines under a title that no YAML parser accepts. */
const note: Shape = {
  name: 'note',
  language: 'en',
  opening: () => '',
  block: (random) => `<p>${sentences(random, 'en', 1, 3)}</p>\n`,
  ending: () => '',
};

/** A post that somebody wrote in Markdown, with islands of HTML and code that shows comments and tags. */
const markdown: Shape = {
  name: 'markdown',
  language: 'en',
  opening: () => '',
  block(random) {
    if (random.chance(0.12)) {
      return `\`\`\`html\n<!-- shown, not meant -->\n<style>\n.row { color: red }\n</style>\n\`\`\`\n\n`;
    }
    if (random.chance(0.15)) {
      return `## ${headline(random, 'en')}\n\n`;
    }
    if (random.chance(0.15)) {
      return `- ${sentence(random, 'en')}\n- use \`<!-- more -->\` there\n\n`;
    }
    if (random.chance(0.1)) {
      return `<figure style="margin: 0">\n<img src="${image(random)}">\n</figure>\n<!-- figure -->\n\n`;
    }
    return `${sentences(random, 'en', 2, 6)} **${headline(random, 'en')}** [link](https://blog.example/${random.between(1, 999)}).\n\n`;
  },
  ending: () => '<!-- end -->\n',
};

/** News are the bulk of the archive that Winnow was made for. */
export const shapes: readonly Shape[] = [news, news, developers, forum, breaks, blog, note, markdown];
