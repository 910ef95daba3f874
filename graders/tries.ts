import type { Call } from './observation';

/** Rows as a learner may give them; `y` has a class or a target for each. */
export interface Table {
  /** [n][d] */
  X: number[][];
  /** [n] */
  y?: number[];
}

/**
 * What the rows of a table are: points of the plane; points with a class each, 0 or above; one feature
 * and a target; a score and a class, 0 or 1, both of which occur.
 */
export type TableKind = 'points' | 'classes' | 'targets' | 'scored';

/**
 * A number that a learner may move: a learning rate, a depth. Its range may hang on the table that was
 * taken, as a rate hangs on the size of the features.
 */
export interface Knob<B = never> {
  readonly name: string;
  /** A rate is moved by factors, a count by ones. */
  readonly kind: 'rate' | 'count';
  readonly low: (bench: B, table: Table) => number;
  readonly high: (bench: B, table: Table) => number;
  /** Where it stands until it is moved: on the rows of the run, as in the run. */
  readonly start: (bench: B, table: Table) => number;
}

/** What a learner chose in the pictures. */
export interface Chosen {
  /** The rows of the run, or others in their place. */
  readonly table: Table;
  /** Whether they are others. */
  readonly own: boolean;
  /** One for each knob. */
  readonly knobs: readonly number[];
  /** The call that the rows are from, where they are those of a check that failed: nothing in it is trusted. */
  readonly call?: Call;
}

/**
 * What may be changed in the pictures of an exercise. The experiments of all its pictures are then run
 * again, by the learner's code and by the reference, on the bench that `bench` makes of the choice, and
 * on nothing else: it holds every part that they read. Nothing of it is judged.
 */
export interface Tries<B = never, Parts = object> {
  readonly table?: {
    readonly kind: TableKind;
    readonly of: (bench: B) => Table;
    /** Classes that a learner may give, if the rows have one. */
    readonly classes?: number;
    /** Rows that are needed at least. */
    readonly least?: number;
  };
  readonly knobs?: readonly Knob<B>[];
  /** Runs outside the sandbox; what it returns is plain data. */
  readonly bench: (chosen: Chosen, bench: B) => Parts;
}

/** A regular grid over two features, and its points row by row, as `Boundary` wants them. */
export function gridOver(X: readonly (readonly number[])[], size = 18) {
  const side = (j: number) => {
    const column = X.map(row => row[j]);
    const low = Math.min(...column);
    const room = Math.max(...column) - low || 1;
    const step = (1.16 * room) / (size - 1);
    return Array.from({ length: size }, (_, i) => low - 0.08 * room + i * step);
  };
  const [xs, ys] = [side(0), side(1)];
  return { xs, ys, points: ys.flatMap(b => xs.map(a => [a, b])) };
}

/** `count` rows from all over a table, each by itself: a start for something that has to begin on the data. */
export function evenly(X: readonly (readonly number[])[], count: number): number[][] {
  return Array.from({ length: count }, (_, k) => [...X[Math.floor((k * X.length) / count)]]);
}
