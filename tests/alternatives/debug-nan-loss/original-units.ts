/** Descends on the raw parameters: each step of the scaled ones is carried over to them at once. */
const sum = (xs: number[]) => xs.reduce((a, b) => a + b, 0);

export const binaryLabels = (y: number[]): number[] => {
  const seen = new Set(y);
  const allowed = seen.has(0) ? [0, 1] : [-1, 1];
  for (const value of seen) {
    if (!allowed.includes(value)) throw new RangeError(`binaryLabels: ${[...seen].join(', ')}`);
  }
  return y.map(value => Number(value > 0));
};

export const standardise = (X: number[][]) => {
  if (X.length < 1) throw new RangeError('X is empty');
  if (new Set(X.map(row => row.length)).size > 1) throw new TypeError('X is ragged');
  const means: number[] = [];
  const deviations: number[] = [];
  for (let j = 0; j < X[0].length; j++) {
    const m = sum(X.map(row => row[j])) / X.length;
    const flat = Math.max(...X.map(row => row[j])) === Math.min(...X.map(row => row[j]));
    means[j] = flat ? X[0][j] : m;
    deviations[j] = flat ? 1 : Math.hypot(...X.map(row => row[j] - m)) / Math.sqrt(X.length);
  }
  return { Z: X.map(row => row.map((x, j) => (x - means[j]) / deviations[j])), means, deviations };
};

export const logLoss = (logits: number[], y: number[]): number => {
  if (logits.length !== y.length) throw new TypeError('lengths');
  const nats = logits.map((z, i) => {
    const against = y[i] ? -z : z; // how far the logit is on the wrong side
    return against > 0
      ? against + Math.log(1 + Math.exp(-against))
      : Math.log(1 + Math.exp(against));
  });
  return sum(nats) / nats.length;
};

export const train = (
  X: number[][],
  y: number[],
  { steps, learningRate }: { steps: number; learningRate: number },
) => {
  if (learningRate <= 0 || !Number.isFinite(learningRate)) throw new RangeError('rate');
  if (X.length !== y.length) throw new TypeError('labels');
  const t = binaryLabels(y);
  const { Z, means, deviations } = standardise(X);
  const weights = means.map(() => 0);
  let bias = 0;
  const logits = () => X.map(row => bias + sum(row.map((x, j) => x * weights[j])));
  const losses = [logLoss(logits(), t)];
  while (losses.length <= steps) {
    const pull = logits().map((z, i) => t[i] - 1 / (1 + Math.exp(-z)));
    const rise = (learningRate * sum(pull)) / X.length;
    means.forEach((m, j) => {
      const by = (learningRate * sum(pull.map((e, i) => e * Z[i][j]))) / X.length / deviations[j];
      weights[j] += by;
      bias -= by * m;
    });
    bias += rise;
    losses.push(logLoss(logits(), t));
  }
  return { weights, bias, losses };
};
