/** What precision, recall and F-score are worth for one class. */
export type ClassScores = { precision: number; recall: number; fBeta: number; support: number };

/** The scores of all classes, and of the whole. */
export type Report = {
  accuracy: number;
  balancedAccuracy: number;
  precision: number;
  recall: number;
  fBeta: number;
  mcc: number | null;
  perClass: ClassScores[];
};

/**
 * How often each class was predicted as each.
 * @param y true labels [n], each 0 … K − 1
 * @param predicted [n], each 0 … K − 1
 * @param K how many classes there are
 * @returns counts [K][K], a row for each true class
 */
export function confusionMatrix(y: number[], predicted: number[], K: number): number[][] {
  throw new Error('TODO: confusionMatrix');
}

/**
 * What a confusion matrix says about a classifier.
 * @param matrix counts [K][K], a row for each true class
 */
export function report(
  matrix: number[][],
  options?: { beta?: number; average?: 'macro' | 'micro' | 'weighted' },
): Report {
  throw new Error('TODO: report');
}
