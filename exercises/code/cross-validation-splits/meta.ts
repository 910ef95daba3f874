import type { Meta } from '../../meta';

export default {
  title: 'Cross-validation splits',
  track: 'Metrics and evaluation',
  level: 'core',
  minutes: 25,
  requires: [],
  teaches: 'which rows may be trained on together with which, so that a score is worth something',
  source: 'Mervyn Stone, Cross-validatory choice and assessment of statistical predictions, 1974',
} satisfies Meta;
