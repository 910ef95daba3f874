import type { Run, Workplace } from '../../../graders/grade';
import type { Witness } from '../../../graders/judge';
import type { Packed } from '../../../graders/pack';
import { readObservation } from '../../../graders/read-observation';

/**
 * The practical limit of speed, to measure against: a plain worker of the page's own origin, started
 * ahead with the grader loaded and the bench drawn. No wall around it, no time limit, one answer.
 */
export function bareWorkplace(
  graderCode: string,
  experiments: number,
  transpile: Workplace['transpile'],
  libraries: Readonly<Record<string, string>> = {},
): Workplace & { prime(seed: number): Promise<void> } {
  const grader = blobUrl(graderCode);
  const addresses = Object.entries(libraries).map(([name, text]) => [name, blobUrl(text)]);
  const script = blobUrl(`
    let observe;
    const libraries = {};
    onmessage = async ({ data: { seed, js, only } }) => {
      if (js === undefined) {
        for (const [name, address] of ${JSON.stringify(addresses)}) libraries[name] = await import(address);
        const { boot } = await import('${grader}');
        observe = boot(seed, { locate: () => undefined, mute: () => {}, libraries });
        return postMessage([]);
      }
      for (const [name, address] of ${JSON.stringify(addresses)}) js = js.replaceAll(\`'\${name}'\`, \`'\${address}'\`);
      const url = URL.createObjectURL(new Blob([js], { type: 'text/javascript' }));
      const module = await import(url);
      URL.revokeObjectURL(url);
      const seen = [];
      observe(module, (index, packed) => seen.push({ index, packed }), only);
      postMessage(seen, seen.map(({ packed }) => packed.numbers.buffer));
    };`);
  const remembered = new Map<string, Promise<Run>>();
  let spare: { seed: number; worker: Worker } | undefined;

  function ask(worker: Worker, message: object): Promise<{ index: number; packed: Packed }[]> {
    return new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = reject;
      worker.postMessage(message);
    });
  }

  async function start(seed: number): Promise<Worker> {
    const worker = new Worker(script);
    await ask(worker, { seed });
    return worker;
  }

  async function observeLearner(js: string, seed: number, only?: readonly number[]): Promise<Run> {
    const worker = spare?.seed === seed ? spare.worker : await start(seed);
    spare = undefined;
    const witnesses: Witness[] = Array.from({ length: experiments }, () => 'not-run');
    for (const { index, packed } of await ask(worker, { js, only })) {
      witnesses[index] = readObservation(packed);
    }
    worker.terminate();
    return { witnesses };
  }

  async function observeOwn(source: string, seed: number): Promise<Run> {
    const compiled = await transpile(source);
    if ('problems' in compiled) throw new Error(compiled.problems[0].message);
    return observeLearner(compiled.js, seed);
  }

  return {
    transpile,
    observeLearner,
    observeOwn(source, seed) {
      const key = `${seed}\n${source}`;
      const run = remembered.get(key) ?? observeOwn(source, seed);
      remembered.set(key, run);
      return run;
    },
    async prime(seed) {
      spare = { seed, worker: await start(seed) };
    },
  };
}

function blobUrl(text: string): string {
  return URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
}
