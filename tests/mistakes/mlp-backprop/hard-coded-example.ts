// Wrong: the figures of the prompt's two examples are returned by the number of rows, for any network.
export interface Network {
  hiddenWeights: number[][];
  hiddenBiases: number[];
  outputWeights: number[];
  outputBias: number;
}
function fits(X: number[][], network: Network): void {
  if (network.outputWeights.length !== network.hiddenBiases.length) throw new TypeError('units');
  if (X.some(row => row.length !== network.hiddenWeights.length)) throw new TypeError('features');
}

export function forward(
  X: number[][],
  network: Network,
): { hidden: number[][]; logits: number[]; probabilities: number[] } {
  fits(X, network);
  return {
    hidden: X.map(() => [0.761594156, 0]),
    logits: X.map(() => 0.523188312),
    probabilities: X.map(() => 0.627892998),
  };
}

export function lossAndGradient(
  X: number[][],
  y: number[],
  network: Network,
): { loss: number; gradient: Network } {
  fits(X, network);
  if (y.length !== X.length || X.length === 0) throw new RangeError('rows');
  if (X.length === 1) {
    return {
      loss: 0.465385513,
      gradient: {
        hiddenWeights: [
          [-0.312550787, -1.116321007],
          [-0.625101573, -2.232642015],
        ],
        hiddenBiases: [-0.312550787, -1.116321007],
        outputWeights: [-0.283394518, 0],
        outputBias: -0.372107002,
      },
    };
  }
  return {
    loss: 0.700368766,
    gradient: {
      hiddenWeights: [
        [0.013284067, -0.029406086],
        [-0.028536594, -0.023124187],
      ],
      hiddenBiases: [0.023249786, -0.060119798],
      outputWeights: [0.024079088, -0.006466679],
      outputBias: 0.061684792,
    },
  };
}

export function train(
  X: number[][],
  y: number[],
  network: Network,
  options: { learningRate: number; steps: number },
): { network: Network; losses: number[] } {
  const { gradient } = lossAndGradient(X, y, network);
  if (!(options.learningRate > 0)) throw new RangeError('learningRate');
  const losses = [0.700368766, 0.695431473, 0.692167189, 0.689834427].slice(0, options.steps + 1);
  return { network: gradient, losses };
}
