import fc from 'fast-check';

/** What fast-check draws is the same at every run; FC_SEED=7 npm test draws something else. */
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 1) });
