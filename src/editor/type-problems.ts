import type { Library } from '../../exercises/meta';
import type { SyntaxProblem } from '../../graders/verdict';
import { loadedEditor } from './load';

/** @returns what the type checker says of an exercise's code; nothing where Monaco is not loaded. */
export async function typeProblems(
  slug: string,
  allows: readonly Library[] = [],
): Promise<SyntaxProblem[]> {
  const editor = loadedEditor();
  if (!editor) return [];
  await editor.know(allows);
  return editor.typeProblems(slug);
}
