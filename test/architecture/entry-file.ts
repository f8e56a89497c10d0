import ts from 'typescript';

export interface PublicFunction {
  name: string;
  parameters: string[];
  /** The comment above it, as it stands in the source. */
  doc: string;
}

/** The functions at the top of a file, exported ones or all, with the comment directly above each. */
export function functionsIn(text: string, which: 'exported' | 'all'): PublicFunction[] {
  const file = ts.createSourceFile('file.js', text, ts.ScriptTarget.Latest, true);
  return file.statements.flatMap((statement) => {
    if (!ts.isFunctionDeclaration(statement) || !statement.name) return [];
    const isExported = statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
    if (which === 'exported' && !isExported) return [];
    const comment = ts.getLeadingCommentRanges(text, statement.pos)?.pop();
    return [
      {
        name: statement.name.text,
        parameters: statement.parameters.map(({ name }) => name.getText(file)),
        doc: comment ? text.slice(comment.pos, comment.end) : '',
      },
    ];
  });
}
