import { transform } from 'sucrase';
import { evaluate } from './libraries';

/** Runs an example of a prompt against a solution's text and gives back what came out. */
export function runExample(
  solution: string,
  { setup, code }: { setup: string; code: string },
  libraries?: Readonly<Record<string, object>>,
): unknown {
  const source = `${solution}\n${setup}\nexport const result = (${code});`;
  const compiled = transform(source, { transforms: ['typescript', 'imports'] });
  return evaluate(compiled.code, libraries).result;
}
