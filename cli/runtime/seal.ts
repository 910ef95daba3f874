import { constants, createContext, runInContext } from 'node:vm';

/**
 * Takes the powers out of the realm that this runs in, as a second line: should foreign code ever get
 * hold of an object from here, every built-in that it leads to is frozen, and nothing that it leads
 * to can open a file or a connection. The code that runs afterwards keeps the functions it imported.
 */
export function seal(): void {
  const empty = createContext(constants.DONT_CONTEXTIFY as never);
  const language = new Set<string>(
    runInContext('Object.getOwnPropertyNames(globalThis)', empty).filter(
      (name: string) => name !== 'console' && name !== 'WebAssembly',
    ),
  );
  const realm = globalThis as unknown as Record<PropertyKey, unknown>;
  const { process, Buffer: bytes } = globalThis;
  const roots = [...language].map(name => realm[name]);
  freezeAll([...roots, ...hiddenBuiltIns(), bytes, Object.getPrototypeOf(process)], realm);
  for (const name of Reflect.ownKeys(realm)) {
    if (typeof name === 'symbol' || !language.has(name)) remove(realm, name);
  }
  for (const name of Reflect.ownKeys(process)) remove(process as never, name);
  // Node itself calls this one, to say that modules in contexts are experimental.
  process.emitWarning = Object.freeze(Object.setPrototypeOf(() => {}, null));
  Object.freeze(realm);
}

/** Built-ins that no global name leads to. */
function hiddenBuiltIns(): unknown[] {
  return [
    function* () {},
    async () => {},
    async function* () {},
    [][Symbol.iterator](),
    ''[Symbol.iterator](),
    ''.matchAll(/x/g),
    new Map().entries(),
    new Set().values(),
  ].map(Object.getPrototypeOf);
}

/** Freezes everything that can be reached from `roots` by properties and prototypes, but for `except`. */
function freezeAll(roots: unknown[], except: object): void {
  const seen = new Set<unknown>([except]);
  const open = roots;
  for (let part = open.pop(); open.length > 0 || part !== undefined; part = open.pop()) {
    if ((typeof part !== 'object' && typeof part !== 'function') || part === null) continue;
    if (seen.has(part)) continue;
    seen.add(part);
    open.push(Object.getPrototypeOf(part));
    const fields: Record<PropertyKey, PropertyDescriptor> = Object.getOwnPropertyDescriptors(part);
    for (const name of Reflect.ownKeys(fields)) {
      const { value, get, set } = fields[name as string];
      open.push(value, get, set);
    }
    if (!ArrayBuffer.isView(part)) Object.freeze(part);
  }
}

function remove(owner: Record<PropertyKey, unknown>, name: PropertyKey): void {
  if (Reflect.deleteProperty(owner, name)) return;
  try {
    owner[name] = undefined;
  } catch {
    // A constant of the engine, such as NaN.
  }
}
