import { printValue } from '../../../graders/print';
import type { Smallest } from '../../../graders/smallest';
import { isRecord, type Value } from '../../../graders/value';

/** A call that is longer than this in full stays out of the editor. */
const LONGEST = 4000;
/** Characters of the expected value in a comment. */
const ROOM = 160;

/**
 * A value as source text that gives the same value again, to the last bit.
 * @example literal([1, -0, undefined]) // '[1, -0, undefined]'
 */
export function literal(value: Value): string {
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value);
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (!isRecord(value)) return value === undefined ? 'undefined' : JSON.stringify(value);
  const fields = Object.keys(value).map(field => `${nameOf(field)}: ${literal(value[field])}`);
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
}

function nameOf(field: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(field) && field !== '__proto__'
    ? field
    : `[${JSON.stringify(field)}]`;
}

/**
 * The line that makes a call and prints what comes of it. Where the call throws, the line catches it,
 * or the module would not load.
 * @returns null where the source has no such name, or the call is too long to be read
 */
export function caseLine({ call, threw, expected }: Smallest, source: string): string | null {
  const declared = new RegExp(`\\b(?:function\\*?|const|let|var)\\s+${call.name}\\b`);
  if (!/^[\w$]+$/.test(call.name) || !declared.test(source)) return null;
  const print = `console.log(${call.name}(${call.args.map(literal).join(', ')}));`;
  if (print.length > LONGEST) return null;
  const line = threw ? `try { ${print} } catch (error) { console.log(String(error)); }` : print;
  return `${line} // expected ${printValue(expected, ROOM).replace(/\s+/g, ' ')}`;
}

/** What is put behind a text so that the line stands at its end, under a comment. */
export function caseLines(line: string, source: string): string {
  const gap = source === '' || source.endsWith('\n') ? '' : '\n';
  return `${gap}\n// The smallest data on which it still went wrong:\n${line}\n`;
}
