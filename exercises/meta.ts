/** What the catalogue knows of an exercise before any of it is opened. */
export interface Meta {
  readonly title: string;
  readonly track: Track;
  readonly level: (typeof LEVELS)[number];
  /** How long a prepared candidate takes, in minutes. */
  readonly minutes: number;
  /** Slugs of exercises whose ideas are used here. */
  readonly requires: readonly string[];
  /** What one knows afterwards, as a phrase: "why both halves of a step lower the same objective". */
  readonly teaches: string;
  /** Where the algorithm comes from: author, title, year. */
  readonly source: string;
  /** The starter is a whole program with planted faults to be found, not signatures to be filled in. */
  readonly debug?: true;
  /** What a submission may import; without it, nothing. */
  readonly allows?: readonly Library[];
}

/** Libraries that an exercise may allow, by the names they are imported by; see `libraries/`. */
export const LIBRARIES = ['@tensorflow/tfjs', 'mathjs'] as const;

export type Library = (typeof LIBRARIES)[number];

/** From the easiest to the hardest. */
export const LEVELS = ['warm-up', 'core', 'hard'] as const;

export const TRACKS = [
  'Optimisation',
  'Linear models',
  'Trees and ensembles',
  'Neighbours and kernels',
  'Probabilistic models',
  'Clustering',
  'Dimensionality reduction',
  'Neural networks',
  'Sequences and attention',
  'Metrics and evaluation',
  'Statistics and experiments',
  'Mathematics',
  'With TensorFlow.js',
  'Debug this model',
] as const;

export type Track = (typeof TRACKS)[number];
