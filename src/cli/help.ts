/** One option as the parser and the help know it. */
export interface OptionHelp {
  readonly name: string;
  /** The placeholder of its value; undefined for a switch. */
  readonly value?: string;
  readonly text: string;
}

interface CommandHelp {
  readonly usage: string;
  readonly text: string;
  readonly options: readonly OptionHelp[];
}

export const commandNames = ['check', 'clean', 'render'] as const;
export type CommandName = (typeof commandNames)[number];

const commonOptions: readonly OptionHelp[] = [
  { name: 'stdin-filename', value: 'FILE', text: 'the name that - stands for when settings are looked up' },
  { name: 'profile', value: 'PROFILE', text: 'who reads the articles: hexo, jekyll, hugo or generic' },
  { name: 'config', value: 'FILE', text: 'the settings file, instead of the nearest .winnow.yaml' },
  { name: 'no-config', text: 'look for no .winnow.yaml' },
  { name: 'help', text: 'show this help' },
];

const level = (fallback: string): OptionHelp => ({
  name: 'level',
  value: 'LEVEL',
  text: `minimal, standard or thorough (default: ${fallback})`,
});

export const commands: Readonly<Record<CommandName, CommandHelp>> = {
  check: {
    usage: 'winnow check [OPTION]... PATH...',
    text: 'Reports what is wrong with articles. PATH is a file, a folder (its *.md and *.markdown files at any depth, except in node_modules and .git) or - for standard input.',
    options: [
      { name: 'format', value: 'FORMAT', text: 'text or json (default: text)' },
      {
        name: 'fail-on',
        value: 'SEVERITY',
        text: 'exit with 1 from this severity up: hint, information, warning or error (default: warning)',
      },
      ...commonOptions,
    ],
  },
  clean: {
    usage: 'winnow clean [OPTION]... PATH...',
    text: 'Takes the chaff out of articles. Of one file, or - for standard input, the cleaned text goes to standard output; with --write, --diff or --check, PATH may be several files and folders.',
    options: [
      { name: 'write', text: 'write the files that change, each atomically' },
      { name: 'diff', text: 'print a unified diff; exit with 1 when there is one' },
      { name: 'check', text: 'list the files that would change; exit with 1 when there are any' },
      level('clean.level of the settings, else standard'),
      { name: 'only', value: 'NAME,...', text: 'only these groups or rules' },
      { name: 'fix-front-matter', text: 'apply the safe fixes of the front matter too' },
      { name: 'format', value: 'FORMAT', text: 'text or json, with --write or --check (default: text)' },
      ...commonOptions,
    ],
  },
  render: {
    usage: 'winnow render [OPTION]... PATH',
    text: 'Prints the HTML that the preview makes of the body of one file, or of standard input for -, before it is sanitised: do not open it in a browser.',
    options: [
      level('preview.level of the settings, else thorough'),
      { name: 'original', text: 'with everything that the levels take out' },
      ...commonOptions,
    ],
  },
};

const exitCodes = `Exit code: 0 done and nothing found; 1 something found; 2 a mistake in the usage, or a file that
could not be read or written (the other files are still done).
`;

export function helpOf(command: CommandName): string {
  const { usage, text, options } = commands[command];
  const names = options.map(({ name, value }) => `--${name}${value === undefined ? '' : ` ${value}`}`);
  const width = Math.max(...names.map((name) => name.length));
  const lines = options.map((option, index) => {
    return wrap(option.text, `  ${(names[index] ?? '').padEnd(width)}  `, ' '.repeat(width + 4));
  });
  return `Usage: ${usage}\n\n${wrap(text, '', '')}\nOptions:\n${lines.join('')}\n${exitCodes}`;
}

export function generalHelp(): string {
  return `Usage: winnow COMMAND [OPTION]... PATH...

Finds and removes what crawlers leave in Markdown articles.

Commands:
  check   report what is wrong with articles
  clean   take the chaff out: to standard output, or with --write, --diff, --check
  render  print the HTML of the preview

winnow help COMMAND shows the options of a command, winnow --version the version.

${exitCodes}`;
}

const lineWidth = 100;

/** Breaks a text at blanks into lines of at most `lineWidth` characters. */
function wrap(text: string, first: string, next: string): string {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of text.split(' ')) {
    if (!empty && line.length + 1 + word.length > lineWidth) {
      lines.push(line);
      line = next;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line].map((each) => `${each}\n`).join('');
}
