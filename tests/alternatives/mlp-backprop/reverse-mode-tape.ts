// Right: a small tape records every scalar operation with its local slopes, and the gradient is one walk backwards along it.
export interface Network {
  hiddenWeights: number[][];
  hiddenBiases: number[];
  outputWeights: number[];
  outputBias: number;
}
type Id = number;

class Tape {
  readonly values: number[] = [];
  private readonly links: [Id, number][][] = [];

  private put(value: number, links: [Id, number][] = []): Id {
    this.links.push(links);
    return this.values.push(value) - 1;
  }

  leaf(value: number): Id {
    return this.put(value);
  }

  /** start + Σ factor · node */
  affine(start: Id, nodes: Id[], factors: number[]): Id {
    const value = nodes.reduce((s, id, i) => s + this.values[id] * factors[i], this.values[start]);
    return this.put(value, [[start, 1], ...nodes.map((id, i): [Id, number] => [id, factors[i]])]);
  }

  product(a: Id, b: Id): Id {
    return this.put(this.values[a] * this.values[b], [
      [a, this.values[b]],
      [b, this.values[a]],
    ]);
  }

  tanh(a: Id): Id {
    const u = Math.tanh(this.values[a]);
    return this.put(u, [[a, 1 - u ** 2]]);
  }

  softplus(a: Id): Id {
    const t = this.values[a];
    const value = Math.log1p(Math.exp(-Math.abs(t))) + (t > 0 ? t : 0);
    return this.put(value, [[a, 1 / (1 + Math.exp(-t))]]);
  }

  slopes(of: Id): Float64Array {
    const grads = new Float64Array(this.values.length);
    grads[of] = 1;
    for (let id = of; id >= 0; id--) {
      if (grads[id] === 0) continue;
      for (const [to, factor] of this.links[id]) grads[to] += grads[id] * factor;
    }
    return grads;
  }
}

interface Recorded {
  V: Id[][];
  c: Id[];
  w: Id[];
  b: Id;
  hidden: Id[][];
  logits: Id[];
}

function record(tape: Tape, X: number[][], network: Network): Recorded {
  const h = network.hiddenBiases.length;
  const V = network.hiddenWeights.map(row => {
    if (row.length !== h) throw new TypeError('hiddenWeights and hiddenBiases');
    return row.map(v => tape.leaf(v));
  });
  if (network.outputWeights.length !== h) throw new TypeError('outputWeights and hiddenBiases');
  const c = network.hiddenBiases.map(v => tape.leaf(v));
  const w = network.outputWeights.map(v => tape.leaf(v));
  const b = tape.leaf(network.outputBias);
  const hidden = X.map(x => {
    if (x.length !== V.length) throw new TypeError('X and hiddenWeights');
    return c.map((start, k) =>
      tape.tanh(
        tape.affine(
          start,
          V.map(row => row[k]),
          x,
        ),
      ),
    );
  });
  const logits = hidden.map(u => {
    const terms = u.map((id, k) => tape.product(id, w[k]));
    return tape.affine(
      b,
      terms,
      terms.map(() => 1),
    );
  });
  return { V, c, w, b, hidden, logits };
}

export function forward(
  X: number[][],
  network: Network,
): { hidden: number[][]; logits: number[]; probabilities: number[] } {
  const tape = new Tape();
  const { hidden, logits } = record(tape, X, network);
  const z = logits.map(id => tape.values[id]);
  return {
    hidden: hidden.map(row => row.map(id => tape.values[id])),
    logits: z,
    probabilities: z.map(t => 1 / (1 + Math.exp(-t))),
  };
}

export function lossAndGradient(
  X: number[][],
  y: number[],
  network: Network,
): { loss: number; gradient: Network } {
  if (y.length !== X.length) throw new TypeError('labels and rows');
  if (X.length === 0) throw new RangeError('no rows');
  if (y.some(label => label !== 0 && label !== 1)) throw new RangeError('label');
  const tape = new Tape();
  const { V, c, w, b, logits } = record(tape, X, network);
  const zero = tape.leaf(0);
  const costs = logits.map((z, i) => tape.softplus(tape.affine(zero, [z], [1 - 2 * y[i]])));
  const mean = tape.affine(
    zero,
    costs,
    costs.map(() => 1 / X.length),
  );
  const slopes = tape.slopes(mean);
  const read = (ids: Id[]): number[] => ids.map(id => slopes[id]);
  return {
    loss: tape.values[mean],
    gradient: {
      hiddenWeights: V.map(read),
      hiddenBiases: read(c),
      outputWeights: read(w),
      outputBias: slopes[b],
    },
  };
}

export function train(
  X: number[][],
  y: number[],
  network: Network,
  options: { learningRate: number; steps: number },
): { network: Network; losses: number[] } {
  const rate = options.learningRate;
  if (!(rate > 0 && rate < Infinity)) throw new RangeError('learningRate');
  const descend = (a: number[], g: number[]): number[] => a.map((v, i) => v - rate * g[i]);
  let at: Network = {
    hiddenWeights: network.hiddenWeights.map(row => row.slice()),
    hiddenBiases: network.hiddenBiases.slice(),
    outputWeights: network.outputWeights.slice(),
    outputBias: network.outputBias,
  };
  const losses: number[] = [];
  for (let left = options.steps; ; left--) {
    const { loss, gradient } = lossAndGradient(X, y, at);
    losses.push(loss);
    if (left <= 0) return { network: at, losses };
    at = {
      hiddenWeights: at.hiddenWeights.map((row, j) => descend(row, gradient.hiddenWeights[j])),
      hiddenBiases: descend(at.hiddenBiases, gradient.hiddenBiases),
      outputWeights: descend(at.outputWeights, gradient.outputWeights),
      outputBias: at.outputBias - rate * gradient.outputBias,
    };
  }
}
