import type { Thrown } from './observation';

/*
 * Runs inside the sandbox, before any foreign code. An error that a submission builds itself passes
 * through the constructors replaced here and is remembered; one that the engine raises does not.
 */
const { apply, construct } = Reflect;
const { add, has } = WeakSet.prototype;
const { slice } = String.prototype;

const built = new WeakSet<object>();

/** Replaces the error constructors of this realm by ones that remember what they built. */
export function watchErrors(realm: Record<string, unknown>): void {
  for (const name of [
    'Error',
    'RangeError',
    'TypeError',
    'EvalError',
    'SyntaxError',
    'ReferenceError',
    'URIError',
  ]) {
    const original = realm[name] as ErrorConstructor;
    const remember = (error: object) => {
      apply(add, built, [error]);
      return error;
    };
    const watched = new Proxy(original, {
      apply: (_, __, args) => remember(construct(original, args)),
      construct: (_, args, target) => remember(construct(original, args, target)),
    });
    original.prototype.constructor = watched;
    realm[name] = watched;
  }
}

/** Thrown by the sandbox itself where an experiment asks for an export that is not a function. */
export class MissingExport {
  readonly #missing: string;

  constructor(missing: string) {
    this.#missing = missing;
  }

  /** @returns the name of the missing export; undefined for any other error, a revoked proxy included. */
  static nameIn(error: unknown): string | undefined {
    const isObject = typeof error === 'object' && error !== null;
    return isObject && #missing in error ? error.#missing : undefined;
  }
}

/** Where an error came from, read off its stack by the host of the submission. */
export type Locate = (stack: string) => { line: number; column: number } | undefined;

/** A starter's bodies throw errors that begin with this. */
const TODO = 'TODO';

/** @returns an error of any kind as plain data; never throws, whatever was thrown. */
export function describeError(error: unknown, locate: Locate): Thrown {
  const missing = MissingExport.nameIn(error);
  if (missing !== undefined) {
    return { name: 'MissingExport', message: '', onPurpose: false, todo: false, missing };
  }
  const name = text(error, 'name') ?? 'Error';
  const message = text(error, 'message') ?? printed(error);
  const stack = text(error, 'stack', 20_000);
  const place = stack === undefined ? undefined : locate(stack);
  const todo = (apply(slice, message, [0, TODO.length]) as string) === TODO;
  const isObject = typeof error === 'object' && error !== null;
  const onPurpose = !todo && (isObject ? (apply(has, built, [error]) as boolean) : true);
  return { name, message, onPurpose, todo, line: place?.line, column: place?.column };
}

function text(
  error: unknown,
  field: 'name' | 'message' | 'stack',
  length = 2000,
): string | undefined {
  try {
    if (typeof error !== 'object' || error === null) return undefined;
    const value = (error as Record<string, unknown>)[field];
    return typeof value === 'string' ? (apply(slice, value, [0, length]) as string) : undefined;
  } catch {
    return undefined;
  }
}

function printed(error: unknown): string {
  try {
    return apply(slice, typeof error === 'symbol' ? 'a symbol' : `${error}`, [0, 2000]) as string;
  } catch {
    return 'a value that cannot be printed';
  }
}
