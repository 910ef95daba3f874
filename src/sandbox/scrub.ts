/*
 * What the language itself brings, and two names beside it. Everything else goes: network, storage,
 * workers, timers, messages, the GPU, shared memory. This is tidiness and a second wall; the first is
 * the frame's opaque origin with its policy.
 */
const KEPT = new Set<PropertyKey>(
  `Object Function Array Number Boolean String Symbol BigInt Date Promise RegExp Math JSON Reflect Proxy
  Error AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError SuppressedError
  Map Set WeakMap WeakSet WeakRef FinalizationRegistry Iterator AsyncIterator Intl Temporal
  DisposableStack AsyncDisposableStack
  ArrayBuffer DataView Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array
  Uint32Array Float16Array Float32Array Float64Array BigInt64Array BigUint64Array
  Infinity NaN undefined globalThis eval isFinite isNaN parseFloat parseInt
  decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape
  structuredClone queueMicrotask constructor`.split(/\s+/),
);

/** Kept only where they were put: further up stand the browser's own. */
const REPLACED: readonly PropertyKey[] = ['console', 'performance'];

/**
 * Deletes every global that is not part of the language, up the prototype chain.
 * @returns the names that the engine would not let go; each of them reads as undefined where possible
 */
export function scrub(realm: object): PropertyKey[] {
  const left: PropertyKey[] = [];
  let owner: object | null = realm;
  while (owner !== null && owner !== Object.prototype) {
    for (const name of Reflect.ownKeys(owner)) {
      if (KEPT.has(name) || (owner === realm && REPLACED.includes(name))) continue;
      if (Reflect.deleteProperty(owner, name)) continue;
      const blank = { value: undefined, writable: false };
      if (!Reflect.defineProperty(owner, name, blank)) left.push(name);
    }
    owner = Reflect.getPrototypeOf(owner);
  }
  return left;
}
