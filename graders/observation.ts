import type { Path, Value } from './value';

/** An error as it left the sandbox. */
export interface Thrown {
  readonly name: string;
  readonly message: string;
  /** Built by the submission itself (`throw new RangeError(…)`), not an accident of the engine. */
  readonly onPurpose: boolean;
  /** A starter's untouched `throw Error('TODO: …')`. */
  readonly todo: boolean;
  /** The name of an export that was asked for and is not there, or is not a function. */
  readonly missing?: string;
  /** 1-based place in the learner's own source. The column differs between engines. */
  readonly line?: number;
  readonly column?: number;
}

/** One call of an exported function, with arguments as they were before it. */
export interface Call {
  readonly name: string;
  readonly args: readonly Value[];
  readonly returned?: Value;
  readonly threw?: Thrown;
  /** The first cell of an argument that the call changed. */
  readonly changed?: { readonly path: Path; readonly before: Value; readonly after: Value };
  /** An array of the result that is also part of an argument or of an earlier result. */
  readonly shared?: { readonly path: Path; readonly with: 'argument' | 'earlier result' };
  /** What the same call gave a second time, where that was not the same. */
  readonly again?: Value;
}

/** What one experiment did with one module. Plain data: all that ever leaves the sandbox. */
export interface Observation {
  readonly calls: readonly Call[];
  readonly value?: Value;
  readonly threw?: Thrown;
}
