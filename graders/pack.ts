import { Strange, type Value } from './value';

/**
 * A value ready to cross a boundary: its structure as JSON, its numbers in one flat array in
 * reading order. Flat numbers are transferred, not copied, and NaN, ±Infinity and −0 survive.
 */
export interface Packed {
  readonly shape: string;
  readonly numbers: Float64Array;
}

/** What may cross at most. A value beyond a limit is replaced by a `Strange` that says so. */
export const LIMITS = { nodes: 2_000_000, depth: 64, text: 100_000 };

/*
 * Built-ins are taken before any foreign code runs, and only index loops follow: whatever a
 * submission does to the prototypes afterwards can spoil its own answer and nothing else.
 */
const { isArray } = Array;
const { keys, getPrototypeOf, prototype: objectPrototype } = Object;
const { stringify, parse } = JSON;
const { apply, defineProperty } = Reflect;
const { isView } = ArrayBuffer;
const { slice } = String.prototype;
const { toString: describe } = objectPrototype;

/** Shape tokens: n number, m matrix, v vector, l list, o object, s text, b boolean, x strange, u undefined, 0 null. */
type Shape =
  | 'n'
  | 'u'
  | '0'
  | ['v', number]
  | ['m', number, number]
  | ['l', ...Shape[]]
  | ['o', string[], ...Shape[]]
  | ['s', string]
  | ['b', 0 | 1]
  | ['x', string];

/** Appends without touching a setter that someone may have planted on Array.prototype. */
function push<T>(list: T[], entry: T): void {
  defineProperty(list, list.length, {
    value: entry,
    writable: true,
    enumerable: true,
    configurable: true,
  });
}

/** @returns the value as structure and numbers; whatever cannot be data becomes a `Strange`. */
export function pack(value: unknown): Packed {
  const numbers: number[] = [];
  const open: unknown[] = [];
  let nodes = 0;

  function shapeOf(part: unknown): Shape {
    nodes += 1;
    if (nodes > LIMITS.nodes) return ['x', 'a value of more than 2,000,000 parts'];
    switch (typeof part) {
      case 'number':
        push(numbers, part);
        return 'n';
      case 'undefined':
        return 'u';
      case 'boolean':
        return ['b', part ? 1 : 0];
      case 'string':
        return ['s', apply(slice, part, [0, LIMITS.text])];
      case 'bigint':
        return ['x', 'a BigInt'];
      case 'symbol':
        return ['x', 'a symbol'];
      case 'function':
        return ['x', 'a function'];
    }
    if (part === null) return '0';
    if (part instanceof Strange) return ['x', part.what];
    try {
      return shapeOfObject(part as object);
    } catch {
      return ['x', 'an object that throws when it is read'];
    }
  }

  function shapeOfObject(part: object): Shape {
    for (let i = 0; i < open.length; i += 1) {
      if (open[i] === part) return ['x', 'an object that contains itself'];
    }
    if (open.length >= LIMITS.depth) return ['x', 'a value nested more than 64 deep'];
    push(open, part);
    const shape = isArray(part) || isTyped(part) ? shapeOfList(part) : shapeOfFields(part);
    open.length -= 1;
    return shape;
  }

  function shapeOfList(list: ArrayLike<unknown>): Shape {
    const n = list.length;
    if (!(n <= LIMITS.nodes)) return ['x', `an array of ${n} entries`];
    if (allNumbers(list)) {
      for (let i = 0; i < n; i += 1) push(numbers, list[i] as number);
      nodes += n;
      return ['v', n];
    }
    const d = widthOfMatrix(list);
    if (d >= 0 && n * d <= LIMITS.nodes) {
      for (let i = 0; i < n; i += 1) {
        const row = list[i] as number[];
        for (let j = 0; j < d; j += 1) push(numbers, row[j]);
      }
      nodes += n * d;
      return ['m', n, d];
    }
    const shape: Shape = ['l'];
    for (let i = 0; i < n; i += 1) push(shape as Shape[], shapeOf(list[i]));
    return shape;
  }

  function shapeOfFields(part: object): Shape {
    const tag = apply(describe, part, []) as string;
    if (tag !== '[object Object]') return ['x', `a ${apply(slice, tag, [8, -1])}`];
    if (typeof (part as { then?: unknown }).then === 'function') return ['x', 'a Promise'];
    const fields = keys(part);
    const shape: Shape = ['o', fields];
    for (let i = 0; i < fields.length; i += 1) {
      push(shape as unknown[], shapeOf((part as Record<string, unknown>)[fields[i]]));
    }
    return shape;
  }

  const shape = stringify(shapeOf(value));
  const flat = new Float64Array(numbers.length);
  for (let i = 0; i < flat.length; i += 1) flat[i] = numbers[i];
  return { shape, numbers: flat };
}

function isTyped(part: object): part is Float64Array {
  return isView(part) && typeof (part as { length?: unknown }).length === 'number';
}

function allNumbers(list: ArrayLike<unknown>): boolean {
  for (let i = 0; i < list.length; i += 1) if (typeof list[i] !== 'number') return false;
  return true;
}

/** @returns the common length of the rows, or −1 where the list is not a matrix. */
function widthOfMatrix(list: ArrayLike<unknown>): number {
  let d = -1;
  for (let i = 0; i < list.length; i += 1) {
    const row = list[i];
    if (!isArray(row) && !(typeof row === 'object' && row !== null && isTyped(row))) return -1;
    const { length } = row as ArrayLike<unknown>;
    if (d >= 0 && length !== d) return -1;
    if (!allNumbers(row as ArrayLike<unknown>)) return -1;
    d = length;
  }
  return d;
}

/**
 * The other half of `pack`, for the trusted side.
 * @throws RangeError where shape and numbers do not fit together or a limit is passed.
 */
export function unpack({ shape, numbers }: Packed): Value {
  let next = 0;
  let nodes = 0;

  function take(n: number): number[] {
    if (!Number.isInteger(n) || n < 0 || next + n > numbers.length) {
      throw new RangeError('unpack: the structure asks for more numbers than there are');
    }
    const taken = Array.from(numbers.subarray(next, next + n));
    next += n;
    return taken;
  }

  function read(part: unknown, depth: number): Value {
    nodes += 1;
    if (nodes > LIMITS.nodes || depth > LIMITS.depth + 1) {
      throw new RangeError('unpack: the value is too large');
    }
    if (part === 'n') return take(1)[0];
    if (part === 'u') return undefined;
    if (part === '0') return null;
    if (!Array.isArray(part)) throw new RangeError('unpack: unknown structure');
    switch (part[0]) {
      case 'v':
        return take(part[1]);
      case 'm': {
        const rows: number[][] = [];
        if (!(part[1] <= LIMITS.nodes)) throw new RangeError('unpack: the value is too large');
        for (let i = 0; i < part[1]; i += 1) rows.push(take(part[2]));
        return rows;
      }
      case 'l':
        return part.slice(1).map((entry: unknown) => read(entry, depth + 1));
      case 's':
        return String(part[1]);
      case 'b':
        return part[1] === 1;
      case 'x':
        return new Strange(String(part[1]));
      case 'o': {
        const record: Record<string, Value> = Object.create(null);
        const fields = part[1] as unknown[];
        fields.forEach((field, i) => {
          record[String(field)] = read(part[i + 2], depth + 1);
        });
        return record;
      }
    }
    throw new RangeError('unpack: unknown structure');
  }

  const value = read(parse(shape), 0);
  if (next !== numbers.length) throw new RangeError('unpack: numbers are left over');
  return value;
}

/**
 * A deep copy of plain data, typed arrays kept as such; functions and other objects pass as they are.
 * Arguments are copied with it before every call, so no call can spoil the next.
 */
export function copy<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  if (isArray(value)) {
    const list: unknown[] = [];
    for (let i = 0; i < value.length; i += 1) push(list, copy(value[i]));
    return list as T;
  }
  if (isTyped(value)) return (value as unknown as Float64Array).slice() as unknown as T;
  const prototype = getPrototypeOf(value);
  if (prototype !== objectPrototype && prototype !== null) return value;
  const record: Record<string, unknown> = {};
  const fields = keys(value);
  for (let i = 0; i < fields.length; i += 1) {
    record[fields[i]] = copy((value as Record<string, unknown>)[fields[i]]);
  }
  return record as T;
}
