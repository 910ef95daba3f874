import type { Meta } from '../../meta';

export default {
  title: 'Decision tree',
  track: 'Trees and ensembles',
  level: 'hard',
  minutes: 45,
  requires: [],
  teaches: 'how a tree asks the most telling question first, and what makes it stop',
  source: 'Breiman, Friedman, Olshen and Stone, Classification and Regression Trees, 1984',
} satisfies Meta;
