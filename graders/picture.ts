import type { Experiment } from './grader';

/**
 * A picture of the learner's own run. The experiment runs after the checks, for the learner and for
 * the reference; its value is drawn, never judged. Each kind says what the value must look like.
 */
export type Picture<M = never, B = never, L = never> = {
  readonly title: string;
  readonly experiment: Experiment<M, B, L>;
} & (
  | {
      /** The value is `number[]`: one loss (or inertia) for each step. */ readonly kind: 'curve';
      readonly label: string;
    }
  | {
      /** The value is `Boundary`. */
      readonly kind: 'boundary';
    }
  | { /** The value is `CentroidTrace`. */ readonly kind: 'centroid-trace' }
  | { /** The value is `FittedLines`. */ readonly kind: 'fitted-lines' }
  | { /** The value is a `Tree` as the exercise defines it. */ readonly kind: 'tree' }
  | {
      /** The value is `number[][]`: where descent stood after 0, 1, 2 … steps, [steps + 1][2]. */
      readonly kind: 'descent';
      readonly x: string;
      readonly y: string;
      /** What it descends on. Ours, not the learner's: computed outside the sandbox. */
      readonly landscape: (bench: B) => Landscape;
    }
  | {
      /** The value is `number[][]`: a matrix, one cell for each entry. */
      readonly kind: 'heatmap';
      /** What a row and a column are: "query", "key". */
      readonly rows: string;
      readonly columns: string;
    }
  | {
      /** The value is `Path`: a line from point to point, the learner's over the reference's. */
      readonly kind: 'path';
      readonly x: string;
      readonly y: string;
    }
  | {
      /** The value is `Scatter`. */
      readonly kind: 'scatter';
      readonly x: string;
      readonly y: string;
      /** Set where the points are the rows of the table, so that they can be moved in it. */
      readonly ofRows?: true;
    }
  | { /** The value is `Thresholds`. */ readonly kind: 'thresholds' }
);

/** Scores on a regular grid over two features; `scores[i · xs.length + j]` belongs to (xs[j], ys[i]). */
export interface Boundary {
  X: number[][];
  y: number[];
  xs: number[];
  ys: number[];
  scores: number[];
  /** Where the boundary grows: the same after a smaller depth or fewer steps, the whole one last. */
  stages?: { name: string; scores: number[] }[];
}

/** Where the centroids stood after 0, 1, 2 … updates, and the last labels. */
export interface CentroidTrace {
  X: number[][];
  labels: number[];
  /** [updates + 1][K][2] */
  steps: number[][][];
  /** The labels after each update, [updates + 1][n]. */
  assigned?: number[][];
}

/** A loss over two parameters. */
export interface Landscape {
  readonly height: (x: number, y: number) => number;
  /** Where it is lowest. */
  readonly bottom: readonly [number, number];
}

/** Straight lines through points of one feature, as descent moves them. */
export interface FittedLines {
  X: number[][];
  y: number[];
  /** [shown steps] of { weight, bias } */
  lines: { weight: number; bias: number }[];
}

/** Points to be joined in their order: a receiver operating curve, a density, a posterior. */
export interface Path {
  xs: number[];
  ys: number[];
}

/** Rows by their scores, and what becomes of each threshold: a row counts as class 1 from there up. */
export interface Thresholds {
  /** [n] */
  scores: number[];
  /** [n] of 0 and 1 */
  y: number[];
  /** [t] from high to low; the first may be infinite. */
  thresholds: number[];
  /** What is known of every threshold, [t] each. */
  told: { name: string; values: number[] }[];
  /** What is known of the scores as a whole. */
  whole?: { name: string; value: number }[];
}

/** Points in the plane, coloured by group where there are groups, and straight arrows over them. */
export interface Scatter {
  /** [n][2] */
  points: number[][];
  /** [n] */
  groups?: number[];
  arrows?: { from: number[]; to: number[] }[];
}
