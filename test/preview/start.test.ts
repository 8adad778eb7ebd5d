import assert from 'node:assert/strict';
import { useWorkbench } from './support/workbench';

const article = '2022-05-15-river-lights.md';

describe('VS Code with Winnow, in a browser', () => {
  const workbench = useWorkbench({ copyOf: 'test/fixtures/sample' });

  it('lists the faults of a crawled article, and none for a plain README', async () => {
    const { page } = workbench();
    await workbench().openFile('README.md');
    await workbench().openFile(article);
    await workbench().runCommand('View: Focus Problems');
    const file = (name: string) => page.locator('.markers-panel .monaco-list-row', { hasText: name });
    await file(article).waitFor();
    assert.equal(await file('README.md').count(), 0);
  });

  it('goes to a place in the editor', async () => {
    await workbench().openFile(article);
    await workbench().goTo(11, 7);
    await workbench().page.getByRole('button', { name: 'Ln 11, Col 7' }).waitFor();
  });

  it('shows the article in the preview beside the editor', async () => {
    await workbench().openFile(article);
    await workbench().runCommand('Winnow: Open Preview to the Side');
    await workbench().webview().locator('main#article [data-line]').first().waitFor();
    await workbench().screenshot('start');
  });

  it('follows the color theme', async () => {
    await workbench().setTheme('highContrast');
    await workbench().webview().locator('body.vscode-high-contrast').waitFor();
  });
});
