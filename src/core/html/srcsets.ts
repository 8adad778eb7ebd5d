import type { StartTag } from '../types';
import { addressOf } from './addresses';
import { attribute } from './attributes';
import { isPreview, statedWidth, widestPreview } from './pictureAddresses';
import { styleDeclarations } from './style';

/** One of the pictures that a `srcset` lists. */
export interface Candidate {
  readonly address: string;
  readonly size: number;
  /** `w`: `size` is a width in pixels; `x`: it is a density. */
  readonly unit: 'w' | 'x';
}

/** The pictures that a `srcset` lists (HTML, section 4.8.4.2.1). */
export function candidatesOf(srcset: string): readonly Candidate[] {
  const found: Candidate[] = [];
  const pattern = /[\s,]*(\S+)([^,]*)/y;
  for (let match = pattern.exec(srcset); match !== null; match = pattern.exec(srcset)) {
    const [, candidate = '', rest = ''] = match;
    const isWhole = candidate.endsWith(',');
    if (isWhole) {
      pattern.lastIndex -= rest.length;
    }
    const address = candidate.replace(/,+$/, '');
    const descriptor = isWhole ? '' : rest.trim();
    if (address !== '') {
      found.push({
        address,
        size: parseFloat(descriptor || '1'),
        unit: descriptor.endsWith('w') ? 'w' : 'x',
      });
    }
  }
  return found;
}

/** The largest of the pictures a `srcset` lists; undefined when it lists none. */
export function largestOf(srcset: string): string | undefined {
  return largest(candidatesOf(srcset))?.address;
}

function largest(candidates: readonly Candidate[]): Candidate | undefined {
  let best: Candidate | undefined;
  for (const candidate of candidates) {
    if (candidate.size > (best?.size ?? -1)) {
      best = candidate;
    }
  }
  return best;
}

/** A picture that is so many times wider than another is not the same for a finer screen. */
const muchWider = 3;

/**
 * Whether `src` of a picture is a tiny preview of the largest of a list: blurred, or at most `widestPreview` wide by
 * what the list or its address says, and not shown at that size on purpose.
 */
export function isPreviewBeside(tag: StartTag, candidates: readonly Candidate[]): boolean {
  const best = largest(candidates);
  if (best?.unit !== 'w' || isMeantSmall(tag)) {
    return false;
  }
  const address = addressOf(attribute(tag, 'src'));
  if (isPreview(address) && !isPreview(best.address)) {
    return true;
  }
  const width =
    candidates.find((candidate) => candidate.address === address && candidate.unit === 'w')?.size ??
    statedWidth(address) ??
    widthByPattern(address, best);
  return width !== undefined && width <= widestPreview && best.size >= width * muchWider;
}

/** A thumbnail among others, the portrait of an author, an icon: the page gives it no more room. */
function isMeantSmall(tag: StartTag): boolean {
  const style = attribute(tag, 'style');
  const styled =
    style === undefined ? undefined : styleDeclarations(style).findLast(({ name }) => name === 'width');
  const last = /(?:^|[,\s])(\d+)px\s*$/.exec(addressOf(attribute(tag, 'sizes')))?.[1];
  return [attribute(tag, 'width')?.value, styled?.value, last].some((value) => {
    const width = /^\s*(\d+)(?:px)?\s*$/.exec(value ?? '')?.[1];
    return width !== undefined && Number(width) > 1 && Number(width) <= widestPreview;
  });
}

/** Longer addresses are not compared: each place of the number in one takes a look at the whole. */
const longestCompared = 2000;

/** `p-60.jpg` is 60 wide when `p-1200.jpg` is listed as 1200 wide. */
function widthByPattern(address: string, { address: other, size }: Candidate): number | undefined {
  if (other.length > longestCompared) {
    return undefined;
  }
  const digits = String(size);
  for (let at = other.indexOf(digits); at >= 0; at = other.indexOf(digits, at + 1)) {
    const rest = other.slice(at + digits.length);
    const width = address.slice(at, address.length - rest.length);
    if (/^\d{1,5}$/.test(width) && address === other.slice(0, at) + width + rest) {
      return Number(width);
    }
  }
  return undefined;
}
