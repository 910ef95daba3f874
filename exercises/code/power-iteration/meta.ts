import type { Meta } from '../../meta';

export default {
  title: 'Power iteration',
  track: 'Mathematics',
  level: 'warm-up',
  minutes: 20,
  requires: ['matrix-basics'],
  teaches:
    'how repeated multiplication finds the dominant eigenvector, and how to tell that it has',
  source:
    'Richard von Mises and Hilda Pollaczek-Geiringer, Praktische Verfahren der Gleichungsauflösung, 1929',
} satisfies Meta;
