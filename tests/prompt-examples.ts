import { transform } from 'sucrase';

/** A statement of a prompt with the value that the prompt claims for it. */
export interface Example {
  /** 1-based line in prompt.md. */
  readonly line: number;
  /** Statements of the same block that stand before it. */
  readonly setUp: string;
  readonly code: string;
  readonly expected: unknown;
}

/**
 * The examples of a prompt: in fenced `ts` blocks, a statement followed by a comment
 * `// → value` (continued on further comment lines).
 */
export function examplesIn(markdown: string): Example[] {
  const examples: Example[] = [];
  const lines = markdown.split('\n');
  let setUp: string[] | null = null;
  let statement: string[] = [];
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i];
    if (line.startsWith('```')) {
      setUp = setUp === null && /^```ts\b/.test(line) ? [] : null;
      statement = [];
      continue;
    }
    if (setUp === null) continue;
    if (!line.trim().startsWith('// →')) {
      statement.push(line);
      if (!lines[i + 1]?.trim().startsWith('// →') && /;\s*$/.test(line)) {
        setUp.push(...statement);
        statement = [];
      }
      continue;
    }
    let value = line.trim().slice('// →'.length);
    const at = i + 1;
    while (lines[i + 1]?.trim().startsWith('// ')) {
      i += 1;
      value += lines[i].trim().slice('//'.length);
    }
    const code = statement.join('\n').replace(/;\s*$/, '');
    examples.push({ line: at, setUp: setUp.join('\n'), code, expected: evaluate('', value) });
    statement = [];
  }
  return examples;
}

/** Runs an example against a solution's text and gives back what came out. */
export function runExample(solution: string, { setUp, code }: Example): unknown {
  return evaluate(`${solution}\n${setUp}`, code);
}

function evaluate(before: string, expression: string): unknown {
  const source = `${before}\nexport const result = (${expression});`;
  const { code } = transform(source, { transforms: ['typescript', 'imports'] });
  const module: { result?: unknown } = {};
  new Function('exports', code)(module);
  return module.result;
}
