import type { Meta } from '../../meta';

export default {
  title: 'Optimizers',
  track: 'Optimisation',
  level: 'core',
  minutes: 30,
  requires: ['gradient-descent'],
  teaches: 'what six optimizers remember of past gradients, and what each does with it',
  source: 'Diederik P. Kingma and Jimmy Ba, Adam: a method for stochastic optimization, 2015',
} satisfies Meta;
