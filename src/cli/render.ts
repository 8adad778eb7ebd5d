import { render } from '../core/render';
import type { RenderArguments } from './arguments';
import { isFolder } from './files';
import { UsageError, type Io } from './io';
import { Session } from './session';

/** `winnow render`: the HTML of one body, as the preview gets it before it is sanitised. */
export async function runRender(given: RenderArguments, io: Io): Promise<number> {
  const [path = ''] = given.paths;
  if (isFolder(path, io.cwd)) {
    throw new UsageError(`${path} is a folder: render takes one file`);
  }
  const session = new Session(given, io);
  await session.forEachFile({
    outputOnly: true,
    async run({ article, context }) {
      const level = given.level ?? context.options.preview.level;
      const { html } = render(article, { level, original: given.original }, context);
      await io.stdout.write(html === '' || html.endsWith('\n') ? html : `${html}\n`);
    },
  });
  return session.exitCode(false);
}
