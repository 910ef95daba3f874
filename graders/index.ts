/** What the author of an exercise may import; nothing else in this folder is public to exercises. */
export {
  alikeInFrequency,
  type Count,
  type Frequencies,
  fallsAsOften,
  frequencies,
  type Odds,
} from './chance';
export { absolute, EXACT, NUMERIC, type Tolerance } from './compare';
export { blobs, cloud, type Labelled, plane, twoClasses } from './datasets';
export { type Grader, grader, type Mutant } from './grader';
export {
  type Evidence,
  type Law,
  neverRises,
  slopeOfLoss,
  unchangedWhen,
  type Violation,
} from './laws';
export { named } from './named';
export type { Boundary, CentroidTrace, FittedLines, Landscape, Thresholds } from './picture';
export { type Draw, drawing, type Random, random } from './random';
export { eachRefused } from './refused';
export { relabelling, sign } from './symmetries';
export { leavesNoTensor, tensorsLeft } from './tensors';
export { followsItsTree, growsGreedily, splitsBest } from './tree-laws';
export { anyTree, type ClassTree, type Growth, type Measure, standsOut } from './trees';
export { evenly, gridOver, type Knob, type Table } from './tries';
export { isMatrix, isRecord, isVector, type Path, type Value } from './value';
