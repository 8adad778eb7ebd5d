import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { Document, Node } from 'yaml';

/** Enough for any real block; an alias bomb of a few lines would expand to billions. */
export const maxNodes = 100_000;

/**
 * Builds plain JavaScript values from the nodes of a document. Own code, since `toJS` is quadratic in the
 * number of anchors and throws on an alias bomb: here a value that expands to more than 100,000 nodes is
 * undefined. All values of one document share that budget.
 */
export function plainValues(doc: Document): (node: unknown) => unknown {
  let targets: ReadonlyMap<unknown, Node> | undefined;
  let left = maxNodes;

  const build = (node: unknown): unknown => {
    if (--left < 0) {
      throw new RangeError('Too many nodes.');
    }
    if (isScalar(node)) {
      return node.value;
    }
    if (isAlias(node)) {
      targets ??= aliasTargets(doc);
      return build(targets.get(node));
    }
    if (isSeq(node)) {
      return node.items.map(build);
    }
    if (isMap(node)) {
      return Object.fromEntries(node.items.map((pair) => [keyText(build(pair.key)), build(pair.value)]));
    }
    return null;
  };

  return (node) => {
    try {
      return build(node);
    } catch {
      // The budget is spent or an anchor contains itself: no rule can say anything about such a value.
      return undefined;
    }
  };
}

/**
 * How many nodes the values of a document have when every alias is followed; Infinity for an alias inside of
 * what it names. Each node is looked at once.
 */
export function expandedSize(doc: Document): number {
  let targets: ReadonlyMap<unknown, Node> | undefined;
  const sizes = new Map<unknown, number>();
  const size = (node: unknown): number => {
    if (isAlias(node)) {
      targets ??= aliasTargets(doc);
      return size(targets.get(node));
    }
    if (!isMap(node) && !isSeq(node)) {
      return 1;
    }
    const known = sizes.get(node);
    if (known !== undefined) {
      return known;
    }
    // Whoever comes here again before the sum is known has met the node inside of itself.
    sizes.set(node, Infinity);
    const children = isMap(node)
      ? node.items.map((pair) => size(pair.key) + size(pair.value))
      : node.items.map(size);
    const sum = children.reduce((one, other) => one + other, 1);
    sizes.set(node, sum);
    return sum;
  };
  return size(doc.contents);
}

/** An alias means the last anchor of its name before it. */
function aliasTargets(doc: Document): ReadonlyMap<unknown, Node> {
  const anchors = new Map<string, Node>();
  const targets = new Map<unknown, Node>();
  const visit = (node: unknown): void => {
    if (isAlias(node)) {
      const target = anchors.get(node.source);
      if (target) {
        targets.set(node, target);
      }
      return;
    }
    if (isScalar(node) || isMap(node) || isSeq(node)) {
      if (node.anchor !== undefined) {
        anchors.set(node.anchor, node);
      }
    }
    if (isMap(node)) {
      for (const pair of node.items) {
        visit(pair.key);
        visit(pair.value);
      }
    } else if (isSeq(node)) {
      node.items.forEach(visit);
    }
  };
  visit(doc.contents);
  return targets;
}

/** A key that is no scalar has no name; JavaScript's own text for it is what the consumers get. */
function keyText(key: unknown): string {
  return typeof key === 'object' && key !== null ? '[object Object]' : String(key);
}
