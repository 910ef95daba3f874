import { compare, EXACT, type Tolerance } from './compare';
import type { Thrown } from './observation';
import { random } from './random';
import { at, isMatrix, isRecord, isVector, leaves, type Path, Strange, type Value } from './value';

/** What one side made of one call. */
export interface Reply {
  readonly returned?: Value;
  readonly threw?: Thrown;
}

/** One call, made by the submission and by the reference with the same arguments. */
export interface Trial {
  readonly learner: Reply;
  readonly reference: Reply;
}

export type Arguments = readonly Value[];

/** Makes one call with each list of arguments, on both sides. Null where a side was stopped. */
export type TryCalls = (lists: readonly Arguments[]) => Promise<readonly Trial[] | null>;

/** What has to go wrong, and how. */
export interface Question {
  readonly args: Arguments;
  /** The part of what is returned that counts. */
  readonly part: Path;
  readonly within: Tolerance;
  /** Without it, only an error where the reference has none counts. */
  readonly values: boolean;
}

/** Arguments on which it goes wrong, and what both sides made of them. */
export interface Found {
  readonly args: Arguments;
  readonly trial: Trial;
  /** False where nothing smaller was found. */
  readonly smaller: boolean;
}

/** Calls that a search may make of each side. */
export const MOST_CALLS = 60;
/** What shortening the longest axis may spend of them, and any other. */
const ROWS_SHARE = 24;
const SHARE = 8;
/** A difference counts from so many tolerances on. */
const FAR = 100;
/** Data is shifted by this share of its size to see whether a difference hangs on a near-tie. */
const NUDGE = 1e-9;
/** What the reference may change by when its data is shifted so. */
const STEADY: Tolerance = { relative: 1e-4, scaled: 1e-5, absolute: 1e-8 };

/**
 * Looks for smaller arguments on which a call still goes wrong in the same way: fewer rows, fewer
 * columns, fewer steps, rounder numbers. Each step of the search is one batch of calls.
 * @param until asked before each batch: is there still time?
 * @returns null where the call does not go wrong by itself, or was stopped
 */
export async function shrink(
  question: Question,
  tryCalls: TryCalls,
  until: () => boolean,
): Promise<Found | null> {
  const { args } = question;
  const data = dataIn(args);
  let calls = 0;
  let stopped = false;
  let fault = '';

  async function attempt(lists: readonly Arguments[]): Promise<readonly Trial[]> {
    calls += lists.length;
    const trials = await tryCalls(lists);
    if (trials?.length === lists.length) return trials;
    stopped = true;
    return [];
  }
  const isOver = () => stopped || !until();
  const room = () => MOST_CALLS - 1 - calls;
  const isSame = (trial: Trial, shifted: Trial) =>
    faultOf(trial, question) === fault &&
    faultOf(shifted, question) === fault &&
    compare(shifted.reference.returned, trial.reference.returned, STEADY) === null;

  const first = await attempt([args, nudged(args, data)]);
  if (stopped) return null;
  // What just passes the check's tolerance, or hangs on a tie that the check itself has set up, stays as it is.
  if (faultOf(first[0], question, 1) === null) return null;
  fault = faultOf(first[0], question) ?? '';
  if (fault === '' || !isSame(first[0], first[1])) {
    return { args, trial: first[0], smaller: false };
  }
  let best: { args: Arguments; trial: Trial } = { args, trial: first[0] };

  /** Moves on to the first candidate that goes wrong too, and on data a little off as well. */
  async function advance(candidates: readonly Arguments[]): Promise<boolean> {
    const others = candidates.filter(candidate => !isAlike(candidate, best.args));
    const some = others.slice(0, Math.max(0, room() - 2));
    if (some.length === 0 || isOver()) return false;
    const trials = await attempt(some);
    const wrong = trials.flatMap((trial, i) => (faultOf(trial, question) === fault ? [i] : []));
    const likely = wrong.slice(0, Math.min(2, room()));
    if (likely.length === 0 || isOver()) return false;
    const shifted = await attempt(likely.map(i => nudged(some[i], data)));
    const found = shifted.findIndex((trial, k) => isSame(trials[likely[k]], trial));
    if (found < 0) return false;
    best = { args: some[likely[found]], trial: trials[likely[found]] };
    return true;
  }

  /** The very small at once: few rows, one column, round numbers. Most mistakes show there already. */
  async function leap(axes: readonly Axis[]): Promise<void> {
    const first = (axis: Axis, k: number, from: Arguments) => restricted(from, axis, i => i < k);
    const thin = axes
      .filter(axis => axis.some(({ columns }) => columns))
      .reduce((thinner, axis) => first(axis, 1, thinner), args);
    const heads = axes.length > 0 ? [1, 2, 3].filter(k => k < lengthAt(args, axes[0])) : [];
    await advance([
      ...heads.map(k => rounded(first(axes[0], k, thin), data, 1)),
      ...heads.map(k => first(axes[0], k, args)),
      rounded(thin, data, 1),
    ]);
  }

  /** Takes entries out of all lists of an axis at once: half of them, then ever fewer. */
  async function shorten(axis: Axis, share: number): Promise<void> {
    const end = calls + share;
    let chunk = Number.POSITIVE_INFINITY;
    while (calls < end && !isOver()) {
      const n = lengthAt(best.args, axis);
      if (n < 2) return;
      chunk = Math.min(chunk, Math.ceil(n / 2));
      const starts = Array.from({ length: Math.ceil(n / chunk) }, (_, k) => k * chunk);
      const candidates = starts
        .slice(0, end - calls)
        .map(from => restricted(best.args, axis, i => i < from || i >= from + chunk));
      if (await advance(candidates)) continue;
      if (chunk === 1) return;
      chunk = Math.ceil(chunk / 2);
    }
  }

  const axes = axesOf(args);
  if (!isOver()) await leap(axes);
  for (const [k, axis] of axes.entries()) await shorten(axis, k === 0 ? ROWS_SHARE : SHARE);
  if (!isOver()) await advance(withFewerSteps(best.args));
  if (!isOver()) await advance([1, 2, 3].map(digits => rounded(best.args, data, digits)));
  if (stopped) return null;
  if (best.args === args) return { ...best, smaller: false };

  // The calls of a batch share a module; what is shown must go wrong in a fresh one.
  const [alone] = await attempt([best.args]);
  return alone && faultOf(alone, question) === fault
    ? { args: best.args, trial: alone, smaller: true }
    : null;
}

/**
 * @param times how many tolerances a number must be off by to count
 * @returns in which way a call goes wrong; null where it does not, or the reference has no answer
 */
export function faultOf(
  { learner, reference }: Trial,
  question: Question,
  times = FAR,
): string | null {
  const { part, within, values } = question;
  if (reference.threw || !isSound(reference.returned)) return null;
  if (learner.threw) {
    const { todo, missing, name } = learner.threw;
    return todo || missing !== undefined ? null : `throws ${name}`;
  }
  if (!values) return null;
  const far = {
    relative: times * within.relative,
    scaled: times * within.scaled,
    absolute: times * within.absolute,
  };
  return compare(at(learner.returned, part), at(reference.returned, part), far)?.kind ?? null;
}

function isAlike(a: Arguments, b: Arguments): boolean {
  return compare(a as Value[], b as Value[], EXACT) === null;
}

/** A value without holes: nothing undefined, NaN or infinite in it, and nothing that is no data. */
function isSound(value: Value): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (value === undefined || value instanceof Strange) return false;
  if (Array.isArray(value)) return value.every(isSound);
  return !isRecord(value) || Object.values(value).every(isSound);
}

/** @returns whether a value is data all through, and little enough to be sent to and fro. */
export function isModest(value: Value): boolean {
  return isData(value) && leaves(value).length <= 20_000;
}

function isData(value: Value): boolean {
  if (value instanceof Strange) return false;
  if (Array.isArray(value)) return value.every(isData);
  return !isRecord(value) || Object.values(value).every(isData);
}

/** The entries of a list, or the columns of a matrix. */
interface Slot {
  readonly path: Path;
  readonly columns: boolean;
}

/** Lists of one length belong together: X, y, labels; the columns of X and the weights. */
type Axis = readonly Slot[];

/** @returns the axes with two entries at least, the longest first */
function axesOf(args: Arguments): Axis[] {
  const byLength = new Map<number, Slot[]>();
  const add = (length: number, slot: Slot) => {
    if (length > 1) byLength.set(length, [...(byLength.get(length) ?? []), slot]);
  };
  const visit = (value: Value, path: Path, depth: number): void => {
    if (Array.isArray(value)) {
      add(value.length, { path, columns: false });
      if (isMatrix(value)) add(value[0].length, { path, columns: true });
    } else if (isRecord(value) && depth < 2) {
      for (const field of Object.keys(value)) visit(value[field], [...path, field], depth + 1);
    }
  };
  for (const [i, argument] of args.entries()) visit(argument, [i], 0);
  // A nested record (a tree, say) names columns by their number, which would no longer be theirs.
  const isNested = args.some(
    argument => isRecord(argument) && Object.values(argument).some(isRecord),
  );
  return [...byLength]
    .filter(([, slots]) => !isNested || slots.every(({ columns }) => !columns))
    .sort(([a], [b]) => b - a)
    .map(([, slots]) => slots);
}

function lengthAt(args: Arguments, [{ path, columns }]: Axis): number {
  const list = at(args as Value[], path) as Value[];
  return columns ? (list[0] as Value[]).length : list.length;
}

function restricted(args: Arguments, axis: Axis, keep: (i: number) => boolean): Arguments {
  const filter = (list: Value) => (list as Value[]).filter((_, i) => keep(i));
  return axis.reduce<Arguments>(
    (changed, { path, columns }) =>
      replaced(changed as Value[], path, list =>
        columns ? (list as Value[]).map(filter) : filter(list),
      ) as Value[],
    args,
  );
}

/** A copy of a value with another one at a path. */
function replaced(value: Value, path: Path, change: (old: Value) => Value): Value {
  const [step, ...rest] = path;
  if (step === undefined) return change(value);
  if (Array.isArray(value)) {
    return value.map((entry, i) => (i === step ? replaced(entry, rest, change) : entry));
  }
  const record = value as Record<string, Value>;
  return { ...record, [step]: replaced(record[step], rest, change) };
}

/** Where measured numbers are, as opposed to labels, counts and sizes: these may be rounded and shifted. */
function dataIn(args: Arguments): Path[] {
  const paths: Path[] = [];
  const visit = (value: Value, path: Path): void => {
    const isFractional = leaves(value).some(leaf => !Number.isInteger(leaf.number));
    if (isMatrix(value)) paths.push(path);
    else if (isVector(value) || typeof value === 'number') {
      if (isFractional) paths.push(path);
    } else if (Array.isArray(value)) {
      for (const [i, entry] of value.entries()) visit(entry, [...path, i]);
    } else if (isRecord(value)) {
      for (const field of Object.keys(value)) visit(value[field], [...path, field]);
    }
  };
  for (const [i, argument] of args.entries()) visit(argument, [i]);
  return paths;
}

function mapped(args: Arguments, data: readonly Path[], map: (x: number, scale: number) => number) {
  return data.reduce<Arguments>((changed, path) => {
    const old = at(changed as Value[], path);
    if (old === undefined) return changed;
    const scale = leaves(old).reduce((most, { number }) => Math.max(most, Math.abs(number)), 0);
    const walk = (value: Value): Value =>
      typeof value === 'number' ? map(value, scale) : (value as Value[]).map(walk);
    return replaced(changed as Value[], path, walk) as Value[];
  }, args);
}

function nudged(args: Arguments, data: readonly Path[]): Arguments {
  const draw = random(1);
  return mapped(args, data, (x, scale) => x + (2 * draw() - 1) * NUDGE * (Math.abs(x) || scale));
}

/** Numbers with so many digits, counted from the largest of their list. Whole numbers stay. */
function rounded(args: Arguments, data: readonly Path[], digits: number): Arguments {
  return mapped(args, data, (x, scale) => {
    if (Number.isInteger(x) || !Number.isFinite(scale)) return x;
    const unit = 10 ** (Math.floor(Math.log10(scale)) - digits + 1);
    return Number((Math.round(x / unit) * unit).toPrecision(12));
  });
}

/** Names of options that say how often something is done: fewer of them are always allowed. */
const REPETITIONS = /^(steps|epochs|\w*[iI]terations)$/;

function withFewerSteps(args: Arguments): Arguments[] {
  return args.flatMap((argument, i) => {
    if (!isRecord(argument)) return [];
    return Object.keys(argument)
      .filter(field => REPETITIONS.test(field))
      .flatMap(field =>
        [1, 2, 3]
          .filter(count => count < (argument[field] as number))
          .map(count => replaced(args as Value[], [i, field], () => count) as Value[]),
      );
  });
}
