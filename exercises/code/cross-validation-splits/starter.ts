/** Row numbers, from 0. */
export interface Fold {
  train: number[];
  test: number[];
}

/**
 * K runs of rows, each tested once.
 * @param n number of rows
 * @param order the rows 0 … n − 1 as they are to be cut; in their own order where undefined
 */
export function kFold(n: number, K: number, order?: number[]): Fold[] {
  throw new Error('TODO: kFold');
}

/**
 * K folds that share out each class evenly.
 * @param labels the class of each row [n]
 */
export function stratifiedKFold(labels: number[], K: number): Fold[] {
  throw new Error('TODO: stratifiedKFold');
}

/**
 * K folds that keep the rows of a group together.
 * @param groups the group of each row [n]
 */
export function groupKFold(groups: string[], K: number): Fold[] {
  throw new Error('TODO: groupKFold');
}

/**
 * K blocks at the end of a series, each tested after training on what came before.
 * @param n number of rows, in order of time
 * @param gap how many rows before a block are not trained on; 0 where undefined
 */
export function timeSeriesSplit(n: number, K: number, gap?: number): Fold[] {
  throw new Error('TODO: timeSeriesSplit');
}
