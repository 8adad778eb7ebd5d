import { utf8Length } from '../../src/core/edits';
import { headline } from './prose';
import { Random } from './random';
import { shapes, type Shape } from './shapes';

export interface GeneratedArticle {
  /** A file name. */
  readonly name: string;
  readonly shape: string;
  readonly text: string;
}

/** Half of the articles are longer; as in the archive that Winnow was made for. */
const medianBytes = 5_000;
/** The deviation of the logarithm: 2 of 3 articles lie between 2.2 and 11 KB. */
const spread = 0.8;
const maxBytes = 400_000;

/**
 * Articles in the shapes that crawlers leave them in, sizes log-normal around 5 KB. The same number
 * and seed give the same articles, and a larger number the same ones first.
 */
export function generateCorpus(files: number, seed = 1): readonly GeneratedArticle[] {
  return Array.from({ length: files }, (_, index) => {
    const random = new Random(seed * 1_000_003 + index);
    const shape = random.pick(shapes);
    const bytes = Math.min(maxBytes, medianBytes * Math.exp(spread * random.normal()));
    const name = `${String(index).padStart(6, '0')}-${shape.name}.md`;
    return { name, shape: shape.name, text: writeArticle(shape, bytes, random) };
  });
}

/** One article of a shape and about so many bytes of UTF-8, always the same. */
export function writeArticleOf(name: string, bytes: number): string {
  const shape = shapes.find((candidate) => candidate.name === name);
  if (shape === undefined) {
    throw new RangeError(`There is no shape ${name}.`);
  }
  // The seed is one whose article has plain line ends.
  return writeArticle(shape, bytes, new Random(7));
}

function writeArticle(shape: Shape, bytes: number, random: Random): string {
  const ending = shape.ending(random);
  let text = `${frontMatter(shape, random)}\n${shape.opening(random)}`;
  let left = bytes - utf8Length(text) - utf8Length(ending);
  do {
    const block = shape.block(random);
    text += block;
    left -= utf8Length(block);
  } while (left > 0);
  text += ending;
  // A few files come from another system.
  return random.chance(0.03) ? text.replaceAll('\n', '\r\n') : text;
}

function frontMatter(shape: Shape, random: Random): string {
  const title = headline(random, shape.language);
  const quoted = shape.name === 'note' ? `"""""'${title}'"""""` : `'${title.replaceAll("'", "''")}'`;
  const day = new Date(
    Date.UTC(2020, 0, random.between(1, 1500), random.between(0, 23), random.between(0, 59)),
  );
  const head = `https://images.example/cover/${random.between(1, 9999)}.jpg`;
  // The crawler's own template begins with a line end; a hand-written post does not.
  return `${shape.name === 'markdown' ? '' : '\n'}---
title: ${quoted}
categories: 
 - 示例
 - 示例频道
headimg: '${head}'
author: 示例频道
comments: false
date: ${random.chance(0.5) ? day.toUTCString() : day.toISOString().slice(0, 19).replace('T', ' ')}
thumbnail: '${head}'
---
`;
}
