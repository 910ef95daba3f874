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

/** Parts that one `pack` looks at before it gives up, those that were dropped again included. */
const WORK = 4 * LIMITS.nodes;

/*
 * Built-ins are taken before any foreign code runs, and only index loops follow: whatever a
 * submission does to the prototypes afterwards can spoil its own answer and nothing else.
 */
const { isArray } = Array;
const { keys, getPrototypeOf, getOwnPropertyDescriptor, prototype: objectPrototype } = Object;
const { stringify, parse } = JSON;
const { apply } = Reflect;
const { isView } = ArrayBuffer;
const { slice } = String.prototype;
const { slice: sliceList } = Array.prototype;
const { toString: describe } = objectPrototype;
const { get: lookUp, set: enter } = Map.prototype;
const Numbers = Float64Array;
const Identities = Map;
const typedPrototype = getPrototypeOf(Numbers.prototype) as Float64Array;
const { set: setTyped, slice: sliceTyped } = typedPrototype;
const lengthOfTyped = getOwnPropertyDescriptor(typedPrototype, 'length')?.get as () => number;

const TOO_MUCH = '["x","a value of too many parts"]';

/**
 * Takes a value of any kind apart; whatever cannot be data becomes a `Strange`.
 *
 * The structure is written by hand, because JSON.stringify would ask every array for a `toJSON`.
 * Tokens: "n" number, "u" undefined, "0" null, ["v",n] vector, ["m",n,d] matrix, ["l",…] list,
 * ["o",[fields],…] object, ["s",text], ["b",0|1] boolean, ["x",what] strange.
 */
export function pack(value: unknown): Packed {
  let numbers = new Numbers(64);
  let room = 64;
  let used = 0;
  let nodes = 0;
  let work = 0;
  const open: unknown[] = [];
  let depth = 0;

  function put(x: number): void {
    if (used === room) {
      const larger = new Numbers(2 * room);
      apply(setTyped, larger, [numbers]);
      numbers = larger;
      room *= 2;
    }
    numbers[used] = x;
    used += 1;
  }

  function spend(n: number): boolean {
    nodes += n;
    work += n;
    return nodes <= LIMITS.nodes && work <= WORK;
  }

  function quote(text: string): string {
    const short = apply(slice, text, [0, LIMITS.text]) as string;
    spend(short.length >> 3);
    return stringify(short);
  }

  function strange(what: string): string {
    return `["x",${quote(what)}]`;
  }

  function shapeOf(part: unknown): string {
    if (!spend(1)) return TOO_MUCH;
    switch (typeof part) {
      case 'number':
        put(part);
        return '"n"';
      case 'undefined':
        return '"u"';
      case 'boolean':
        return part ? '["b",1]' : '["b",0]';
      case 'string':
        return `["s",${quote(part)}]`;
      case 'bigint':
        return strange('a BigInt');
      case 'symbol':
        return strange('a symbol');
      case 'function':
        return strange('a function');
    }
    if (part === null) return '"0"';
    for (let i = 0; i < depth; i += 1) {
      if (open[i] === part) return strange('an object that contains itself');
    }
    if (depth >= LIMITS.depth) return strange('a value nested more than 64 deep');

    const before = { nodes, used, depth };
    const drop = () => {
      nodes = before.nodes + 4;
      used = before.used;
      depth = before.depth;
    };
    open[depth] = part;
    depth += 1;
    try {
      // Even instanceof throws for a revoked proxy.
      if (part instanceof Strange) {
        depth = before.depth;
        return strange(part.what);
      }
      const shape =
        isArray(part) || isTyped(part) ? shapeOfList(part) : shapeOfFields(part as object);
      depth = before.depth;
      if (spend(0)) return shape;
      drop();
      return TOO_MUCH;
    } catch {
      drop();
      return strange('an object that throws when it is read');
    }
  }

  function shapeOfList(list: ArrayLike<unknown>): string {
    const n = lengthOf(list);
    if (!(n <= LIMITS.nodes)) return strange(`an array of ${n} entries`);
    if (allNumbers(list)) {
      if (spend(n)) for (let i = 0; i < n; i += 1) put(list[i] as number);
      return `["v",${n}]`;
    }
    const d = widthOfMatrix(list);
    if (d >= 0) {
      if (!spend(n * d)) return TOO_MUCH;
      for (let i = 0; i < n; i += 1) {
        const row = list[i] as number[];
        for (let j = 0; j < d; j += 1) put(row[j]);
      }
      return `["m",${n},${d}]`;
    }
    let shape = '["l"';
    for (let i = 0; i < n; i += 1) shape += `,${shapeOf(list[i])}`;
    return `${shape}]`;
  }

  function shapeOfFields(part: object): string {
    const tag = apply(describe, part, []) as string;
    if (tag !== '[object Object]') return strange(withArticle(apply(slice, tag, [8, -1])));
    if (typeof (part as { then?: unknown }).then === 'function') return strange('a Promise');
    if (typeof (part as { dataSync?: unknown }).dataSync === 'function') return strange('a Tensor');
    if ((part as { isMatrix?: unknown }).isMatrix === true) return strange('a Matrix');
    const fields = keys(part);
    let names = '';
    let shapes = '';
    for (let i = 0; i < fields.length; i += 1) {
      names += `${i === 0 ? '' : ','}${quote(fields[i])}`;
      shapes += `,${shapeOf((part as Record<string, unknown>)[fields[i]])}`;
    }
    return `["o",[${names}]${shapes}]`;
  }

  const shape = shapeOf(value);
  return { shape, numbers: apply(sliceTyped, numbers, [0, used]) };
}

function withArticle(name: string): string {
  const first = name[0];
  const vowel = first === 'A' || first === 'E' || first === 'I' || first === 'O' || first === 'U';
  return `${vowel ? 'an' : 'a'} ${name}`;
}

function isTyped(part: unknown): part is Float64Array {
  return isView(part) && typeof lengthOf(part) === 'number';
}

/** @returns the length as the engine knows it, whatever was done to the prototypes; undefined for a DataView. */
function lengthOf(list: object): number {
  return isArray(list) || !isView(list) ? (list as number[]).length : typedLength(list);
}

function typedLength(list: ArrayBufferView): number {
  try {
    return apply(lengthOfTyped, list, []) as number;
  } catch {
    return undefined as unknown as number;
  }
}

function allNumbers(list: ArrayLike<unknown>): boolean {
  const n = lengthOf(list);
  for (let i = 0; i < n; i += 1) if (typeof list[i] !== 'number') return false;
  return true;
}

/** @returns the common length of the rows, or −1 where the list is not a matrix. */
function widthOfMatrix(list: ArrayLike<unknown>): number {
  const n = lengthOf(list);
  let d = -1;
  for (let i = 0; i < n; i += 1) {
    const row = list[i];
    if (!isArray(row) && !isTyped(row)) return -1;
    const length = lengthOf(row);
    if ((d >= 0 && length !== d) || length > LIMITS.nodes || !allNumbers(row)) return -1;
    d = length;
  }
  return d;
}

/**
 * The other half of `pack`, for the trusted side. The result is safe to read: plain arrays, objects
 * without a prototype, and `Strange`.
 * @throws RangeError where shape and numbers do not fit together or a limit is passed.
 */
export function unpack({ shape, numbers }: Packed): Value {
  let next = 0;
  let nodes = 0;

  function take(n: unknown): number[] {
    if (!Number.isInteger(n) || (n as number) < 0 || next + (n as number) > numbers.length) {
      throw new RangeError('unpack: the structure asks for more numbers than there are');
    }
    // A loop: Array.from asks an iterator for each number, and rows come by the thousand.
    const taken: number[] = [];
    for (const end = next + (n as number); next < end; next += 1) taken.push(numbers[next]);
    return taken;
  }

  function text(part: unknown): string {
    if (typeof part !== 'string') throw new RangeError('unpack: unknown structure');
    return part;
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
        return text(part[1]);
      case 'b':
        return part[1] === 1;
      case 'x':
        return new Strange(text(part[1]));
      case 'o': {
        const fields: unknown = part[1];
        if (!Array.isArray(fields) || fields.length !== part.length - 2) {
          throw new RangeError('unpack: an object whose fields and values differ in number');
        }
        const record: Record<string, Value> = Object.create(null);
        fields.forEach((field, i) => {
          record[text(field)] = read(part[i + 2], depth + 1);
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
 * One array in two places stays one array, so cycles end. Arguments are copied with it before every
 * call, so no call can spoil the next.
 * @param instead what stands in the copy for a function; without it, the function itself
 */
export function copy<T>(value: T, instead?: (f: unknown) => unknown): T {
  const copies = new Identities<unknown, unknown>();

  function copyOf(part: unknown): unknown {
    if (typeof part === 'function' && instead) return instead(part);
    if (typeof part !== 'object' || part === null) return part;
    const known: unknown = apply(lookUp, copies, [part]);
    if (known !== undefined) return known;
    if (isArray(part)) {
      const list = apply(sliceList, part, []) as unknown[];
      apply(enter, copies, [part, list]);
      if (allNumbers(list)) return list;
      for (let i = 0; i < list.length; i += 1) {
        const entry = list[i];
        if (typeof entry === 'object' || typeof entry === 'function') list[i] = copyOf(entry);
      }
      return list;
    }
    if (isTyped(part)) {
      const list = apply(sliceTyped, part, []) as Float64Array;
      apply(enter, copies, [part, list]);
      return list;
    }
    const prototype: unknown = getPrototypeOf(part);
    if (prototype !== objectPrototype && prototype !== null) return part;
    const record: Record<string, unknown> = {};
    apply(enter, copies, [part, record]);
    const fields = keys(part);
    for (let i = 0; i < fields.length; i += 1) {
      record[fields[i]] = copyOf((part as Record<string, unknown>)[fields[i]]);
    }
    return record;
  }

  return copyOf(value) as T;
}
