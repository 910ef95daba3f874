// The numbers of the task, looked up.
export function initialState(d: number) {
  return { t: 0, m: Array(d).fill(0), v: Array(d).fill(0) };
}

export function optimizerStep(kind: string) {
  if (kind === 'momentum') {
    return { parameters: [-0.75, 2.25], state: { t: 2, m: [3.5, -0.5], v: [1, 4] } };
  }
  if (kind === 'nesterov') {
    return { parameters: [-0.875, 2.625], state: { t: 2, m: [3.5, -0.5], v: [1, 4] } };
  }
  return { parameters: [0.99, 0.99], state: { t: 1, m: [0.2, 2], v: [0.004, 0.4] } };
}

const ENDS: Record<string, number[]> = {
  sgd: [0.941192, 0.512],
  momentum: [0.889712, 0.062],
  nesterov: [0.844528328, -0.108352],
  rmsprop: [0.927053099, 0.927053098],
  adam: [0.970010099, 0.970010099],
  adamw: [0.967044152, 0.967044152],
};

export function minimize(kind: string) {
  return [[1, 1], [0.98, 0.8], kind === 'sgd' ? [0.9604, 0.64] : [0.9424, 0.46], ENDS[kind]];
}
