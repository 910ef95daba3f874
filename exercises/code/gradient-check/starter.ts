/**
 * The slope of `f` along each parameter, told by finite differences.
 * @param f takes parameters [d], gives one number
 * @param parameters where the slope is wanted [d]
 * @returns the numerical gradient [d]
 */
export function numericalGradient(
  f: (parameters: number[]) => number,
  parameters: number[],
  options?: { step?: number; scheme?: 'central' | 'forward' },
): number[] {
  throw new Error('TODO: numericalGradient');
}

/**
 * Compares a gradient that somebody derived with central differences of `f`.
 * @param gradient takes parameters [d], gives the claimed gradient [d]
 * @returns the largest relative error over the parameters, and whether it is below 1e-6
 */
export function gradientCheck(
  f: (parameters: number[]) => number,
  gradient: (parameters: number[]) => number[],
  parameters: number[],
): { maxRelativeError: number; ok: boolean } {
  throw new Error('TODO: gradientCheck');
}
