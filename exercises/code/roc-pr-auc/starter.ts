/**
 * The rates of false and true positives at every threshold.
 * @param y labels [n], each 0 or 1
 * @param scores [n], higher for more positive
 * @returns three lists of one length, thresholds falling from Infinity
 */
export function rocCurve(
  y: number[],
  scores: number[],
): { fpr: number[]; tpr: number[]; thresholds: number[] } {
  throw new Error('TODO: rocCurve');
}

/**
 * The area under the ROC curve.
 * @returns 0 … 1; NaN where either class is missing
 */
export function rocAuc(y: number[], scores: number[]): number {
  throw new Error('TODO: rocAuc');
}

/**
 * Precision and recall at every threshold.
 * @param y labels [n], each 0 or 1
 * @param scores [n], higher for more positive
 * @returns three lists of one length, thresholds falling
 */
export function prCurve(
  y: number[],
  scores: number[],
): { precision: number[]; recall: number[]; thresholds: number[] } {
  throw new Error('TODO: prCurve');
}

/**
 * The precisions along the curve, each weighted with its step of recall.
 * @returns 0 … 1; NaN where there are no positives
 */
export function averagePrecision(y: number[], scores: number[]): number {
  throw new Error('TODO: averagePrecision');
}
