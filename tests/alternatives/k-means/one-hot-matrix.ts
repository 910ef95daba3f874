// Written by a linear-algebra person: labels become a one-hot matrix Z, the means are (ZᵀZ)⁻¹ZᵀX and J is the squared Frobenius norm of X − ZC.
type M = number[][];

function transpose(A: M, cols: number): M {
  return Array.from({ length: cols }, (_, j) => A.map(row => row[j]));
}
function mul(A: M, B: M, cols: number): M {
  return A.map(row => {
    const out = new Array<number>(cols).fill(0);
    row.forEach((a, k) => {
      if (a !== 0)
        B[k].forEach((b, j) => {
          out[j] += a * b;
        });
    });
    return out;
  });
}
function minus(A: M, B: M): M {
  return A.map((row, i) => row.map((a, j) => a - B[i][j]));
}
function frobenius2(A: M): number {
  let s = 0;
  for (const row of A) for (const a of row) s += a * a;
  return s;
}
function oneHot(labels: number[], K: number): M {
  return labels.map(l => {
    const row = new Array<number>(K).fill(0);
    row[l] = 1;
    return row;
  });
}
function distances(X: M, C: M): M {
  return X.map(x => C.map(c => frobenius2(minus([x], [c]))));
}
function refuse(X: M, C: M, labels?: number[]): number {
  const K = C.length;
  if (K < 1) throw new RangeError('K = 0');
  const widths = new Set<number>();
  for (const r of C) widths.add(r.length);
  for (const r of X) widths.add(r.length);
  if (widths.size !== 1) throw new TypeError('inconsistent dimension');
  if (labels) {
    if (labels.length !== X.length) throw new TypeError('labels: wrong length');
    for (const l of labels) if (l < 0 || l >= K) throw new RangeError(`label ${l}`);
  }
  return C[0].length;
}

export function assign(X: M, centroids: M): number[] {
  refuse(X, centroids);
  return distances(X, centroids).map(row => {
    let m = row[0];
    for (const v of row) m = v < m ? v : m;
    return row.indexOf(m);
  });
}

export function update(X: M, labels: number[], centroids: M): M {
  const d = refuse(X, centroids, labels);
  const K = centroids.length;
  const Zt = transpose(oneHot(labels, K), K);
  const counts = Zt.map(row => row.reduce((a, b) => a + b, 0));
  const S = mul(Zt, X, d);
  return S.map((row, k) => (counts[k] === 0 ? centroids[k].slice() : row.map(v => v / counts[k])));
}

export function inertia(X: M, labels: number[], centroids: M): number {
  const d = refuse(X, centroids, labels);
  return frobenius2(minus(X, mul(oneHot(labels, centroids.length), centroids, d)));
}

export function kMeans(X: M, initial: M, options?: { maxIterations?: number }) {
  refuse(X, initial);
  if (X.length < initial.length) throw new RangeError('n < K');
  const max = options?.maxIterations ?? 100;
  let centroids = initial.map(r => r.slice());
  let labels = assign(X, centroids);
  const inertias: number[] = [inertia(X, labels, centroids)];
  for (let t = 1; t <= max; t++) {
    const before = oneHot(labels, initial.length);
    centroids = update(X, labels, centroids);
    labels = assign(X, centroids);
    inertias.push(inertia(X, labels, centroids));
    if (frobenius2(minus(oneHot(labels, initial.length), before)) === 0) break;
  }
  return { centroids, labels, inertias, iterations: inertias.length - 1 };
}
