import assert from 'node:assert/strict';
import { classifyBody } from '../../src/core/body';
import { indexLines } from '../../src/core/text';
import { parse5Tokens } from '../support/parse5Tokens';

/** In the shape of html5lib's tokenizer tests: what is tried, the input, and for ours the name of a deviation. */
interface TokenizerCase {
  readonly description: string;
  readonly input: string;
  readonly deviation?: keyof typeof deviations;
}

/** Where we read otherwise than a browser, on purpose. */
const deviations = {
  'no end': 'What has no end hides nothing: a browser would swallow the rest of the article.',
  'quote without end': 'It ends its tag at the first `>`, since the author of the article did not mean more.',
  'script in script':
    'Raw text that holds its own start tag is taken for two: a crawler decoded `&lt;script&gt;`.',
  'own terminator': 'Instructions and CDATA run to `?>` and `]]>`, as the generators take them.',
} as const;

const cases: readonly TokenizerCase[] = [
  // Comments
  { description: 'Comment, two dashes only', input: '<!---->a' },
  { description: 'Comment, one dash', input: '<!--->a-->b' },
  { description: 'Comment, no dash', input: '<!-->a-->b' },
  { description: 'Comment, three dashes at the end', input: '<!-- a --->b' },
  { description: 'Comment, many dashes at the end', input: '<!-- a ------->b' },
  { description: 'Comment, dashes in the middle', input: '<!-- a -- b - c -->d' },
  { description: 'Comment, bang at the end', input: '<!-- a --!>b' },
  { description: 'Comment, bang and dashes', input: '<!-- a --!--!>b' },
  { description: 'Comment, bang that ends nothing', input: '<!-- a --! > -->b' },
  { description: 'Comment, greater-than in it', input: '<!-- a > b -> c -->d' },
  { description: 'Comment, nested opening', input: '<!-- a <!-- b -->c' },
  { description: 'Comment, nested opening and bang', input: '<!-- a <!--!> b -->c' },
  { description: 'Comment, nested opening glued to the end', input: '<!-- a <!-->b' },
  { description: 'Comment, less-than before the end', input: '<!-- a <-->b' },
  { description: 'Comment, tags and raw text in it', input: '<!-- <style> <p a=">"> --></style>b' },
  { description: 'Comment, quote in it', input: '<!-- a="-->"b' },
  { description: 'Comment, line ends in it', input: '<!-- a\nb\r\nc -->d' },
  { description: 'Comment, NBSP and astral characters', input: '<!-- \u00A0𠮷 -->\u{1F600}' },
  { description: 'Comment without end', input: '<!-- a <b>c</b>', deviation: 'no end' },
  { description: 'Comment, end of file after dashes', input: '<!-- a --', deviation: 'no end' },
  // Bogus comments and declarations
  { description: 'Bogus comment, bang', input: '<!a b>c' },
  { description: 'Bogus comment, one dash', input: '<!- a -->b' },
  { description: 'Bogus comment, end tag with digit', input: '</3 a>b' },
  { description: 'Conditional comment, revealed', input: '<![if !vml]>a<![endif]>b' },
  { description: 'Conditional comment, hidden', input: '<!--[if gte mso 9]><xml></xml><![endif]-->a' },
  { description: 'DOCTYPE', input: '<!DOCTYPE html PUBLIC "a>b">c' },
  { description: 'Namespace of Word', input: '<?xml:namespace prefix = o />a' },
  {
    description: 'Instruction with a tag in it',
    input: '<?php echo "<b>"; ?>a',
    deviation: 'own terminator',
  },
  {
    description: 'CDATA outside of foreign content',
    input: '<![CDATA[ <b> ]]>a',
    deviation: 'own terminator',
  },
  // Tags
  { description: 'Tag, upper case', input: '<B CLASS=x>a</B>' },
  { description: 'Tag, white space in it', input: '<b\tclass\n=\f"x"  >a</b \n>' },
  { description: 'Tag, attributes without white space', input: '<b a="1"c=\'2\'d=3>e</b>' },
  { description: 'Tag, repeated attribute', input: '<b a=1 A=2>c</b>' },
  { description: 'Tag, attribute without value', input: '<b hidden a = >c</b>' },
  { description: 'Tag, equals sign first', input: '<b =a>c</b>' },
  { description: 'Tag, less-than and quotes in names', input: '<b a"b=c d<e=f>g</b>' },
  { description: 'Tag, greater-than in quotes', input: '<b a=">" c=\'>\'>d</b>' },
  { description: 'Tag, slashes', input: '<b/a / c=d/>e</b/>' },
  { description: 'Tag, void and self-closing', input: '<br/><img src=a/>b' },
  { description: 'Tag, attributes of an end tag', input: '<b>a</b c=">">d' },
  { description: 'Tag, namespace and custom names', input: '<o:p>a</o:p><x-card>b</x-card>' },
  { description: 'Less-than before white space, digit, end', input: '1 < 2 <3 <= 4 <' },
  { description: 'Less-than before a tag', input: '<<b>a</b>' },
  { description: 'End tag without a name', input: 'a</ b>c' },
  { description: 'Tag, quote without end', input: '<b a="c>d</b>', deviation: 'quote without end' },
  { description: 'Tag, end of file in it', input: 'a <b c' },
  // Raw text
  { description: 'RAWTEXT, tags and comments in it', input: '<style><b> <!-- a --> </p></style>c' },
  { description: 'RAWTEXT, upper case, white space in the end tag', input: '<STYLE>a</Style \n>b' },
  { description: 'RAWTEXT, slash in the end tag', input: '<xmp>a</xmp/>b' },
  { description: 'RAWTEXT, longer name', input: '<style>a</styles></style>b' },
  { description: 'RAWTEXT, end tag without greater-than', input: '<style>a</style b</style>c' },
  { description: 'RCDATA, tags in it', input: '<title><b>a</title>b<textarea><i></textarea>c' },
  { description: 'Script, less-than and strings', input: '<script>a<b; "</b>"; "<\\/script>"</script>c' },
  { description: 'Script, escaped', input: '<script><!-- a --></script>b' },
  { description: 'Script, escaped without end', input: '<script><!-- a </script>b' },
  {
    description: 'Script, double escaped',
    input: '<script><!-- <script> </script> --></script>b',
    deviation: 'script in script',
  },
  { description: 'RAWTEXT without end', input: '<style>a<b>c</b>', deviation: 'no end' },
  { description: 'Script without end', input: '<script>a<b>c</b>', deviation: 'no end' },
  { description: 'Text area without end', input: '<textarea>a<b>c</b>', deviation: 'no end' },
];

/** Kind and source of each token. Raw text is none to the oracle, and `</>` none to the standard. */
function ours(html: string): readonly string[] {
  return classifyBody(html, 0, indexLines(html))
    .tokens.filter(({ kind, start, end }) => kind !== 'rawText' && html.slice(start, end) !== '</>')
    .map(({ kind, start, end }) => `${kind} ${html.slice(start, end)}`);
}

function theirs(html: string): readonly string[] {
  return parse5Tokens(html).tokens.map(({ kind, start, end }) => `${kind} ${html.slice(start, end)}`);
}

describe('The tokenizer cases', () => {
  for (const { description, input, deviation } of cases) {
    const html = `<div>${input}</div>`;
    if (deviation === undefined) {
      it(`${description}: as parse5 reads it`, () => {
        assert.deepEqual(ours(html), theirs(html));
      });
    } else {
      it(`${description}: not as parse5 reads it (${deviation})`, () => {
        assert.notDeepEqual(ours(html), theirs(html));
        // The text after it is not lost.
        assert.equal(ours(html).at(-1), 'endTag </div>');
      });
    }
  }

  it('use every deviation that has a name', () => {
    assert.deepEqual(
      new Set(cases.flatMap(({ deviation }) => deviation ?? [])),
      new Set(Object.keys(deviations)),
    );
  });
});
