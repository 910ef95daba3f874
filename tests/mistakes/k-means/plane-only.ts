// Written for two features: x and y.
type Point = number[];
const gap = ([x, y]: Point, [u, v]: Point) => (x - u) ** 2 + (y - v) ** 2;

function checked(X: Point[], centroids: Point[], labels?: number[]) {
  if (!centroids.length) throw new RangeError('centroids missing');
  if ([...X, ...centroids].some(row => row.length !== centroids[0].length))
    throw new TypeError('shapes');
  if (labels && labels.length !== X.length) throw new TypeError('labels');
  if (labels?.some(l => l < 0 || l >= centroids.length)) throw new RangeError('label');
}

export function assign(X: Point[], centroids: Point[]) {
  checked(X, centroids);
  return X.map(p => centroids.reduce((b, c, k) => (gap(p, c) < gap(p, centroids[b]) ? k : b), 0));
}

export function update(X: Point[], labels: number[], centroids: Point[]) {
  checked(X, centroids, labels);
  return centroids.map((c, k) => {
    let sx = 0;
    let sy = 0;
    let count = 0;
    X.forEach(([x, y], i) => {
      if (labels[i] !== k) return;
      sx += x;
      sy += y;
      count++;
    });
    return count ? [sx / count, sy / count] : [...c];
  });
}

export function inertia(X: Point[], labels: number[], centroids: Point[]) {
  checked(X, centroids, labels);
  return X.reduce((s, p, i) => s + gap(p, centroids[labels[i]]), 0);
}

export function kMeans(X: Point[], initial: Point[], { maxIterations = 100 } = {}) {
  checked(X, initial);
  if (initial.length > X.length) throw new RangeError('too many');
  let centroids = initial.map(p => [...p]);
  let labels = assign(X, centroids);
  const inertias = [inertia(X, labels, centroids)];
  for (let t = 0; t < maxIterations; t++) {
    centroids = update(X, labels, centroids);
    const old = labels;
    labels = assign(X, centroids);
    inertias.push(inertia(X, labels, centroids));
    if (labels.join() === old.join()) break;
  }
  return { centroids, labels, inertias, iterations: inertias.length - 1 };
}
