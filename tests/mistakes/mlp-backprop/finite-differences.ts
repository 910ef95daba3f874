// Wrong: forward differences with a coarse step for a gradient, right to two or three digits.
type Network = {
  hiddenWeights: number[][];
  hiddenBiases: number[];
  outputWeights: number[];
  outputBias: number;
};
const H = 1e-3;
export function forward(
  X: number[][],
  { hiddenWeights: V, hiddenBiases: c, outputWeights: w, outputBias: b }: Network,
) {
  if (w.length !== c.length || V.some(r => r.length !== c.length)) throw new TypeError('network');
  if (X.some(x => x.length !== V.length)) throw new TypeError('X');
  const hidden = X.map(x =>
    c.map((bias, k) => Math.tanh(bias + x.reduce((s, v, j) => s + v * V[j][k], 0))),
  );
  const logits = hidden.map(u => b + u.reduce((s, v, k) => s + v * w[k], 0));
  return { hidden, logits, probabilities: logits.map(z => 1 / (1 + Math.exp(-z))) };
}
function risk(X: number[][], y: number[], net: Network) {
  return forward(X, net).logits.reduce((s, z, i) => {
    const m = y[i] ? -z : z;
    return s + (m > 30 ? m : Math.log1p(Math.exp(m))) / X.length;
  }, 0);
}
export function lossAndGradient(X: number[][], y: number[], net: Network) {
  if (X.length === 0) throw new RangeError('X');
  if (y.length !== X.length) throw new TypeError('y');
  if (y.some(t => t !== 0 && t !== 1)) throw new RangeError('y');
  const loss = risk(X, y, net);
  const probe = (change: (copy: Network) => void) => {
    const copy: Network = JSON.parse(JSON.stringify(net));
    change(copy);
    return (risk(X, y, copy) - loss) / H;
  };
  return {
    loss,
    gradient: {
      hiddenWeights: net.hiddenWeights.map((r, j) =>
        r.map((_, k) =>
          probe(o => {
            o.hiddenWeights[j][k] += H;
          }),
        ),
      ),
      hiddenBiases: net.hiddenBiases.map((_, k) =>
        probe(o => {
          o.hiddenBiases[k] += H;
        }),
      ),
      outputWeights: net.outputWeights.map((_, k) =>
        probe(o => {
          o.outputWeights[k] += H;
        }),
      ),
      outputBias: probe(o => {
        o.outputBias += H;
      }),
    },
  };
}
export function train(
  X: number[][],
  y: number[],
  start: Network,
  o: { learningRate: number; steps: number },
) {
  if (!(o.learningRate > 0) || o.learningRate === Infinity) throw new RangeError('rate');
  const net: Network = JSON.parse(JSON.stringify(start));
  const losses: number[] = [];
  for (let t = 0; t <= o.steps; t++) {
    const { loss, gradient: g } = lossAndGradient(X, y, net);
    losses.push(loss);
    if (t === o.steps) break;
    net.hiddenWeights.forEach((r, j) => {
      for (let k = 0; k < r.length; k++) r[k] -= o.learningRate * g.hiddenWeights[j][k];
    });
    for (let k = 0; k < net.hiddenBiases.length; k++) {
      net.hiddenBiases[k] -= o.learningRate * g.hiddenBiases[k];
      net.outputWeights[k] -= o.learningRate * g.outputWeights[k];
    }
    net.outputBias -= o.learningRate * g.outputBias;
  }
  return { network: net, losses };
}
