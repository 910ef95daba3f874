import type { Meta } from '../../meta';

export default {
  title: 'Random forest',
  track: 'Trees and ensembles',
  level: 'hard',
  minutes: 40,
  requires: ['decision-tree'],
  teaches:
    'how resampled rows and picked features make trees differ, and what the unseen rows tell',
  source: 'Leo Breiman, Random Forests, 2001',
} satisfies Meta;
