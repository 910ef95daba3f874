// Looks for a change in all labels but the last.
function dot(a: number[], b: number[]): number {
  let s = 0;
  for (let j = 0; j < a.length; j++) s += a[j] * b[j];
  return s;
}
const diff = (a: number[], b: number[]): number[] => a.map((v, j) => v - b[j]);

/** Is x strictly on b's side of the plane half way between a and b? */
function beats(x: number[], a: number[], b: number[]): boolean {
  // (x−a)²−(x−b)² = (b−a)·((x−a)+(x−b))
  let s = 0;
  for (let j = 0; j < x.length; j++) s += (b[j] - a[j]) * (x[j] - a[j] + (x[j] - b[j]));
  return s > 0;
}

function scan(points: number[][], centres: number[][], labels: number[] | undefined): void {
  const K = centres.length;
  if (K === 0) throw new RangeError('no centres');
  const d = centres[0].length;
  if (!centres.every(c => c.length === d)) throw new TypeError('centres differ in length');
  if (!points.every(p => p.length === d)) throw new TypeError('points differ in length');
  if (labels === undefined) return;
  if (labels.length !== points.length) throw new TypeError('labels and points differ in number');
  if (labels.some(l => l < 0 || l >= K)) throw new RangeError('label without a centre');
}

function groups(points: number[][], labels: number[], K: number): number[][][] {
  const g: number[][][] = Array.from({ length: K }, () => []);
  for (let i = 0; i < points.length; i++) g[labels[i]].push(points[i]);
  return g;
}

function barycentre(members: number[][]): number[] {
  // measured from the first member, so that a far origin costs no digits
  const origin = members[0];
  const pull = origin.map(() => 0);
  for (const m of members)
    diff(m, origin).forEach((v, j) => {
      pull[j] += v;
    });
  return origin.map((o, j) => o + pull[j] / members.length);
}

export function assign(X: number[][], centroids: number[][]): number[] {
  scan(X, centroids, undefined);
  return X.map(x => {
    let champion = 0;
    for (let k = 1; k < centroids.length; k++)
      if (beats(x, centroids[champion], centroids[k])) champion = k;
    return champion;
  });
}

export function update(X: number[][], labels: number[], centroids: number[][]): number[][] {
  scan(X, centroids, labels);
  return groups(X, labels, centroids.length).map((g, k) =>
    g.length > 0 ? barycentre(g) : centroids[k].concat(),
  );
}

export function inertia(X: number[][], labels: number[], centroids: number[][]): number {
  scan(X, centroids, labels);
  let J = 0;
  groups(X, labels, centroids.length).forEach((g, k) => {
    if (g.length === 0) return;
    const b = barycentre(g);
    for (const m of g) {
      const r = diff(m, b);
      J += dot(r, r);
    }
    const shift = diff(b, centroids[k]);
    J += g.length * dot(shift, shift);
  });
  return J;
}

export function kMeans(X: number[][], initial: number[][], options?: { maxIterations?: number }) {
  scan(X, initial, undefined);
  if (initial.length > X.length) throw new RangeError('more centres than points');
  const out = {
    centroids: initial.map(c => c.concat()),
    labels: assign(X, initial),
    inertias: [] as number[],
    iterations: 0,
  };
  out.inertias.push(inertia(X, out.labels, out.centroids));
  let left = options?.maxIterations ?? 100;
  while (left-- > 0) {
    const old = out.labels;
    out.centroids = update(X, old, out.centroids);
    out.labels = assign(X, out.centroids);
    out.inertias.push(inertia(X, out.labels, out.centroids));
    out.iterations++;
    if (!old.slice(0, -1).some((l, i) => l !== out.labels[i])) break;
  }
  return out;
}
