import * as vscode from 'vscode';

/** Where every rule is described under a heading that is its id. */
const documentationPage = 'https://github.com/winnow-markdown/winnow';

/** The address of a rule's description. */
export function ruleDocumentation(id: string): vscode.Uri {
  return vscode.Uri.parse(`${documentationPage}#${id}`);
}
