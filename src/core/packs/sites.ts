import type { PackEntry } from './pack';

/**
 * What single sites, themes and plugins leave in the articles that are taken from them. Names that say by
 * themselves what they are (`share-bar`, `related-posts`) need no entry: see `classNames.ts`.
 */
export const sitePacks: readonly PackEntry[] = [
  // Sina
  { match: '.appendQr_wrap', why: 'Advertisement of the app of Sina' },
  { match: '.hqimg_related', why: 'Quotations beside the article of Sina' },
  { match: '.otherContent_01', why: 'Recommendations of Sina' },
  { text: '^炒股就看金麒麟分析师研报', why: 'Advertisement of Sina' },
  { text: '^24小时滚动播报最新的财经资讯和视频', why: 'Advertisement of Sina' },
  { text: '^热点栏目\\s*自选股\\s*数据中心', why: 'Navigation of Sina' },
  { text: '^海量资讯、精准解读，尽在新浪财经APP$', why: 'Advertisement of the app of Sina' },
  // sspai
  {
    match: '.article-side',
    text: '^.{0,12}(?:扫码|分享|赞|充电|评论|收藏|关注|目录)',
    why: 'Buttons beside the article of sspai',
  },
  { text: '解锁全新阅读体验', within: 8, why: 'Advertisement of the app of sspai' },
  { text: '正版软件.{0,4}少数派为你呈现', within: 8, why: 'Advertisement of the shop of sspai' },
  { text: '^>?\\s*想申请成为少数派作者', within: 8, why: 'Advertisement of sspai' },
  // Juejin
  {
    text: '^(?:本文已参与|我正在参[与加](?!的|一)|本文正在参[与加]|持续创作，加速成长|[「“]?这是我参与|小知识，大挑战).{0,80}?(?:掘金|更文|征文|创作|投稿|好文召集|新人|日新|写作)',
    why: 'Line of a campaign of Juejin',
  },
  {
    text: '^>?\\s*本文(?:使用|由).{0,6}mdnice.{0,4}(?:排版|多平台发布)$',
    why: 'Note of an editor for several platforms',
  },
  // OSChina
  { match: '.ad-wrap', why: 'Advertisement of OSChina' },
  { match: '.collapse-bar', why: 'Button that unfolds the article' },
  // ITHome
  { match: 'p.ad-tips', why: 'Notice of ITHome about links' },
  // Huxiu
  { match: '.neirong-shouquan', why: 'Notice of Huxiu about reprinting' },
  { match: '.neirong-shouquan-public', why: 'Notice of Huxiu about reprinting' },
  { text: '^正在改变与想要改变世界的人，都在', why: 'Advertisement of the app of Huxiu' },
  // NetEase, Sohu, The Paper, Xinhua, People
  { match: '.post_statement', why: 'Notice of NetEase about its authors' },
  { match: '.backsohu', why: 'Link back to Sohu' },
  { match: '#backsohucom', why: 'Link back to Sohu' },
  { text: '^澎湃新闻报料\\s*[:：]', within: 8, why: 'Telephone number of The Paper' },
  { text: '^(?:澎湃新闻，)?未经授权不得转载', within: 8, why: 'Notice of the site about reprinting' },
  // Appinn
  { text: '^©\\d{4} .{1,20} for 小众软件', within: 4, why: 'Footer of the feed of Appinn' },
  { text: '^[0-9a-f]{32}$', within: 2, why: 'Mark that a feed leaves below the article' },
  // Gamersky
  {
    text: '^(?:更多相关资讯请关注|友情提示\\s*[:：].{0,8}支持键盘|本文由游民星空制作发布)',
    why: 'Note of Gamersky',
  },
  // CSDN, cnblogs and highlighters
  { match: '.pre-numbering', why: 'Line numbers beside code' },
  { text: '^文章知识点与官方知识档案匹配', within: 8, why: 'Note of CSDN' },
  { match: '.hljs-button', why: 'Button beside code' },
  { match: '.hide-preCode-box', why: 'Button beside code' },
  { match: '.cnblogs_code_toolbar', why: 'Buttons beside code' },
  { match: '.code_img_closed', why: 'Picture that unfolds code' },
  { match: '.code_img_opened', why: 'Picture that folds code' },
  { match: '.cnblogs_code_collapse', why: 'Button that unfolds code' },
  { match: '.dp-highlighter .bar', why: 'Buttons beside code' },
  { match: '.syntaxhighlighter .toolbar', why: 'Buttons beside code' },
  { match: '.crayon-toolbar', why: 'Buttons beside code' },
  { match: '.crayon-nums', why: 'Line numbers beside code' },
  { match: '.enlighter-toolbar', why: 'Buttons beside code' },
  { match: '.gist-meta', why: 'Note of GitHub below code' },
  { match: '.hide-article-box', why: 'Button that unfolds the article' },
  // WeChat
  { match: 'mp-common-profile', why: 'Card of a WeChat account' },
  { match: '.mp_profile_iframe_wrp', why: 'Card of a WeChat account' },
  { match: '.js_product_container', why: 'Goods beside the article' },
  { match: '#js_pc_qr_code', why: 'Code to scan' },
  { match: 'qqmusic', why: 'Song that only the app of WeChat plays' },
  { match: 'mpvoice', why: 'Sound that only the app of WeChat plays' },
  { match: '.js_audio_card', why: 'Sound that only the app of WeChat plays' },
  { match: '.js_music_card', why: 'Song that only the app of WeChat plays' },
  { match: 'mp-style-type', why: 'Mark of WeChat' },
  // Bilibili
  { match: '.banner-image:has(+ .article-holder)', why: 'Picture over the title at Bilibili' },
  { match: '.banner-img-holder', why: 'Picture over the title at Bilibili' },
  { match: 'figure:has(> img[class^="cut-off-"])', why: 'Ornamental line of Bilibili' },
  { match: 'img[class^="cut-off-"]', why: 'Ornamental line of Bilibili' },
  { match: 'figure:has(> img.article-card)', why: 'Card of a film or an article at Bilibili' },
  // The Paper
  { match: '.news_video_name', why: 'Player of The Paper, without its film' },
  // Forem (dev.to), GitHub, highlighters of documentation
  { match: '.highlight__panel', why: 'Buttons beside code' },
  { match: '.zeroclipboard-container', why: 'Button beside code' },
  { match: '.code-toolbar > .toolbar', why: 'Buttons beside code' },
  {
    match: 'details',
    text: '^Assets\\s*\\d*\\b.{0,400}(?:Source code|\\.(?:zip|t?gz|tar|xz|exe|msi|dmg|pkg|deb|rpm|apk|AppImage)\\b)',
    why: 'Files of a release',
  },
  // Substack, Ghost, Medium, Blogger, FeedBurner, WordPress
  { match: '.subscription-widget-wrap', why: 'Invitation to subscribe' },
  { match: '.subscription-widget-wrap-editor', why: 'Invitation to subscribe' },
  { match: '.subscription-widget', why: 'Invitation to subscribe' },
  { match: '.captioned-button-wrap', why: 'Invitation to share or subscribe' },
  { match: 'p.button-wrapper', why: 'Button of Substack' },
  { match: '.image-link-expand', why: 'Button on a picture' },
  { match: '.kg-signup-card', why: 'Invitation to subscribe' },
  { match: '.blogger-post-footer', why: 'Footer of the feed' },
  { match: '.feedflare', why: 'Buttons of FeedBurner' },
  { match: '.sharedaddy', why: 'Buttons for sharing' },
  { match: '.jp-relatedposts', why: 'Links to other articles' },
  { match: '.jp-relatedposts-headline', why: 'Links to other articles' },
  { match: '.wpcnt', why: 'Advertisement' },
  { match: '.yarpp-related', why: 'Links to other articles' },
  { match: '.mc4wp-form', why: 'Invitation to subscribe' },
  // Ars Technica
  { text: '^Listing image\\b.{0,80}$', within: 8, why: 'Credit of a picture that is not in the article' },
  // PC Gamer, GamesRadar, TechRadar
  {
    match: '.fancy-box',
    text: "^(?:Perfect peripherals|Best of the best|More from|You may like|Today’s best|Today's best|Read more)\\b",
    why: 'Links to guides of what to buy',
  },
  { match: 'aside.hawk-base', text: '\\bnewsletter\\b', why: 'Invitation to subscribe' },
  // Smashing Magazine
  {
    match: '.feature-panel-container',
    text: '\\b(?:Smashing|workshops?|newsletter|e-?books?|video course|jump to|sponsor\\w*|register|tickets?|meet)\\b',
    why: 'Advertisement of Smashing Magazine',
  },
  {
    match: '.feature-panel',
    text: '\\b(?:Smashing|workshops?|newsletter|e-?books?|video course|jump to|sponsor\\w*|register|tickets?|meet)\\b',
    why: 'Advertisement of Smashing Magazine',
  },
  { match: '.c-garfield-the-cat', why: 'Advertisement of Smashing Magazine' },
  {
    match: '.signature',
    text: '^\\((?:[a-z]{2,3}(?:, ?)?){1,6}\\)$',
    why: 'Mark of the editors of Smashing Magazine',
  },
  // Frames of buttons and of discussions
  { match: 'iframe[src*="/slashdot-it.pl"]', why: 'Comments of readers' },
  { match: 'iframe[src*="disqus.com/embed"]', why: 'Comments of readers' },
  { match: 'iframe[src*="facebook.com/plugins/like"]', why: 'Buttons for sharing' },
  { match: 'iframe[src*="facebook.com/plugins/share_button"]', why: 'Buttons for sharing' },
  { match: 'iframe[src*="facebook.com/plugins/page"]', why: 'Invitation to follow an account' },
  { match: 'iframe[src*="facebook.com/plugins/likebox"]', why: 'Invitation to follow an account' },
  { match: 'iframe[src*="platform.twitter.com/widgets/tweet_button"]', why: 'Buttons for sharing' },
  {
    match: 'iframe[src*="platform.twitter.com/widgets/follow_button"]',
    why: 'Invitation to follow an account',
  },
  { match: 'iframe[src*="ghbtns.com/"]', why: 'Button that counts the stars of a project' },
  { match: 'iframe[src*="buttons.github.io/"]', why: 'Button that counts the stars of a project' },
  { match: 'iframe[src*=".substack.com/embed"]', why: 'Invitation to subscribe' },
  // Wikis and manuals
  { match: '.mw-editsection', why: 'Link that edits a page' },
  { match: 'a.headerlink', text: '^[#¶§🔗]?$', why: 'Link of a heading to itself' },
  { match: 'a.header-anchor', text: '^[#¶§🔗]?$', why: 'Link of a heading to itself' },
  { match: 'a.anchor-link', text: '^[#¶§🔗]?$', why: 'Link of a heading to itself' },
  { match: 'a.hash-link', text: '^[#¶§🔗]?$', why: 'Link of a heading to itself' },
];
