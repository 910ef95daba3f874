import type { Meta } from '../../meta';

export default {
  title: 'K-means',
  track: 'Clustering',
  level: 'core',
  minutes: 25,
  requires: [],
  teaches: 'why both halves of an iteration lower the same objective, and what to do at its edges',
  source: 'Stuart P. Lloyd, Least squares quantization in PCM, 1982',
} satisfies Meta;
