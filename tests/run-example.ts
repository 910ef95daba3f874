import { transform } from 'sucrase';

/** Runs an example of a prompt against a solution's text and gives back what came out. */
export function runExample(
  solution: string,
  { setup, code }: { setup: string; code: string },
): unknown {
  const source = `${solution}\n${setup}\nexport const result = (${code});`;
  const compiled = transform(source, { transforms: ['typescript', 'imports'] });
  const module: { result?: unknown } = {};
  new Function('exports', compiled.code)(module);
  return module.result;
}
