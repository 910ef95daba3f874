import type { Call } from './observation';
import { isRecord, Strange, type Value } from './value';

/** Seven significant digits at most, without trailing zeros. */
export function printNumber(x: number): string {
  return Number.isFinite(x) ? String(Number(x.toPrecision(7))) : String(x);
}

/**
 * A value as one would type it, shortened so that it fits a line.
 * @param room how many characters there are, about
 * @example printValue([1, 2.5, Number.NaN]) // '[1, 2.5, NaN]'
 */
export function printValue(value: Value, room = 120): string {
  if (typeof value === 'number') return printNumber(value);
  if (typeof value === 'string') return `'${shortened(value, room)}'`;
  if (value instanceof Strange) return shortened(value.what, 120);
  if (Array.isArray(value))
    return list(value.length, i => printValue(value[i], room / 2), '[', ']', room);
  if (isRecord(value)) {
    const fields = Object.keys(value);
    return list(
      fields.length,
      i => `${fields[i]}: ${printValue(value[fields[i]], room / 2)}`,
      '{ ',
      ' }',
      room,
    );
  }
  return String(value);
}

function shortened(text: string, room: number): string {
  return text.length > room ? `${text.slice(0, room)}…` : text;
}

function list(
  n: number,
  print: (i: number) => string,
  open: string,
  close: string,
  room: number,
): string {
  const parts: string[] = [];
  let used = 0;
  for (let i = 0; i < n; i += 1) {
    const part = print(i);
    used += part.length + 2;
    if (used > room && i > 0) {
      parts.push(`… ${n - i} more`);
      break;
    }
    parts.push(part);
  }
  return n === 0 ? (open + close).replace(/ +/g, '') : open + parts.join(', ') + close;
}

/** @example printCall({ name: 'assign', args: [[[0, 0]], [[1, 1]]] }) // 'assign([[0, 0]], [[1, 1]])' */
export function printCall({ name, args }: Pick<Call, 'name' | 'args'>, room = 200): string {
  return `${name}(${args.map(argument => printValue(argument, room)).join(', ')})`;
}
