import type { Law } from './laws';
import { isRecord } from './value';

/** TensorFlow.js, as far as its tensors are counted. */
export interface Tensors {
  memory(): { numTensors: number };
}

/** Calls that are not counted: what a first one sets up for good, and those that are made twice. */
const BEFORE = 2;
const COUNTED = 2;

/**
 * Counts the tensors that an act leaves behind, or takes away, when it is repeated. To be judged by
 * `leavesNoTensor`.
 */
export function tensorsLeft(tf: Tensors, act: () => unknown): { calls: number; tensors: number } {
  for (let i = 0; i < BEFORE; i += 1) act();
  const before = tf.memory().numTensors;
  for (let i = 0; i < COUNTED; i += 1) act();
  return { calls: COUNTED, tensors: tf.memory().numTensors - before };
}

/** The value is what `tensorsLeft` gives, and as many tensors live afterwards as before. */
export const leavesNoTensor: Law = value => {
  if (!isRecord(value) || typeof value.tensors !== 'number') return { say: 'Nothing was counted.' };
  const { calls, tensors } = value;
  if (tensors === 0) return null;
  const say =
    tensors > 0
      ? `After ${calls} more calls there are ${tensors} more tensors in memory. Dispose of each that the call makes.`
      : `After ${calls} more calls there are ${-tensors} fewer tensors in memory. Dispose only of those that the call makes.`;
  return { say, path: ['tensors'], received: tensors, expected: 0 };
};
