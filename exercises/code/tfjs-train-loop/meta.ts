import type { Meta } from '../../meta';

export default {
  title: 'A training loop',
  track: 'With TensorFlow.js',
  level: 'core',
  minutes: 30,
  requires: ['logistic-regression', 'tfjs-memory-tidy'],
  teaches:
    'the loop that every framework asks for: batches, loss, gradient, update, and who cleans up',
  source: 'Léon Bottou, Stochastic gradient descent tricks, 2012',
  allows: ['@tensorflow/tfjs'],
} satisfies Meta;
