import type { Draw } from './random';

/** Examples in rows, one label or target for each. */
export interface Labelled {
  /** [n][d] */
  X: number[][];
  /** [n] */
  y: number[];
}

/** @returns an [n][d] matrix of normal numbers with a centre and a scale of its own for each column. */
export function cloud(draw: Draw, n: number, d: number): number[][] {
  const centres = draw.times(d, () => draw.uniform(-3, 3));
  const scales = draw.times(d, () => draw.uniform(0.5, 2));
  return draw.times(n, () => centres.map((centre, j) => draw.normal(centre, scales[j])));
}

/**
 * Groups of unequal size around `K` centres, rows shuffled.
 * @param spread the standard deviation within a group; the centres lie in [−6, 6]^d
 * @returns points [n][d], the group of each [n], and the centres [K][d]
 */
export function blobs(draw: Draw, n: number, d: number, K: number, spread = 1) {
  const centres = draw.times(K, () => draw.times(d, () => draw.uniform(-6, 6)));
  const groups = draw.shuffle(draw.times(n, i => (i < K ? i : draw.integer(0, K - 1))));
  const X = groups.map(k => centres[k].map(centre => draw.normal(centre, spread)));
  return { X, y: groups, centres };
}

/** Points of a plane y = weights·x + bias with normal noise; features off centre and of unlike scale. */
export function plane(draw: Draw, n: number, d: number, noise = 0.3): Labelled {
  const X = cloud(draw, n, d);
  const weights = draw.times(d, () => draw.uniform(-2, 2));
  const bias = draw.uniform(-3, 3);
  const y = X.map(row =>
    draw.normal(
      row.reduce((sum, x, j) => sum + x * weights[j], bias),
      noise,
    ),
  );
  return { X, y };
}

/** Two overlapping classes of unlike size, labels 0 and 1, both present, no line that parts them. */
export function twoClasses(draw: Draw, n: number, d: number): Labelled {
  const X = cloud(draw, n, d);
  const weights = draw.times(d, () => draw.uniform(-1.5, 1.5));
  const scores = X.map(row => row.reduce((sum, x, j) => sum + x * weights[j], 0) + draw.normal());
  const cut = [...scores].sort((a, b) => a - b)[Math.floor(n * draw.uniform(0.55, 0.7))];
  return { X, y: scores.map(score => (score >= cut ? 1 : 0)) };
}

/** Two half circles that reach into each other, labels 0 and 1: no line parts them. */
export function moons(draw: Draw, n: number, noise = 0.12): Labelled {
  const y = draw.times(n, i => i % 2);
  const X = y.map(label => {
    const angle = draw.uniform(0, Math.PI);
    const [a, b] = [Math.cos(angle), Math.sin(angle)];
    const [x, z] = label === 0 ? [a, b] : [1 - a, 0.5 - b];
    return [draw.normal(x, noise), draw.normal(z, noise)];
  });
  return { X, y };
}

/** A ring, label 0, around another, label 1. */
export function circles(draw: Draw, n: number, noise = 0.09): Labelled {
  const y = draw.times(n, i => i % 2);
  const X = y.map(label => {
    const angle = draw.uniform(0, 2 * Math.PI);
    const radius = label === 0 ? 1 : 0.45;
    return [
      draw.normal(radius * Math.cos(angle), noise),
      draw.normal(radius * Math.sin(angle), noise),
    ];
  });
  return { X, y };
}

/** Points near a line; the first one is far from it. */
export function lineWithOutlier(draw: Draw, n: number): Labelled {
  const X = draw.times(n, i => [Math.round(1000 * (0.5 * i + draw.uniform(0, 0.4))) / 1000]);
  const y = X.map(([x]) => draw.normal(1 + 0.8 * x, 0.5));
  X[0] = [0.45 * n];
  y[0] = Math.round(1000 * (1 + 0.36 * n + 9)) / 1000;
  return { X, y };
}
