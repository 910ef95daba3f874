/*
 * What `@tensorflow/tfjs` means in an exercise that allows it: the tensors, operations, gradients and
 * optimizers of TensorFlow.js on its backend of plain JavaScript, the same numbers on every machine.
 * Left out are the parts that need more than the language: WebGL, ready-made layers, data sets, files.
 */
import '@tensorflow/tfjs-backend-cpu';
import { env } from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops';
import '@tensorflow/tfjs-core/dist/register_all_gradients';

/** The only clock where submissions run. */
declare const performance: { now(): number };

/** TensorFlow.js asks its surroundings for these; here there is no network. */
env().setPlatform('scratchwork', {
  now: () => performance.now(),
  fetch: () => Promise.reject(new Error('There is no network here.')),
  encode: text => Uint8Array.from(unescape(encodeURIComponent(text)), c => c.charCodeAt(0)),
  decode: bytes =>
    decodeURIComponent(escape(Array.from(bytes, c => String.fromCharCode(c)).join(''))),
  isTypedArray: (part): part is Float32Array | Int32Array | Uint8Array | Uint8ClampedArray =>
    part instanceof Float32Array ||
    part instanceof Int32Array ||
    part instanceof Uint8Array ||
    part instanceof Uint8ClampedArray,
});

export * from '@tensorflow/tfjs-core';
