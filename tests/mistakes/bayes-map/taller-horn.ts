// Where the density is infinite at both ends, it picks the end with the larger parameter.
export const posterior = (p0: number, se: number, sp: number, times = 1) => {
  const legal = [p0, se, sp].every(v => 0 <= v && v <= 1) && Number.isInteger(times) && times >= 0;
  if (!legal) throw new RangeError('posterior');
  const l1 = Math.log(se);
  const l0 = Math.log(1 - sp);
  if (times === 0) return p0;
  const ill = Math.log(p0) + times * l1;
  const well = Math.log(1 - p0) + times * l0;
  if (ill === -Infinity && well === -Infinity) throw new RangeError('impossible');
  return 1 / (1 + Math.exp(well - ill));
};
export const betaBernoulli = (a: number, b: number, successes: number, trials: number) => {
  const legal = a > 0 && b > 0 && successes >= 0 && trials >= successes;
  if (!legal || successes % 1 !== 0 || trials % 1 !== 0) throw new RangeError('betaBernoulli');
  const alpha = a + successes;
  const beta = b + (trials - successes);
  let map: number | null;
  if (alpha > 1 && beta > 1) map = (alpha - 1) / (alpha + beta - 2);
  else if (alpha === beta) map = null;
  else map = alpha > beta ? 1 : 0;
  return { mle: trials > 0 ? successes / trials : null, map, mean: alpha / (alpha + beta) };
};
export const gaussianMLE = (x: number[]) => {
  if (x.length === 0) throw new RangeError('gaussianMLE');
  const mean = x.reduce((s, v) => s + v, 0) / x.length;
  return { mean, variance: x.reduce((s, v) => s + (v - mean) ** 2, 0) / x.length };
};
