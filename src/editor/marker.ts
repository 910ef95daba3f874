/** A remark on a place in the learner's source. Lines and columns count from 1. */
export interface Marker {
  readonly line: number;
  /** Without it the whole line is meant. */
  readonly column?: number;
  readonly message: string;
  readonly severity: 'error' | 'warning' | 'info';
}
