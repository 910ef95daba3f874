import type { Meta } from '../../meta';

export default {
  title: 'Attention',
  track: 'Sequences and attention',
  level: 'core',
  minutes: 25,
  requires: ['softmax-regression'],
  teaches:
    'how queries, keys and values share out a glance, and what a mask has to do to a softmax',
  source: 'Ashish Vaswani and others, Attention Is All You Need, 2017',
} satisfies Meta;
