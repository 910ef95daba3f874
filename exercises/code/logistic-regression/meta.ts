import type { Meta } from '../../meta';

export default {
  title: 'Logistic regression',
  track: 'Linear models',
  level: 'core',
  minutes: 30,
  requires: ['gradient-descent'],
  teaches: 'how a linear score becomes a probability, and how to learn it without overflow',
  source: 'David R. Cox, The regression analysis of binary sequences, 1958',
} satisfies Meta;
