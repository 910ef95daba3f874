import type { Meta } from '../../meta';

export default {
  title: 'Backpropagation in a small network',
  track: 'Neural networks',
  level: 'core',
  minutes: 40,
  requires: ['logistic-regression'],
  teaches:
    'how the chain rule carries an error back through a layer, and what each bias and weight is to blame for',
  source:
    'David E. Rumelhart, Geoffrey E. Hinton and Ronald J. Williams, Learning representations by back-propagating errors, 1986',
} satisfies Meta;
