import type { Meta } from '../../meta';

export default {
  title: 'Mini-batch SGD',
  track: 'Optimisation',
  level: 'core',
  minutes: 20,
  requires: ['gradient-descent'],
  teaches:
    'how to learn from a few rows at a time, and why the short last batch needs its own mean',
  source: 'Herbert Robbins and Sutton Monro, A stochastic approximation method, 1951',
} satisfies Meta;
