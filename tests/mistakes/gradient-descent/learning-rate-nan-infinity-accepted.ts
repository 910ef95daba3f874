// Wrong: refuses only learning rates at or below zero, NaN and Infinity slip through.
export function predict(X: number[][], weights: number[], bias: number): number[] {
  const width = weights.length;
  return X.map(features => {
    if (features.length !== width) {
      throw new TypeError(`Expected ${width} features but got ${features.length}`);
    }
    return features.reduce((sum, feature, index) => sum + feature * weights[index], bias);
  });
}

const requireData = (X: number[][], y: number[]): void => {
  if (X.length === 0) {
    throw new RangeError('Expected at least one row');
  }
  if (X.length !== y.length) {
    throw new TypeError(`Expected ${X.length} targets but got ${y.length}`);
  }
};

export function loss(X: number[][], y: number[], weights: number[], bias: number): number {
  requireData(X, y);
  const predictions = predict(X, weights, bias);
  const squaredErrors = predictions.map((prediction, index) => (prediction - y[index]) ** 2);
  return squaredErrors.reduce((sum, value) => sum + value, 0) / squaredErrors.length;
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
): { weights: number[]; bias: number } {
  requireData(X, y);
  const errors = predict(X, weights, bias).map((prediction, index) => prediction - y[index]);
  const factor = 2 / errors.length;
  const weightGradient = weights.map(
    (_weight, feature) =>
      factor * errors.reduce((sum, error, index) => sum + error * X[index][feature], 0),
  );
  const biasGradient = factor * errors.reduce((sum, error) => sum + error, 0);
  return { weights: weightGradient, bias: biasGradient };
}

export function gradientDescent(
  X: number[][],
  y: number[],
  options: {
    learningRate: number;
    steps: number;
    weights?: number[];
    bias?: number;
    tolerance?: number;
  },
): {
  weights: number[];
  bias: number;
  losses: number[];
  status: 'max-steps' | 'converged' | 'diverged';
} {
  if (options.learningRate <= 0) {
    throw new RangeError('Learning rate must be positive');
  }
  requireData(X, y);
  let currentWeights = [...(options.weights ?? X[0].map(() => 0))];
  let currentBias = options.bias ?? 0;
  const tolerance = options.tolerance ?? 0;
  const initialLoss = loss(X, y, currentWeights, currentBias);
  const losses = [initialLoss];
  for (let iteration = 0; iteration < options.steps; iteration += 1) {
    const slope = gradient(X, y, currentWeights, currentBias);
    currentWeights = currentWeights.map(
      (weight, feature) => weight - options.learningRate * slope.weights[feature],
    );
    currentBias -= options.learningRate * slope.bias;
    const newLoss = loss(X, y, currentWeights, currentBias);
    const oldLoss = losses[losses.length - 1];
    losses.push(newLoss);
    if (!Number.isFinite(newLoss) || newLoss > 1e6 * (initialLoss + 1)) {
      return { weights: currentWeights, bias: currentBias, losses, status: 'diverged' };
    }
    if (Math.abs(newLoss - oldLoss) < tolerance) {
      return { weights: currentWeights, bias: currentBias, losses, status: 'converged' };
    }
  }
  return { weights: currentWeights, bias: currentBias, losses, status: 'max-steps' };
}
