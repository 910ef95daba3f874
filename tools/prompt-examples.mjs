import { visit } from 'unist-util-visit';
import { parseSync } from 'vite';
import { read } from './content/typeset.mjs';

/**
 * Finds the worked examples of a prompt: in its ```ts blocks, a statement followed by a comment
 * `// → value` promises that value, and a statement without one sets the scene for those below it, in
 * the same block and in later ones. The comment stands at the end of the statement's line or on the lines after it.
 * @param {string} markdown
 * @returns {{ line: number, setup: string, code: string, expected: unknown }[]} in order; `line` is
 *   the statement's in the Markdown, counted from 1; `setup` is the text above it in the
 *   blocks with examples
 * @throws {SyntaxError} with the line, where a block is not TypeScript or a value not a literal
 * @example
 * examplesIn('```ts\nconst X = [[0, 0]];\nassign(X, [[1, 0]]);\n// → [0]\n```')
 * // → [{ line: 3, setup: 'const X = [[0, 0]];\n', code: 'assign(X, [[1, 0]])', expected: [0] }]
 */
export function examplesIn(markdown) {
  const examples = [];
  let above = '';
  visit(read(markdown), 'code', ({ lang, value, position }) => {
    if (lang !== 'ts') return;
    const lineAt = offset => position.start.line + value.slice(0, offset).split('\n').length;
    const { program, comments } = parse(value, 'example.ts', position.start.line + 1);
    program.body.forEach((statement, i) => {
      const next = program.body[i + 1]?.start ?? value.length;
      const after = comments.filter(({ start }) => start >= statement.end && start < next);
      const first = after.findIndex(({ value }) => value.trimStart().startsWith('→'));
      if (first < 0) return;
      const literal = after
        .slice(first)
        .map(({ value }) => value.replace(/^\s*→/, ''))
        .join('\n');
      const line = lineAt(statement.start);
      if (statement.type !== 'ExpressionStatement') {
        throw new SyntaxError(`line ${line}: only a call or another expression has a value`);
      }
      const { start, end } = statement.expression;
      examples.push({
        line,
        setup: above + value.slice(0, statement.start),
        code: value.slice(start, end),
        expected: literalValue(literal, lineAt(after[first].start)),
      });
    });
    if (value.includes('// →')) above += `${value}\n`;
  });
  return examples;
}

/** Parses TypeScript; an error names the line of the prompt. */
function parse(source, file, firstLine) {
  const parsed = parseSync(file, source);
  if (parsed.errors.length > 0) {
    const [{ message, labels }] = parsed.errors;
    const before = source.slice(0, labels?.[0]?.start ?? 0).split('\n').length - 1;
    throw new SyntaxError(`line ${firstLine + before}: ${message}`);
  }
  return parsed;
}

/** The value of a literal: numbers (also NaN and ±Infinity), strings, booleans, null, arrays, objects. */
function literalValue(text, line) {
  const refuse = () => new SyntaxError(`line ${line}: not a literal: ${text.trim()}`);
  const evaluate = node => {
    if (node.type === 'Literal') return node.value;
    if (node.type === 'ParenthesizedExpression') return evaluate(node.expression);
    if (node.type === 'Identifier' && node.name in NAMED) return NAMED[node.name];
    if (node.type === 'UnaryExpression' && node.operator === '-') return -evaluate(node.argument);
    if (node.type === 'ArrayExpression' && !node.elements.includes(null)) {
      return node.elements.map(evaluate);
    }
    if (node.type === 'ObjectExpression') {
      return Object.fromEntries(
        node.properties.map(property => {
          if (property.type !== 'Property' || property.computed) throw refuse();
          return [property.key.name ?? property.key.value, evaluate(property.value)];
        }),
      );
    }
    throw refuse();
  };
  const { program } = parse(`(${text}\n)`, 'value.ts', line);
  if (program.body.length !== 1 || program.body[0].type !== 'ExpressionStatement') throw refuse();
  return evaluate(program.body[0].expression);
}

const NAMED = { NaN, Infinity, undefined };
