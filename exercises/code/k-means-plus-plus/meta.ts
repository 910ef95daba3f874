import type { Meta } from '../../meta';

export default {
  title: 'K-means++',
  track: 'Clustering',
  level: 'core',
  minutes: 20,
  requires: ['k-means'],
  teaches: 'how to draw from a list of weights, and why a start drawn by squared distance is good',
  source:
    'David Arthur and Sergei Vassilvitskii, k-means++: The Advantages of Careful Seeding, 2007',
} satisfies Meta;
