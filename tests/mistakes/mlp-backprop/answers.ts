// Wrong: the printed answers, whatever is asked.
type Network = {
  hiddenWeights: number[][];
  hiddenBiases: number[];
  outputWeights: number[];
  outputBias: number;
};
function refuse(X: number[][], y: number[], net: Network) {
  if (!X.length || X.length !== y.length || y.some(t => t !== 0 && t !== 1))
    throw new RangeError('data');
  if (net.outputWeights.length !== net.hiddenBiases.length) throw new TypeError('network');
}
export function forward(X: number[][], net: Network) {
  if (X.some(x => x.length !== net.hiddenWeights.length)) throw new TypeError('features');
  return { hidden: [[0.761594156, 0]], logits: [0.523188312], probabilities: [0.627892998] };
}
export function lossAndGradient(X: number[][], y: number[], net: Network) {
  refuse(X, y, net);
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
  net: Network,
  o: { learningRate: number; steps: number },
) {
  refuse(X, y, net);
  if (!(o.learningRate > 0)) throw new RangeError('rate');
  return {
    network: { ...net },
    losses: [0.700368766, 0.695431473, 0.692167189, 0.689834427].slice(0, o.steps + 1),
  };
}
