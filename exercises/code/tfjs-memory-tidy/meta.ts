import type { Meta } from '../../meta';

export default {
  title: 'Leave no tensor behind',
  track: 'With TensorFlow.js',
  level: 'warm-up',
  minutes: 15,
  requires: [],
  teaches: 'which tensors a call makes, who disposes of them, and how their numbers get out alive',
  source: 'Daniel Smilkov and others, TensorFlow.js: machine learning for the web and beyond, 2019',
  allows: ['@tensorflow/tfjs'],
} satisfies Meta;
