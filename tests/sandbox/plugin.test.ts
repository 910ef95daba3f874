import { createHash } from 'node:crypto';
import { FRAME_HASH, FRAME_JS, WORKER_JS } from 'virtual:sandbox';
import { describe, expect, it } from 'vitest';
import { readObservation } from '../../graders/read-observation';
import { framePolicy, hostPolicy } from '../../src/sandbox/policy';
import graderCode from '../e2e/harness/grader.ts?sandbox';

describe('the texts that run in the sandbox', () => {
  it('carry a grader whole: nothing is imported, and it observes a module', async () => {
    expect(graderCode).not.toMatch(/\bimport\b\s*[{*"'(]/);
    // Evaluated with error constructors of its own, so that those of this process stay as they are.
    const text = graderCode.replaceAll('globalThis', '({ ...realm })');
    const realm = `const realm = Object.fromEntries(['Error','RangeError','TypeError','EvalError','SyntaxError','ReferenceError','URIError']
      .map(name => [name, class extends Error {}]));`;
    const { boot } = await import(`data:text/javascript,${encodeURIComponent(realm + text)}`);
    const seen: number[] = [];
    const observe = boot(1, { locate: () => undefined, mute: () => {} });
    observe({ means: () => [1] }, (index: number, packed: never) => {
      seen.push(index);
      expect(readObservation(packed).calls).toBeDefined();
    });
    expect(seen).toEqual([0, 1, 2, 3, 4]);
  });

  it('name the frame’s script by the hash of its bytes', () => {
    const hash = createHash('sha256').update(FRAME_JS).digest('base64');
    expect(FRAME_HASH).toBe(`sha256-${hash}`);
    expect(framePolicy(FRAME_HASH)).toContain(`script-src '${FRAME_HASH}' blob:;`);
    expect(hostPolicy(FRAME_HASH)).toContain(`script-src 'self' '${FRAME_HASH}' blob:;`);
  });

  it('are scripts that a classic worker and an inline element can hold', () => {
    for (const text of [FRAME_JS, WORKER_JS]) {
      expect(text.startsWith('"use strict"')).toBe(true);
      expect(text).not.toMatch(/^\s*(import|export)\b|<\/script/m);
    }
  });

  it('stay small', () => {
    expect(FRAME_JS.length).toBeLessThan(4000);
    expect(WORKER_JS.length).toBeLessThan(8000);
  });
});

describe('both policies', () => {
  it.each([framePolicy('sha256-x'), hostPolicy('sha256-x')])(
    'allow no way around themselves',
    policy => {
      expect(policy).toMatch(/^default-src 'none'; /);
      const script = policy.match(/script-src ([^;]*)/)?.[1];
      expect(script).not.toMatch(/unsafe|strict-dynamic|\*|https?:|data:/);
    },
  );
});
