/**
 * `structuredClone` for data: arrays, typed arrays, Map, Set, Date and plain objects, cycles included.
 * @throws an error named DataCloneError for a function or a symbol, as the real one does
 */
export function clone<T>(value: T): T {
  const known = new Map<object, object>();

  function copied(part: unknown): unknown {
    if (typeof part === 'function' || typeof part === 'symbol') {
      const error = new Error(`${String(part).slice(0, 60)} could not be cloned.`);
      error.name = 'DataCloneError';
      throw error;
    }
    if (typeof part !== 'object' || part === null) return part;
    const before = known.get(part);
    if (before) return before;
    const fresh = empty(part);
    known.set(part, fresh);
    if (part instanceof Map) {
      for (const [key, entry] of part)
        (fresh as Map<unknown, unknown>).set(copied(key), copied(entry));
    } else if (part instanceof Set) {
      for (const entry of part) (fresh as Set<unknown>).add(copied(entry));
    } else if (!ArrayBuffer.isView(part) && !(part instanceof Date)) {
      for (const field of Object.keys(part)) {
        (fresh as Record<string, unknown>)[field] = copied(
          (part as Record<string, unknown>)[field],
        );
      }
    }
    return fresh;
  }

  return copied(value) as T;
}

/** The new object that the parts of `part` are to be copied into; complete for one without parts. */
function empty(part: object): object {
  if (Array.isArray(part)) return new Array(part.length);
  if (part instanceof Map) return new Map();
  if (part instanceof Set) return new Set();
  if (part instanceof Date) return new Date(part);
  if (ArrayBuffer.isView(part) && 'slice' in part) return (part as Float64Array).slice();
  return {};
}
