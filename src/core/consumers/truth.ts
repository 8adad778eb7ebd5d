import type { Profile } from '../types';

/**
 * What a text is worth where true or false is expected: warehouse's `SchemaTypeBoolean.cast` (Hexo), Go's
 * `cast.ToBool` (Hugo), a text as such elsewhere.
 */
export function truthOf(text: string, profile: Profile): boolean {
  switch (profile) {
    case 'hexo':
      return text !== 'false' && text !== '0';
    case 'hugo':
      return /^(?:1|t|T|true|TRUE|True)$/.test(text);
    case 'jekyll':
    case 'generic':
      return true;
  }
}
