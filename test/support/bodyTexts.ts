import fc from 'fast-check';

/** What Markdown text is made of, without HTML and Hexo tags. */
export const markdownPieces = [
  ...[
    '\n',
    '\n',
    '\n\n',
    '\n\n\n',
    ' ',
    '  ',
    '    ',
    '      ',
    '\t',
    'a',
    'b *c*',
    'text',
    '\u3000',
    '\u00a0',
  ],
  ...['> ', '>', '- ', '  - ', '* ', '+ ', '1. ', '2) ', '# ', '---', '===', '|', '|-|', '[x]: y', '\\'],
] as const;

export const fencePieces = ['```', '~~~', '````', '`', '``'] as const;

/** Tags that no rule of the classifier but CommonMark's own looks at. */
export const plainTags = [
  ...['<p>', '</p>', '<b>', '</b>', '<span class="x">', '<x-y>', '<li>', '</li>', '<a href="q">', '<td>'],
  ...['<br>', '<hr>'],
] as const;

/** What opens, closes, hides or breaks something. */
export const hostilePieces = [
  ...['<div>', '</div>', '<section>', '</section>', '<table>', '</table>', '<details>', '</details>'],
  ...['<div markdown="1">', '<div a="', '"', "'", '>', '<', '</', '<!--', '-->', '--!>', '<!-->', '<?', '?>'],
  ...['<![CDATA[', ']]>', '<!X', '<script>', '</script>', '<style>', '</style>', '<textarea>', '</textarea>'],
  ...[
    '<pre>',
    '</pre>',
    '<code>',
    '</code>',
    '<pre><code>',
    '</code></pre>',
    '<pre class="brush">',
    '\r\n',
    '\r',
  ],
  ...['{% codeblock %}', '{% endcodeblock %}', '{% highlight js %}', '{% endhighlight %}', '{% raw %}'],
] as const;

/** Texts of up to `maxLength` pieces. */
export function textOf(pieces: readonly string[], maxLength = 30): fc.Arbitrary<string> {
  return fc.array(fc.constantFrom(...pieces), { maxLength }).map((chosen) => chosen.join(''));
}

/** Texts in which anything may happen. */
export function anyText(maxLength = 30): fc.Arbitrary<string> {
  return textOf(
    [...markdownPieces, ...fencePieces, ...plainTags, ...hostilePieces, ...hostilePieces],
    maxLength,
  );
}
