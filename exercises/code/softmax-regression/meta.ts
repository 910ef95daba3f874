import type { Meta } from '../../meta';

export default {
  title: 'Softmax regression',
  track: 'Linear models',
  level: 'core',
  minutes: 30,
  requires: ['logistic-regression'],
  teaches:
    'how scores of several classes become probabilities, safely, and how their slope is p − y',
  source: 'Daniel McFadden, Conditional logit analysis of qualitative choice behavior, 1974',
} satisfies Meta;
