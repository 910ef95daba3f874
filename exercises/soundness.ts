/** How far the verdicts and the diagnoses of one exercise can be trusted, counted (soundness.json). */
export interface Soundness {
  readonly slug: string;
  readonly seeds: number;
  readonly checks: number;
  /** The reference with one fragment changed. */
  readonly mutants: { readonly kinds: number; readonly caught: Count; readonly named: Named };
  /** The reference with two fragments changed. */
  readonly pairs: {
    readonly seeds: number;
    readonly caught: Count;
    readonly named: Named;
    /** Pairs whose two mistakes cancel out: what comes out is right. */
    readonly cancelling: readonly string[];
  };
  /** Right solutions written apart from the reference; `hit` runs of `of` were turned away. */
  readonly right: { readonly files: number; readonly turnedAway: Count };
  /** Wrong whole files; `named` runs got a diagnosis with a name. */
  readonly wrong: { readonly files: number; readonly caught: Count; readonly named: number };
  /** Milliseconds of the processor in Node, without a sandbox: the reference observed, and a mutant graded to its diagnosis. */
  readonly ms: { readonly observe: number; readonly grade: number };
}

/** How many runs of how many. */
export interface Count {
  readonly hit: number;
  readonly of: number;
}

/**
 * What the diagnoses of known mistakes said: that mistake and nothing else; it among others that fit
 * as well; for a pair, one of the two; nothing; or something else.
 */
export interface Named {
  readonly itself: number;
  readonly class: number;
  readonly part: number;
  readonly not: number;
  readonly other: number;
}
