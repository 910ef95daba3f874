import type { Compiled } from '../../graders/grade';
import type { SyntaxProblem } from '../../graders/verdict';
import { standAlone, unreadable } from './stand-alone';

/**
 * Takes the types out of a TypeScript module and keeps every line in its place (columns may move).
 * Needs neither an editor nor a browser; sucrase itself is loaded at the first call.
 * Never rejects for anything that the source contains.
 * @param allows the libraries that may be imported
 */
export async function transpile(source: string, allows: readonly string[] = []): Promise<Compiled> {
  const problem = unreadable(source);
  if (problem) return { problems: [problem] };
  const { transform } = await import('sucrase');
  let js: string;
  try {
    js = transform(source, {
      transforms: ['typescript'],
      disableESTransforms: true,
      preserveDynamicImport: true,
      keepUnusedImports: true,
    }).code;
  } catch (error) {
    return { problems: [syntaxProblem(error)] };
  }
  const lost = lostNamespace(source, js);
  if (lost) return { problems: [lost] };
  const compiled = standAlone(js, allows);
  if ('js' in compiled) return compiled;
  return { problems: compiled.problems.map(({ message, line }) => ({ message, line })) };
}

function syntaxProblem(error: unknown): SyntaxProblem {
  if (error instanceof RangeError) {
    return { message: 'The code is nested too deeply to be read. Split it into smaller parts.' };
  }
  const { message, loc } = error as Error & { loc?: { line: number; column: number } };
  const said = message.replace(/ \(\d+:\d+\)$/, '').replace(/\.?$/, '.');
  return { message: said, line: loc?.line, column: loc?.column };
}

/** Sucrase drops a namespace without a word; since lines are kept, its loss can be seen. */
function lostNamespace(source: string, js: string): SyntaxProblem | undefined {
  const opening = /^\s*(?:export\s+)?(?:namespace|module)\s+[\w$.]+\s*\{/;
  const left = js.split('\n');
  const at = source
    .split('\n')
    .findIndex((line, i) => opening.test(line) && !/\b(?:namespace|module)\b/.test(left[i] ?? ''));
  if (at < 0) return undefined;
  return {
    message: 'A namespace cannot be run here. Use plain functions and constants instead.',
    line: at + 1,
  };
}
