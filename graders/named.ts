/*
 * Runs inside the sandbox too. The names lie in a map of this module and not on the functions, so that
 * a submission can neither read nor write nor forge one.
 */
const { apply } = Reflect;
const { get, set } = WeakMap.prototype;
const names = new WeakMap<object, string>();

/** A name is printed within a line. */
const LONGEST = 100;

/**
 * Gives a function that is handed to the learner's code the text that a report prints for it. The
 * name is a promise too: `f` gives the same for the same arguments, call after call, because a call
 * whose functions all have names is made twice, like one on plain data.
 * @returns `f` itself
 * @throws RangeError for a name that is empty or too long for a line
 * @example
 * const f = named('p ↦ x² y + sin y', ([x, y]: number[]) => x * x * y + Math.sin(y));
 * numericalGradient(f, [2, 1]); // in a report: numericalGradient(p ↦ x² y + sin y, [2, 1])
 */
export function named<F extends (...args: never[]) => unknown>(name: string, f: F): F {
  if (name.length === 0 || name.length > LONGEST) {
    throw new RangeError(`named: a name of ${name.length} characters`);
  }
  apply(set, names, [f, name]);
  return f;
}

/** @returns the name that the author gave to a function; undefined for any other value. Runs no foreign code. */
export function nameOf(f: unknown): string | undefined {
  return typeof f === 'function' ? (apply(get, names, [f]) as string | undefined) : undefined;
}
