/**
 * A value as it looks after it has left the sandbox: plain data, safe to read.
 * Typed arrays become arrays of numbers; class instances become plain objects of their own fields.
 */
export type Value =
  | number
  | string
  | boolean
  | null
  | undefined
  | Value[]
  | { readonly [field: string]: Value }
  | Strange;

/** Something a grader cannot compare: a function, a promise, a cycle, a getter that throws … */
export class Strange {
  /** What it is, as a noun phrase: "a function", "a Promise", "a Map". */
  readonly what: string;

  constructor(what: string) {
    this.what = what;
  }
}

/** A step into a value: an index of an array or a field of an object. */
export type Path = readonly (number | string)[];

/** @returns true for an object with named fields (not an array, not `Strange`). */
export function isRecord(value: Value): value is { readonly [field: string]: Value } {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Strange)
  );
}

/** @returns true for an array of numbers only, NaN and infinities included; also for `[]`. */
export function isVector(value: Value): value is number[] {
  return Array.isArray(value) && value.every(entry => typeof entry === 'number');
}

/** @returns true for a non-empty array of vectors of one length. */
export function isMatrix(value: Value): value is number[][] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every(isVector) &&
    value.every(row => (row as number[]).length === (value[0] as number[]).length)
  );
}

/**
 * Every number inside a value with the path that leads to it, in reading order.
 * @example leaves({ a: [1, 2] }) // [{ path: ['a', 0], number: 1 }, { path: ['a', 1], number: 2 }]
 */
export function leaves(value: Value, path: Path = []): { path: Path; number: number }[] {
  if (typeof value === 'number') return [{ path, number: value }];
  if (Array.isArray(value)) return value.flatMap((entry, i) => leaves(entry, [...path, i]));
  if (!isRecord(value)) return [];
  return Object.keys(value).flatMap(field => leaves(value[field], [...path, field]));
}

/** @returns what stands at `path`, or undefined where the path leads nowhere. */
export function at(value: Value, path: Path): Value {
  let here: Value = value;
  for (const step of path) {
    if (Array.isArray(here)) here = here[step as number];
    else if (isRecord(here)) here = here[step];
    else return undefined;
  }
  return here;
}

/** @example printPath(['centroids', 0, 1]) // '.centroids[0][1]' */
export function printPath(path: Path): string {
  return path.map(step => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');
}
