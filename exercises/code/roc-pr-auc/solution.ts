/** The rates of false and true positives at every threshold, the highest first. */
export function rocCurve(
  y: number[],
  scores: number[],
): { fpr: number[]; tpr: number[]; thresholds: number[] } {
  const { tp, fp, thresholds, positives, negatives } = countAlong(y, scores);
  return {
    fpr: [0, ...fp.map(count => count / negatives)],
    tpr: [0, ...tp.map(count => count / positives)],
    thresholds: [Infinity, ...thresholds],
  }; // [distinct scores + 1] each
}

/** The area under the ROC curve: one trapezium for each step. */
export function rocAuc(y: number[], scores: number[]): number {
  const { fpr, tpr } = rocCurve(y, scores);
  let area = y.length > 0 ? 0 : NaN;
  for (let t = 1; t < fpr.length; t += 1) {
    area += (fpr[t] - fpr[t - 1]) * ((tpr[t] + tpr[t - 1]) / 2);
  }
  return area; // NaN where a class is missing, since its rates are 0 / 0
}

/** Precision and recall at every threshold, the highest first. */
export function prCurve(
  y: number[],
  scores: number[],
): { precision: number[]; recall: number[]; thresholds: number[] } {
  const { tp, fp, thresholds, positives } = countAlong(y, scores);
  return {
    precision: tp.map((count, t) => count / (count + fp[t])),
    recall: tp.map(count => count / positives),
    thresholds,
  }; // [distinct scores] each
}

/** Each precision times the step of recall that ends there. */
export function averagePrecision(y: number[], scores: number[]): number {
  const { precision, recall } = prCurve(y, scores);
  const none = y.length === 0 ? NaN : 0;
  return precision.reduce((sum, p, t) => sum + p * (recall[t] - (t > 0 ? recall[t - 1] : 0)), none);
}

/** How many positives and negatives score at least as high as each distinct score, the highest first. */
function countAlong(y: number[], scores: number[]) {
  check(y, scores);
  const order = [...y.keys()].sort((i, j) => scores[j] - scores[i]); // [n] of rows
  const tp: number[] = [];
  const fp: number[] = [];
  const thresholds: number[] = [];
  let [hits, alarms] = [0, 0];
  order.forEach((row, i) => {
    if (y[row] === 1) hits += 1;
    else alarms += 1;
    // Ties cross together: a point belongs to the last of equal scores.
    if (i + 1 < order.length && scores[order[i + 1]] === scores[row]) return;
    tp.push(hits);
    fp.push(alarms);
    thresholds.push(scores[row]);
  });
  const positives = y.filter(label => label === 1).length;
  return { tp, fp, thresholds, positives, negatives: y.length - positives };
}

function check(y: number[], scores: number[]): void {
  if (y.length !== scores.length) {
    throw new TypeError(`${scores.length} scores for ${y.length} labels`);
  }
  for (const label of y) {
    if (label !== 0 && label !== 1) throw new RangeError(`label ${label}, neither 0 nor 1`);
  }
  for (const score of scores) {
    if (!Number.isFinite(score)) throw new RangeError(`score ${score}`);
  }
}
