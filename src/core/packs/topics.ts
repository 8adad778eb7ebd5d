import type { Passage } from '../html/outline';
import type { Scene } from './scene';

/** `#bridge# #river at night#`: with a sign at both ends nobody but a writer puts a word. */
const written = /^(?:[#＃][^#＃\s][^#＃]{0,38}[#＃][\s,，、]*){1,20}$/;

/** `#bridge #river`: so do sites with their tags, and writers where a post has no other place for them. */
const hashtags = /^(?:[#＃][^#＃\s]{1,38}[\s,，、]*){1,40}$/;

/** Names of places where people post a few lines, as routes and categories have them, and their addresses. */
const microblogs =
  /微博|小红书|即刻|朋友圈|酷安|(?:up ?主|用户|bilibili|哔哩哔哩|b站).{0,3}动态|豆瓣广播|weibo|xiaohongshu|rednote|okjike|instagram|twitter|threads|bluesky|mastodon|telegram|tiktok|抖音/i;
const microblogAddress =
  /^https?:\/\/(?:[\w-]+\.)*(?:weibo\.c(?:om|n)|xiaohongshu\.com|okjike\.com|instagram\.com|twitter\.com|x\.com|threads\.net|bsky\.app|t\.me)\/|\/(?:hashtag|explore\/tags)\//i;

/** Whether a line is topics that the author wrote, not tags that the site lists. */
export function isTopics(scene: Scene, { text, start }: Pick<Passage, 'text' | 'start'>): boolean {
  return (
    written.test(text) ||
    (hashtags.test(text) &&
      (scene.namesOfSite.some((name) => microblogs.test(name)) ||
        microblogAddress.test(scene.linkAround(start) ?? '')))
  );
}
