import type { Meta } from '../../meta';

export default {
  title: 'A/B test',
  track: 'Statistics and experiments',
  level: 'core',
  minutes: 30,
  requires: [],
  teaches:
    'why a test pools the two arms, an interval does not, and neither counts if the split is off',
  source:
    'Karl Pearson, On the criterion that a given system of deviations can be reasonably supposed to have arisen from random sampling, 1900',
} satisfies Meta;
