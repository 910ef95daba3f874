import type { SyntaxProblem } from '../../graders/verdict';
import { loadedEditor } from './load';

/** @returns what the type checker says of an exercise's code; nothing where Monaco is not loaded. */
export async function typeProblems(slug: string): Promise<SyntaxProblem[]> {
  return (await loadedEditor()?.typeProblems(slug)) ?? [];
}
