import type { Meta } from '../../meta';

export default {
  title: 'Bayes’ rule and MAP estimates',
  track: 'Probabilistic models',
  level: 'warm-up',
  minutes: 20,
  requires: [],
  teaches:
    'how a prior and data make a posterior, and how its highest point, its mean and the MLE differ',
  source: 'Thomas Bayes, An essay towards solving a problem in the doctrine of chances, 1763',
} satisfies Meta;
