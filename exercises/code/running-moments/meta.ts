import type { Meta } from '../../meta';

export default {
  title: 'Running mean and variance',
  track: 'Mathematics',
  level: 'warm-up',
  minutes: 20,
  requires: [],
  teaches:
    'how to summarise a stream in three numbers, merge summaries, and lose no digits on the way',
  source:
    'B. P. Welford, Note on a method for calculating corrected sums of squares and products, 1962',
} satisfies Meta;
