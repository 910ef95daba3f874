export type Kind = 'sgd' | 'momentum' | 'nesterov' | 'rmsprop' | 'adam' | 'adamw';

/** What an optimizer carries from step to step: steps made so far, and two lists of d numbers. */
export interface OptimizerState {
  t: number;
  m: number[];
  v: number[];
}

export interface Hyper {
  learningRate: number;
  beta1?: number;
  beta2?: number;
  epsilon?: number;
  weightDecay?: number;
}

/** @returns the state before the first step, for d parameters. */
export function initialState(d: number): OptimizerState {
  throw new Error('TODO: initialState');
}

/**
 * One step of the optimizer `kind`.
 * @param parameters where it stands [d]
 * @param gradient the slope of the loss there [d]
 * @returns where it goes [d], and the state after the step; both fresh
 */
export function optimizerStep(
  kind: Kind,
  parameters: number[],
  gradient: number[],
  state: OptimizerState,
  hyper: Hyper,
): { parameters: number[]; state: OptimizerState } {
  throw new Error('TODO: optimizerStep');
}

/**
 * Takes `steps` steps from `start`.
 * @param gradientAt the slope of the loss at given parameters [d]
 * @returns every point on the way, the start included [steps + 1][d]
 */
export function minimize(
  kind: Kind,
  gradientAt: (parameters: number[]) => number[],
  start: number[],
  steps: number,
  hyper: Hyper,
): number[][] {
  throw new Error('TODO: minimize');
}
