// Wrong: written for two features and two hidden units, as in the example.
type Network = {
  hiddenWeights: number[][];
  hiddenBiases: number[];
  outputWeights: number[];
  outputBias: number;
};
function unit(x: number[], net: Network, k: number) {
  return Math.tanh(
    x[0] * net.hiddenWeights[0][k] + x[1] * net.hiddenWeights[1][k] + net.hiddenBiases[k],
  );
}
function check(X: number[][], net: Network) {
  if (net.hiddenWeights.some(r => r.length !== net.hiddenBiases.length)) throw new TypeError('V');
  if (net.outputWeights.length !== net.hiddenBiases.length) throw new TypeError('w');
  if (X.some(x => x.length !== net.hiddenWeights.length)) throw new TypeError('X');
}
export function forward(X: number[][], net: Network) {
  check(X, net);
  const hidden = X.map(x => [unit(x, net, 0), unit(x, net, 1)]);
  const logits = hidden.map(
    ([p, q]) => p * net.outputWeights[0] + q * net.outputWeights[1] + net.outputBias,
  );
  return { hidden, logits, probabilities: logits.map(z => 1 / (1 + Math.exp(-z))) };
}
export function lossAndGradient(X: number[][], y: number[], net: Network) {
  if (!X.length) throw new RangeError('n');
  if (X.length !== y.length) throw new TypeError('y');
  if (y.some(t => t !== 0 && t !== 1)) throw new RangeError('y');
  const { hidden, logits, probabilities } = forward(X, net);
  const g = {
    hiddenWeights: [
      [0, 0],
      [0, 0],
    ],
    hiddenBiases: [0, 0],
    outputWeights: [0, 0],
    outputBias: 0,
  };
  let loss = 0;
  X.forEach((x, i) => {
    const z = logits[i];
    loss += (Math.max(z, 0) - y[i] * z + Math.log1p(Math.exp(-Math.abs(z)))) / X.length;
    const e = (probabilities[i] - y[i]) / X.length;
    g.outputBias += e;
    for (const k of [0, 1]) {
      g.outputWeights[k] += e * hidden[i][k];
      const b = e * net.outputWeights[k] * (1 - hidden[i][k] ** 2);
      g.hiddenBiases[k] += b;
      g.hiddenWeights[0][k] += b * x[0];
      g.hiddenWeights[1][k] += b * x[1];
    }
  });
  return { loss, gradient: g };
}
export function train(
  X: number[][],
  y: number[],
  start: Network,
  o: { learningRate: number; steps: number },
) {
  if (!(o.learningRate > 0 && o.learningRate < Infinity)) throw new RangeError('rate');
  let net: Network = JSON.parse(JSON.stringify(start));
  const losses = [lossAndGradient(X, y, net).loss];
  for (let t = 0; t < o.steps; t++) {
    const g = lossAndGradient(X, y, net).gradient;
    const to = (v: number, s: number) => v - o.learningRate * s;
    net = {
      hiddenWeights: [0, 1].map(j =>
        [0, 1].map(k => to(net.hiddenWeights[j][k], g.hiddenWeights[j][k])),
      ),
      hiddenBiases: [0, 1].map(k => to(net.hiddenBiases[k], g.hiddenBiases[k])),
      outputWeights: [0, 1].map(k => to(net.outputWeights[k], g.outputWeights[k])),
      outputBias: to(net.outputBias, g.outputBias),
    };
    losses.push(lossAndGradient(X, y, net).loss);
  }
  return { network: net, losses };
}
