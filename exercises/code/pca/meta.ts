import type { Meta } from '../../meta';

export default {
  title: 'Principal component analysis',
  track: 'Dimensionality reduction',
  level: 'core',
  minutes: 30,
  requires: ['power-iteration'],
  teaches: 'why the directions of greatest variance are eigenvectors, and how to project onto them',
  source: 'Karl Pearson, On lines and planes of closest fit to systems of points in space, 1901',
} satisfies Meta;
