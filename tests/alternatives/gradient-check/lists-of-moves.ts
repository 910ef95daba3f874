// First a list of all moves is built, then all are evaluated (lower ones first, backwards), then all are differenced.
export function numericalGradient(
  f: (parameters: number[]) => number,
  parameters: number[],
  options?: { step?: number; scheme?: 'central' | 'forward' },
): number[] {
  const opts = Object.assign({}, options);
  if (opts.step === undefined) opts.step = 1e-5;
  if (opts.scheme === undefined) opts.scheme = 'central';
  const h = opts.step;
  if (opts.scheme !== 'forward' && opts.scheme !== 'central') throw new RangeError('scheme?');
  if (typeof h !== 'number' || !Number.isFinite(h) || h <= 0) throw new RangeError('step?');

  type Move = { index: number; to: number };
  const lowerMoves: Move[] = [];
  const upperMoves: Move[] = [];
  parameters.forEach((x, index) => {
    lowerMoves.push({ index, to: opts.scheme === 'central' ? x - h : x });
    upperMoves.push({ index, to: x + h });
  });
  const carryOut = (move: Move): number => {
    const point: number[] = [];
    for (const x of parameters) point.push(x);
    point[move.index] = move.to;
    return f(point);
  };

  const lowerValues: number[] = [];
  while (lowerMoves.length) lowerValues.push(carryOut(lowerMoves.pop() as Move));
  lowerValues.reverse();
  const upperValues: number[] = [];
  while (upperMoves.length) upperValues.push(carryOut(upperMoves.pop() as Move));
  upperValues.reverse();

  const slopes: number[] = [];
  for (const i of upperValues.keys()) {
    const difference = upperValues[i] - lowerValues[i];
    slopes.push(opts.scheme === 'central' ? difference / (2 * h) : difference / h);
  }
  return slopes;
}

export function gradientCheck(
  f: (parameters: number[]) => number,
  gradient: (parameters: number[]) => number[],
  parameters: number[],
): { maxRelativeError: number; ok: boolean } {
  const a: number[] = [];
  for (const entry of gradient(parameters.map(x => x))) a.push(entry);
  if (a.length !== parameters.length) throw new TypeError('length?');
  const b = numericalGradient(f, parameters);
  const errors = new Set<number>([0]);
  while (a.length) {
    const x = a.pop() as number;
    const y = b.pop() as number;
    errors.add(Math.abs(x - y) / Math.max(1e-8, Math.abs(x) + Math.abs(y)));
  }
  if (errors.has(NaN)) return { maxRelativeError: NaN, ok: false };
  let worst = 0;
  errors.forEach(e => {
    worst = e > worst ? e : worst;
  });
  return { maxRelativeError: worst, ok: worst < 1e-6 };
}
