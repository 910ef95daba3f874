import type { Meta } from '../../meta';

export default {
  title: 'ROC, precision–recall and their areas',
  track: 'Metrics and evaluation',
  level: 'core',
  minutes: 35,
  requires: ['confusion-metrics'],
  teaches: 'why tied scores must move together, and what the two areas under the curves count',
  source: 'J. A. Hanley and B. J. McNeil, The meaning and use of the area under a ROC curve, 1982',
} satisfies Meta;
