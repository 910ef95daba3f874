import { transform } from 'sucrase';
import { describeError, watchErrors } from '../graders/errors';
import type { Run, Workplace } from '../graders/grade';
import type { Grader } from '../graders/grader';
import type { Observation } from '../graders/observation';
import { observer } from '../graders/observe';
import { unpack } from '../graders/pack';

/**
 * A workplace without a sandbox, for our own trusted files only: fast enough to observe every mutant
 * of every exercise. It cannot stop a loop.
 */
export function inProcess(
  grader: Grader,
): Workplace & { observe(source: string, seed: number): Run } {
  const seen = new Map<string, Run>();
  const compiled = new Map<string, string>();
  const compile = (source: string): string => {
    const known = compiled.get(source);
    if (known !== undefined) return known;
    const { code } = transform(source, {
      transforms: ['typescript', 'imports'],
      disableESTransforms: true,
    });
    compiled.set(source, code);
    return code;
  };

  const run = (js: string, seed: number, only?: readonly number[]): Run => {
    const realm: Record<string, unknown> = {
      Error,
      RangeError,
      TypeError,
      SyntaxError,
      EvalError,
      ReferenceError,
      URIError,
    };
    const constructors = Object.entries(realm).map(
      ([, original]) => (original as ErrorConstructor).prototype,
    );
    const originals = constructors.map(prototype => prototype.constructor);
    watchErrors(realm);
    constructors.forEach((prototype, i) => {
      prototype.constructor = originals[i];
    });
    const surroundings = { locate: () => undefined, mute: () => {} };
    const observe = observer(grader, seed, surroundings);
    const module: Record<string, unknown> = {};
    try {
      new Function('exports', ...Object.keys(realm), js)(module, ...Object.values(realm));
    } catch (error) {
      return { witnesses: [], atLoad: describeError(error, surroundings.locate) };
    }
    const witnesses: Run['witnesses'][number][] = Array.from(
      { length: grader.checks.length + grader.pictures.length },
      () => 'not-run' as const,
    );
    observe(
      { ...module },
      (index, packed) => {
        witnesses[index] = unpack(packed) as unknown as Observation;
      },
      only,
    );
    return { witnesses };
  };

  const observe = (source: string, seed: number): Run => {
    const key = `${seed}\n${source}`;
    const known = seen.get(key) ?? run(compile(source), seed);
    seen.set(key, known);
    return known;
  };

  return {
    observe,
    transpile: async source => ({ js: compile(source) }),
    observeLearner: async (js, seed, only) => run(js, seed, only),
    observeOwn: async (source, seed, only) =>
      only ? run(compile(source), seed, only) : observe(source, seed),
  };
}
