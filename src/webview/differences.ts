/** The place of a block or a text in the source, as it stands in the HTML: digits. */
export interface PlaceText {
  readonly line: string;
  readonly start: string;
}

/** A text between two tags that is another one now. Neither is empty: where no text is, the page has nothing to change. */
export interface TextDifference {
  /** Index of the last place before it. */
  readonly place: number;
  readonly before: string;
  readonly after: string;
}

export interface Differences {
  /** The places of the HTML before and after: as many of both. */
  readonly before: readonly PlaceText[];
  readonly after: readonly PlaceText[];
  readonly texts: readonly TextDifference[];
}

/** As the core writes them. */
const place = / data-line="(\d{1,9})" data-start="(\d{1,9})"/;

/** More of them are no edit of a text. */
const mostTexts = 8;

/** What is in another state than plain text: a reference would have to be decoded. */
const notPlain = /[<>&]/;

/**
 * How two renderings of an article differ, when it is only in texts between tags and in the numbers of the places, as after
 * typing; undefined when it may be in anything else.
 */
export function differencesOf(before: string, after: string): Differences | undefined {
  const old = before.split(place);
  const now = after.split(place);
  if (old.length !== now.length) {
    return undefined;
  }
  const texts: TextDifference[] = [];
  for (let index = 0; index < old.length; index += 3) {
    const from = old[index] ?? '';
    const to = now[index] ?? '';
    if (from !== to) {
      const difference = textDifference(from, to);
      if (!difference || index === 0 || texts.length === mostTexts) {
        return undefined;
      }
      texts.push({ place: index / 3 - 1, ...difference });
    }
  }
  return { before: placesIn(old), after: placesIn(now), texts };
}

function placesIn(parts: readonly string[]): readonly PlaceText[] {
  const places: PlaceText[] = [];
  for (let index = 1; index < parts.length; index += 3) {
    places.push({ line: parts[index] ?? '', start: parts[index + 1] ?? '' });
  }
  return places;
}

/** The one text in which two pieces of HTML differ. Each piece begins inside a tag. */
function textDifference(from: string, to: string): Omit<TextDifference, 'place'> | undefined {
  const { same, sameAtEnd } = sharedEnds(from, to);
  const start = from.lastIndexOf('>', same - 1) + 1;
  const next = from.indexOf('<', from.length - sameAtEnd);
  if (start === 0 || next === -1 || from.lastIndexOf('<', same - 1) >= start) {
    return undefined;
  }
  const difference = {
    before: from.slice(start, next),
    after: to.slice(start, to.length - (from.length - next)),
  };
  const isPlain = (text: string): boolean => text !== '' && !notPlain.test(text);
  return isPlain(difference.before) && isPlain(difference.after) ? difference : undefined;
}

/** How many characters two texts have in common at the beginning, and how many of the rest at the end. */
export function sharedEnds(
  one: string,
  other: string,
): { readonly same: number; readonly sameAtEnd: number } {
  const shorter = Math.min(one.length, other.length);
  let same = 0;
  while (same < shorter && one[same] === other[same]) {
    same++;
  }
  let sameAtEnd = 0;
  while (sameAtEnd < shorter - same && one.at(-1 - sameAtEnd) === other.at(-1 - sameAtEnd)) {
    sameAtEnd++;
  }
  return { same, sameAtEnd };
}
