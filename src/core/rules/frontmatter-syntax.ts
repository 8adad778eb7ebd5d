import * as l10n from '@vscode/l10n';
import { isScalar } from 'yaml';
import { isPlaceholder } from '../consumers/scalar';
import { knownFields } from '../fields';
import { diagnose, type SyntaxFault } from '../frontMatter/diagnose';
import { endOfLine } from '../frontMatter/lines';
import { quoteText } from '../frontMatter/quote';
import type { Article, Field, Fix, FrontMatter, Problem, Rule, RuleContext, YamlError } from '../types';

interface Data {
  readonly fixes: readonly Fix[];
}

export const frontmatterSyntax: Rule<Data> = {
  meta: {
    id: 'frontmatter-syntax',
    description: 'YAML that cannot be read, or reads as something else than it looks like.',
    rationale:
      'One colon or quote in a title makes the whole front matter unreadable, and the post is not built. Each mistake is told once, at its place; where quotes repair it, the fix changes that line only.',
    group: 'frontmatter',
    severity: 'error',
    fixKind: 'safe',
    example: {
      bad: '---\ntitle: WordPress: what to do\ndate: 2022-04-04\n---\n\nText.\n',
      good: "---\ntitle: 'WordPress: what to do'\ndate: 2022-04-04\n---\n\nText.\n",
    },
  },

  *detect(article, context) {
    const { frontMatter } = article;
    if (frontMatter === undefined) {
      return;
    }
    const first = frontMatter.errors[0];
    if (first === undefined) {
      yield* misreadings(article, frontMatter, context);
    } else if (unreadable.has(first.code)) {
      yield { start: first.start, end: first.end, message: unreadableMessage(first), data: { fixes: [] } };
    } else {
      yield* faultsOf(article, frontMatter, context);
    }
  },

  fix({ data }) {
    return data.fixes;
  },
};

/** Errors that are no mistake in a line. */
const unreadable = new Set(['TOO_LARGE', 'NOT_PARSED', 'NOT_A_MAP']);

function unreadableMessage({ code }: YamlError): string {
  return code === 'NOT_A_MAP'
    ? l10n.t('The front matter is not made of lines “key: value”: no field can be read.')
    : l10n.t('The front matter is too large or too deeply nested to be checked.');
}

function* faultsOf(
  article: Article,
  { content }: FrontMatter,
  context: RuleContext,
): Iterable<Problem<Data>> {
  const source = article.text.slice(content.start, content.end);
  const { faults, repairable } = diagnose(source, content.start);
  // Applied together the first repairs make the block readable; a fix that leaves it unreadable is not
  // offered.
  const edits = faults.flatMap(({ repairs }) => repairs[0]?.edits ?? []);
  const kind = faults.every(({ repairs }) => repairs[0]?.fixKind === 'safe') ? 'safe' : 'suggestion';
  for (const fault of faults) {
    let fixes: readonly Fix[] = [];
    if (repairable) {
      fixes =
        faults.length === 1
          ? fault.repairs.map(({ fixKind, edits: own }) => ({
              title: titleOf(article, own[0]?.text ?? ''),
              kind: fixKind,
              edits: own,
            }))
          : [{ title: l10n.t('Repair the {0} lines that YAML cannot read', faults.length), kind, edits }];
    }
    yield {
      start: fault.start,
      end: fault.end,
      message: messageOf(fault, article, context),
      data: { fixes },
    };
  }
}

function titleOf(article: Article, text: string): string {
  const shown = text.length > 60 ? `${text.slice(0, 57)}...` : text;
  return text.trim() === '' ? l10n.t('Correct the indentation') : l10n.t('Write {0}', shown);
}

function messageOf(fault: SyntaxFault, { text }: Article, { options }: RuleContext): string {
  const written = text.slice(fault.start, fault.end);
  switch (fault.kind) {
    case 'nested quotes':
      return l10n.t(
        'The value of “{0}” was quoted {1} times over: YAML takes the first two quotes for an empty text, stops here, and no field can be read. Keep one pair.',
        fault.key,
        fault.pairs,
      );
    case 'inner quote':
      return l10n.t(
        'YAML takes this quote for the end of the value, and no field can be read. Double it or use the other kind of quotes.',
      );
    case 'escape':
      return l10n.t(
        'In double quotes “{0}” is an escape that YAML does not know, and no field can be read. Use single quotes.',
        written,
      );
    case 'open quote':
      return l10n.t('This quote is not closed: YAML reads on into the next lines.');
    case 'open bracket':
      return l10n.t('This bracket is not closed: YAML reads on into the next lines.');
    case 'indentation':
      return l10n.t(
        '“{0}” is indented below a field that has a value already, and no field can be read.',
        fault.key,
      );
    case 'colon':
      return l10n.t(
        'YAML takes what is before this colon for a key, and no field can be read. Quote the value.',
      );
    case 'indicator':
      return l10n.t(
        'A value that begins with “{0}” is not text to YAML, and no field can be read. Quote it.',
        written,
      );
    case 'tab':
      return options.profile === 'hexo'
        ? l10n.t('YAML does not allow a tab here. Hexo takes it for two blanks; other readers read no field.')
        : l10n.t('YAML does not allow a tab here, and no field can be read. Use blanks.');
    case 'separator':
      return l10n.t(
        'Between a key and its value YAML wants a colon and a blank; without them no field can be read.',
      );
    case undefined:
      return unexplained(fault.error);
  }
}

function unexplained({ code, message }: YamlError): string {
  switch (code) {
    case 'MULTILINE_IMPLICIT_KEY':
      return l10n.t('This line is not “key: value”, and no field can be read.');
    case 'BAD_INDENT':
    case 'BLOCK_AS_IMPLICIT_KEY':
      return l10n.t('YAML does not understand the indentation from here on, and no field can be read.');
    default:
      return l10n.t('YAML stops here, and no field can be read: {0}', message.split('\n', 1)[0] ?? '');
  }
}

/**
 * What parses, but not as it looks: a title cut off by a number sign, an anchor, a template that was never
 * filled in.
 */
function* misreadings(
  article: Article,
  frontMatter: FrontMatter,
  { document }: RuleContext,
): Iterable<Problem<Data>> {
  const isTemplate = /\/_?(?:scaffolds|archetypes|templates)\//.test(`/${document.path ?? ''}`);
  for (const field of frontMatter.fields) {
    const written = article.text.slice(field.valueSpan.start, field.valueSpan.end);
    if (isPlaceholder(written)) {
      if (!isTemplate) {
        yield {
          ...field.valueSpan,
          message: l10n.t('{0} is a template that was never filled in. Write the value.', written),
          severity: 'warning',
          data: { fixes: [] },
        };
      }
    } else if (knownFields.get(field.key)?.type === 'text') {
      yield* lostText(article, field, frontMatter);
    }
  }
}

/** `title: C #1` is “C” to YAML, `title: #1` nothing, `title: &a b` is “b”. */
function* lostText(article: Article, field: Field, { content }: FrontMatter): Iterable<Problem<Data>> {
  const { text } = article;
  const { keySpan, valueSpan } = field;
  const lineEnd = endOfLine(text, keySpan.end);
  const line = text.slice(keySpan.end, lineEnd);
  const comment = /[ \t](#(?![#\s])\S.*)$/.exec(line)?.[1];
  const isPlain = isScalar(field.node) && (field.node.type === 'PLAIN' || field.node.type === undefined);
  if (field.node !== null && !isPlain) {
    return;
  }
  const start = keySpan.end + (/^[ \t]*:[ \t]*/.exec(line)?.[0].length ?? 0);
  const end = keySpan.end + line.trimEnd().length;
  const quote = (message: string): Problem<Data> => ({
    start,
    end,
    message,
    severity: 'warning',
    data: {
      fixes: [
        {
          title: titleOf(article, quoteText(text.slice(start, end))),
          kind: 'suggestion',
          edits: [{ start, end, text: quoteText(text.slice(start, end)) }],
        },
      ],
    },
  });
  if (
    comment !== undefined &&
    !/^#\s*winnow-/.test(comment) &&
    end > start &&
    valueSpan.end <= end - comment.length
  ) {
    const kept = text.slice(valueSpan.start, valueSpan.end);
    yield quote(
      kept === ''
        ? l10n.t('YAML takes “{0}” for a comment: “{1}” has no value. Quote it.', comment, field.key)
        : l10n.t('YAML takes “{0}” for a comment: the value is “{1}”. Quote it.', comment, kept),
    );
    return;
  }
  const anchor = isScalar(field.node) ? field.node.anchor : undefined;
  if (anchor !== undefined && !text.slice(content.start, content.end).includes(`*${anchor}`)) {
    const kept = text.slice(valueSpan.start, valueSpan.end);
    yield quote(
      l10n.t('YAML takes “&{0}” for the name of an anchor: the value is “{1}”. Quote it.', anchor, kept),
    );
  }
}
