import type { Meta } from '../../meta';

export default {
  title: 'Linear regression',
  track: 'Linear models',
  level: 'core',
  minutes: 30,
  requires: ['matrix-basics'],
  teaches: 'how least squares is solved exactly, and how far its weights can be trusted',
  source:
    'Carl Friedrich Gauss, Theoria combinationis observationum erroribus minimis obnoxiae, 1823',
} satisfies Meta;
