import type { Meta } from '../../meta';

export default {
  title: 'A loss of NaN',
  track: 'Debug this model',
  level: 'core',
  minutes: 25,
  requires: ['logistic-regression'],
  teaches: 'where a NaN is born, and which faults a finite loss still hides',
  source:
    'Pierre Blanchard, Desmond J. Higham and Nicholas J. Higham, Accurately computing the log-sum-exp and softmax functions, 2021',
  debug: true,
} satisfies Meta;
