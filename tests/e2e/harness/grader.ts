import { cloud, type Draw, grader } from '../../../graders';

const bench = (draw: Draw) => ({ X: cloud(draw, 12, 3) });

/** A small exercise that shows every state a check can end in. */
export default grader<typeof import('./solution'), typeof bench>({
  bench,
  checks: ({ agrees, rejects }) => [
    agrees('finds the mean of every column', ({ means }, { X }) => means(X)),
    agrees('centres every column', ({ centre }, { X }) => centre(X)),
    agrees('centres what is centred', ({ centre }, { X }) => centre(centre(X))),
    agrees('finds the farthest number', ({ reach, centre }, { X }) => reach(centre(X))),
    rejects('no rows', ({ means }) => means([])),
  ],
  mutants: [
    {
      mistake: 'divides by one less',
      insteadOf: '/ X.length',
      writes: '/ (X.length - 1)',
      say: 'Your means are sums divided by n − 1. Divide by the number of rows.',
    },
  ],
});
