import type { Meta } from '../../meta';

export default {
  title: 'Confusion matrix and its metrics',
  track: 'Metrics and evaluation',
  level: 'warm-up',
  minutes: 25,
  requires: [],
  teaches:
    'what each classification metric divides by what, and which of them a rare class leaves blind',
  source: 'C. J. van Rijsbergen, Information Retrieval, 1979; B. W. Matthews, 1975',
} satisfies Meta;
