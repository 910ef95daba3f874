import { describeError, type Locate, MissingExport } from './errors';
import type { Grader } from './grader';
import { nameOf } from './named';
import type { Call, Observation } from './observation';
import { copy, type Packed, pack } from './pack';
import { drawing } from './random';
import { type Path, Strange, type Value } from './value';

/*
 * Runs inside the sandbox, beside the submission. It records and never judges: a submission that
 * tampers with the built-ins can only spoil its own record.
 */
const { isArray } = Array;
const { keys, is, getPrototypeOf, prototype: objectPrototype } = Object;
const { apply, get, ownKeys } = Reflect;
const { isView } = ArrayBuffer;
const { add, has } = WeakSet.prototype;
const { get: lookUp, set: enter } = WeakMap.prototype;
const Seen = WeakSet;
const Pairs = WeakMap;

/** Calls of one experiment that are recorded; later ones run unrecorded. */
const RECORDED = 200;
/** The first calls of each function are made twice, to see whether they give the same twice. */
const REPEATED = 2;

/** What the surroundings of a submission lend to the observer. */
export interface Surroundings {
  locate: Locate;
  /** While muted, the console of the submission says nothing. */
  mute(muted: boolean): void;
  /** What a submission may import, the same instances, by name. */
  readonly libraries?: Readonly<Record<string, object>>;
}

type LiveExperiment = (module: object, bench: unknown, libraries: object) => unknown;

/**
 * Observes one module. Calls `emit` once for each experiment, in order.
 * @param instead a bench in place of the drawn one
 */
export type Observe = (
  module: Record<string, unknown>,
  emit: (index: number, observation: Packed) => void,
  only?: readonly number[],
  instead?: object,
) => void;

/**
 * Draws the bench at once, so that no submission can have a say in it.
 * Experiments are numbered through: the checks, then the pictures.
 */
export function observer(grader: Grader, seed: number, surroundings: Surroundings): Observe {
  const bench = grader.bench(drawing(seed));
  const experiments = [...grader.checks, ...grader.pictures].map(
    part => part.experiment as LiveExperiment,
  );

  return (module, emit, only, instead) => {
    const recorder = recording(module, surroundings);
    for (let index = 0; index < experiments.length; index += 1) {
      if (only !== undefined && !includes(only, index)) continue;
      emit(index, pack(recorder.run(experiments[index], instead ?? bench)));
    }
  };
}

/**
 * Calls one function with each list of arguments, and nothing else: no records, no second calls.
 * @param emit gets what each call returned or threw, as an observation without calls
 */
export function callEach(
  module: Record<string, unknown>,
  name: string,
  lists: readonly (readonly unknown[])[],
  emit: (index: number, observation: Packed) => void,
  locate: Locate,
): void {
  for (let i = 0; i < lists.length; i += 1) {
    let seen: Observation;
    try {
      const f = module[name];
      if (typeof f !== 'function') throw new MissingExport(name);
      seen = { calls: [], value: apply(f, undefined, copy(lists[i])) as Value };
    } catch (error) {
      seen = { calls: [], threw: describeError(error, locate) };
    }
    emit(i, pack(seen));
  }
}

function includes(list: readonly number[], wanted: number): boolean {
  for (let i = 0; i < list.length; i += 1) if (list[i] === wanted) return true;
  return false;
}

/** Wraps the functions of a module so that every call leaves a record. */
function recording(
  module: Record<string, unknown>,
  { locate, mute, libraries = {} }: Surroundings,
) {
  const earlier = new Seen<object>();
  const timesCalled: Record<string, number> = Object.create(null);
  const wrapped: Record<string, unknown> = Object.create(null);
  let calls: Call[] = [];
  let recorded = 0;

  const names = ownKeys(module);
  for (let i = 0; i < names.length; i += 1) {
    const name = names[i];
    if (typeof name !== 'string') continue;
    const original = module[name];
    wrapped[name] = typeof original === 'function' ? wrap(name, original) : original;
  }
  const view = new Proxy(wrapped, {
    get: (target, name) => {
      const found = get(target, name);
      if (typeof found === 'function' || typeof name !== 'string') return found;
      return () => {
        throw new MissingExport(name);
      };
    },
  });

  // The original may be anything callable; its type is the learner's affair.
  function wrap(name: string, original: unknown) {
    const call = (args: unknown[]) =>
      apply(original as (...args: unknown[]) => unknown, undefined, args);
    return (...args: unknown[]) => {
      if (recorded >= RECORDED) return call(copy(args));
      recorded += 1;
      const before = copy(args);
      const given = copy(args);
      const shown = holdsFunction(before) ? copy(before, label) : before;
      const record: { -readonly [K in keyof Call]: Call[K] } = { name, args: shown as Value[] };
      calls[calls.length] = record;
      let returned: unknown;
      try {
        returned = call(given);
      } catch (error) {
        record.threw = describeError(error, locate);
        throw error;
      }
      record.changed = firstChange(before, given);
      let kept: unknown;
      try {
        record.shared = sharedArray(returned, given, earlier);
        remember(returned, earlier);
        kept = copy(returned);
      } catch {
        kept = new Strange('an object that throws when it is read');
      }
      record.returned = kept as Value;
      timesCalled[name] = (timesCalled[name] ?? 0) + 1;
      if (timesCalled[name] <= REPEATED && !holdsFunction(args, isNameless)) {
        repeat(record, call, kept, args);
      }
      return kept;
    };
  }

  function repeat(
    record: { -readonly [K in keyof Call]: Call[K] },
    call: (args: unknown[]) => unknown,
    first: unknown,
    args: unknown[],
  ) {
    mute(true);
    try {
      const second = call(copy(args));
      record.shared ??= sharedArray(second, undefined, earlier);
      remember(second, earlier);
      if (firstChange(first, second) !== undefined) record.again = copy(second) as Value;
    } catch (error) {
      record.again = new Strange(`an error: ${describeError(error, locate).message}`);
    }
    mute(false);
  }

  return {
    run(experiment: LiveExperiment, bench: unknown): Observation {
      calls = [];
      recorded = 0;
      try {
        const value = experiment(view, bench, libraries) as Value;
        return { calls, value };
      } catch (error) {
        return { calls, threw: describeError(error, locate) };
      }
    },
  };
}

function isList(value: unknown): value is unknown[] {
  return isArray(value) || (typeof value === 'object' && value !== null && isView(value));
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || isList(value)) return false;
  const prototype = getPrototypeOf(value);
  return prototype === objectPrototype || prototype === null;
}

/** Longer by one step; a spread would ask the array for its iterator. */
function step(path: Path, to: number | string): Path {
  const longer: (number | string)[] = [];
  for (let i = 0; i < path.length; i += 1) longer[i] = path[i];
  longer[path.length] = to;
  return longer;
}

/** Walks lists and plain objects; `visit` sees every list once, with a path that leads to it. */
function walk(value: unknown, visit: (list: object, path: Path) => void): void {
  const seen = new Seen<object>();

  function enterPart(part: unknown, path: Path): void {
    if (typeof part !== 'object' || part === null || apply(has, seen, [part])) return;
    apply(add, seen, [part]);
    if (isList(part)) {
      visit(part, path);
      if (isView(part) || typeof part[0] === 'number') return;
      for (let i = 0; i < part.length; i += 1) {
        if (typeof part[i] === 'object') enterPart(part[i], step(path, i));
      }
    } else if (isPlain(part)) {
      const fields = keys(part);
      for (let i = 0; i < fields.length; i += 1) enterPart(part[fields[i]], step(path, fields[i]));
    }
  }

  enterPart(value, []);
}

function remember(value: unknown, lists: WeakSet<object>): void {
  walk(value, list => {
    apply(add, lists, [list]);
  });
}

function sharedArray(returned: unknown, given: unknown, earlier: WeakSet<object>): Call['shared'] {
  const inputs = new Seen<object>();
  remember(given, inputs);
  let shared: Call['shared'];
  walk(returned, (list, path) => {
    if (shared !== undefined) return;
    if (apply(has, inputs, [list])) shared = { path, with: 'argument' };
    else if (apply(has, earlier, [list])) shared = { path, with: 'earlier result' };
  });
  return shared;
}

/** @returns the first cell where two pieces of data are not the same to the last bit, or undefined. */
function firstChange(left: unknown, right: unknown): Call['changed'] {
  const compared = new Pairs<object, unknown>();

  function differ(before: unknown, after: unknown, path: Path): Call['changed'] {
    if (is(before, after)) return undefined;
    const cell = { path, before: before as Value, after: after as Value };
    if (!isList(before) && !isPlain(before)) return sameKind(before, after) ? undefined : cell;
    if (apply(lookUp, compared, [before]) === after) return undefined;
    apply(enter, compared, [before, after]);
    if (isList(before)) {
      if (!isList(after)) return cell;
      const n = before.length > after.length ? before.length : after.length;
      for (let i = 0; i < n; i += 1) {
        if (is(before[i], after[i])) continue;
        const change = differ(before[i], after[i], step(path, i));
        if (change) return change;
      }
      return before.length === after.length ? undefined : cell;
    }
    if (!isPlain(after)) return cell;
    const fields = keys(after);
    for (let i = 0; i < fields.length; i += 1) {
      const change = differ(before[fields[i]], after[fields[i]], step(path, fields[i]));
      if (change) return change;
    }
    return keys(before).length === fields.length ? undefined : cell;
  }

  return differ(left, right, []);
}

/** Class instances, functions and the like: only a change of kind can be told. */
function sameKind(before: unknown, after: unknown): boolean {
  if (typeof before === 'function') return typeof after === 'function';
  return typeof before === 'object' && typeof after === 'object' && !!before && !!after;
}

/** What a record shows for a function among the arguments. */
function label(f: unknown): unknown {
  const name = nameOf(f);
  return name === undefined ? f : new Strange(name);
}

/** A function that promises nothing: called again, it may give something else. */
function isNameless(f: unknown): boolean {
  return nameOf(f) === undefined;
}

/** @returns whether a function of the kind asked for is among the parts of a value. */
function holdsFunction(
  value: unknown,
  such: (f: unknown) => boolean = () => true,
  seen = new Seen<object>(),
): boolean {
  if (typeof value === 'function') return such(value);
  if (typeof value !== 'object' || value === null || apply(has, seen, [value])) return false;
  apply(add, seen, [value]);
  if (isArray(value)) {
    for (let i = 0; i < value.length; i += 1) {
      const entry: unknown = value[i];
      if (typeof entry === 'number') continue;
      if (holdsFunction(entry, such, seen)) return true;
    }
    return false;
  }
  if (!isPlain(value)) return false;
  const fields = keys(value);
  for (let i = 0; i < fields.length; i += 1)
    if (holdsFunction(value[fields[i]], such, seen)) return true;
  return false;
}
