/** Reverse-mode differentiation of single numbers: no derivative of the network is written by hand. */
class Scalar {
  slope = 0;
  private readonly parents: [Scalar, number][];
  constructor(
    readonly value: number,
    ...parents: [Scalar, number][]
  ) {
    this.parents = parents;
  }
  plus(other: Scalar) {
    return new Scalar(this.value + other.value, [this, 1], [other, 1]);
  }
  times(other: Scalar) {
    return new Scalar(this.value * other.value, [this, other.value], [other, this.value]);
  }
  scaled(by: number) {
    return new Scalar(this.value * by, [this, by]);
  }
  tanh() {
    const t = Math.tanh(this.value);
    return new Scalar(t, [this, 1 - t * t]);
  }
  /** log(1 + e^x), whose slope is the sigmoid. */
  softplus() {
    const x = this.value;
    const log = Math.log1p(Math.exp(-Math.abs(x)));
    return new Scalar(x > 0 ? x + log : log, [this, logistic(x)]);
  }
  backward() {
    const order: Scalar[] = [];
    const seen = new Set<Scalar>();
    const stack: { node: Scalar; next: number }[] = [{ node: this, next: 0 }];
    seen.add(this);
    while (stack.length > 0) {
      const top = stack[stack.length - 1];
      if (top.next === top.node.parents.length) {
        order.push(top.node);
        stack.pop();
      } else {
        const [parent] = top.node.parents[top.next++];
        if (!seen.has(parent)) {
          seen.add(parent);
          stack.push({ node: parent, next: 0 });
        }
      }
    }
    this.slope = 1;
    for (const node of order.reverse())
      for (const [parent, local] of node.parents) parent.slope += local * node.slope;
  }
}

const logistic = (x: number): number => (x >= 0 ? 1 / (1 + Math.exp(-x)) : 1 - logistic(-x));

type Of<T> = { hiddenWeights: T[][]; hiddenBiases: T[]; outputWeights: T[]; outputBias: T };
type Network = Of<number>;

const mapNetwork = <A, B>(net: Of<A>, f: (a: A) => B): Of<B> => ({
  hiddenWeights: net.hiddenWeights.map(row => row.map(f)),
  hiddenBiases: net.hiddenBiases.map(f),
  outputWeights: net.outputWeights.map(f),
  outputBias: f(net.outputBias),
});

function fits(X: number[][], net: Network) {
  const h = net.hiddenBiases.length;
  if (net.outputWeights.length !== h || net.hiddenWeights.find(row => row.length !== h))
    throw new TypeError('the layers do not fit each other');
  if (X.find(row => row.length !== net.hiddenWeights.length)) throw new TypeError('X does not fit');
}

function labelled(X: number[][], y: number[]) {
  if (X.length === 0) throw new RangeError('no rows');
  if (y.length !== X.length) throw new TypeError('labels');
  if (y.filter(label => label === 0).length + y.filter(label => label === 1).length < y.length)
    throw new RangeError('labels');
}

function unitsAndLogit(row: number[], net: Of<Scalar>) {
  const units = net.hiddenBiases.map((bias, k) =>
    row.reduce((sum, x, j) => sum.plus(net.hiddenWeights[j][k].scaled(x)), bias).tanh(),
  );
  const logit = units.reduce(
    (sum, u, k) => sum.plus(u.times(net.outputWeights[k])),
    net.outputBias,
  );
  return { units, logit };
}

export function forward(X: number[][], network: Network) {
  fits(X, network);
  const net = mapNetwork(network, value => new Scalar(value));
  const rows = X.map(row => unitsAndLogit(row, net));
  return {
    hidden: rows.map(({ units }) => units.map(u => u.value)),
    logits: rows.map(({ logit }) => logit.value),
    probabilities: rows.map(({ logit }) => logistic(logit.value)),
  };
}

export function lossAndGradient(X: number[][], y: number[], network: Network) {
  fits(X, network);
  labelled(X, y);
  const net = mapNetwork(network, value => new Scalar(value));
  const loss = X.map((row, i) => {
    const { logit } = unitsAndLogit(row, net);
    return (y[i] === 1 ? logit.scaled(-1) : logit).softplus();
  })
    .reduce((a, b) => a.plus(b))
    .scaled(1 / X.length);
  loss.backward();
  return { loss: loss.value, gradient: mapNetwork(net, p => p.slope) };
}

export function train(
  X: number[][],
  y: number[],
  network: Network,
  options: { learningRate: number; steps: number },
) {
  const rate = options.learningRate;
  if (!(rate > 0 && 1 / rate > 0)) throw new RangeError('learning rate');
  let net = mapNetwork(network, v => v);
  const losses = [lossAndGradient(X, y, net).loss];
  for (let t = 0; t < options.steps; t++) {
    const { gradient: g } = lossAndGradient(X, y, net);
    net = {
      hiddenWeights: net.hiddenWeights.map((row, j) =>
        row.map((v, k) => v - rate * g.hiddenWeights[j][k]),
      ),
      hiddenBiases: net.hiddenBiases.map((v, k) => v - rate * g.hiddenBiases[k]),
      outputWeights: net.outputWeights.map((v, k) => v - rate * g.outputWeights[k]),
      outputBias: net.outputBias - rate * g.outputBias,
    };
    losses.push(lossAndGradient(X, y, net).loss);
  }
  return { network: net, losses };
}
