import type { Meta } from '../../meta';

export default {
  title: 'k nearest neighbours',
  track: 'Neighbours and kernels',
  level: 'warm-up',
  minutes: 20,
  requires: [],
  teaches:
    'how a classifier without training votes, and what its ties and zero distances ask of you',
  source:
    'Evelyn Fix and Joseph L. Hodges, Discriminatory analysis, nonparametric discrimination, 1951',
} satisfies Meta;
