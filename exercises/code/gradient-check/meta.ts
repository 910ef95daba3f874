import type { Meta } from '../../meta';

export default {
  title: 'Gradient check',
  track: 'Optimisation',
  level: 'warm-up',
  minutes: 15,
  requires: [],
  teaches: 'how to test a gradient without its derivation, and why a step can be too small',
  source: 'Brook Taylor, Methodus incrementorum directa et inversa, 1715',
} satisfies Meta;
