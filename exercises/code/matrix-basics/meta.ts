import type { Meta } from '../../meta';

export default {
  title: 'Matrix basics',
  track: 'Mathematics',
  level: 'warm-up',
  minutes: 15,
  requires: [],
  teaches: 'how every product of matrices comes down to dot products, and which shapes fit',
  source: 'Arthur Cayley, A memoir on the theory of matrices, 1858',
} satisfies Meta;
