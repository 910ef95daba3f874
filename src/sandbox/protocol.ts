import type { Thrown } from '../../graders/observation';
import type { Value } from '../../graders/value';
import type { LibraryImport } from './stand-alone';

/*
 * host page ◀─port─▶ frame (opaque origin) ◀─port─▶ worker. Each worker has an id that the host
 * gives and never gives again; what comes from an id that the host has let go is dropped.
 */

/** What may pass at most. The worker keeps to these; the frame does not believe that it does. */
export const CAPS = {
  /** Messages of one worker between two runs. */
  messages: 600,
  /** Uncaught errors of one worker. */
  errors: 100,
  /** Console lines of one run, their characters together, and those of one line. */
  lines: 200,
  characters: 20_000,
  line: 2_000,
  /** Characters of the structure of one observation. */
  shape: 64_000_000,
  /** Numbers of one observation. */
  numbers: 5_000_000,
};

/** What the host tells a worker. */
export type ToWorker =
  /** Loads the grader's code and the libraries, if they are given, and draws the bench. */
  | {
      readonly t: 'boot';
      readonly seed: number;
      readonly code?: string;
      /** Each library as the text of a module, by the name it is imported by. */
      readonly libraries?: Readonly<Record<string, string>>;
    }
  /** Loads a module and observes it, or makes calls of it; either way each answer is an observation. */
  | {
      readonly t: 'run';
      readonly js: string;
      /** Where `js` names a library, in order; another name of it is put there. */
      readonly imports: readonly LibraryImport[];
      readonly only?: readonly number[];
      /** A bench for the experiments in place of the drawn one: plain data. */
      readonly instead?: object;
      readonly calls?: Calls;
    };

/** One function of a module, and the arguments of each call: plain data. */
export interface Calls {
  readonly name: string;
  readonly lists: readonly (readonly Value[])[];
}

/** What a worker tells the host. */
export type FromWorker =
  | { readonly t: 'booted' }
  /** The module is loaded; experiments follow. */
  | { readonly t: 'loaded' }
  | {
      readonly t: 'observed';
      readonly index: number;
      readonly shape: string;
      readonly numbers: Float64Array;
    }
  | { readonly t: 'done' }
  /** Booting or loading failed, or the runtime was tampered with so that an experiment broke off. */
  | { readonly t: 'failed'; readonly error: Thrown }
  | { readonly t: 'log'; readonly line: string };

/** What the host tells the frame. */
export type ToFrame =
  | { readonly t: 'config'; readonly worker: string }
  | { readonly t: 'spawn'; readonly id: number }
  | { readonly t: 'tell'; readonly id: number; readonly message: ToWorker }
  | { readonly t: 'stop'; readonly id: number }
  | { readonly t: 'ping'; readonly id: number };

/** Why the frame put an end to a worker. */
export type Offence = 'flood' | 'errors' | 'message';

/** What the frame tells the host about one worker. */
export type FromFrame =
  | FromWorker
  /** The first uncaught error of a worker, which may live on. */
  | { readonly t: 'error'; readonly message: string; readonly line: number }
  | { readonly t: 'killed'; readonly why: Offence };

/** What arrives at the host: with the id of the worker, or of the ping. */
export type Arrived = { readonly id: number } & (FromFrame | { readonly t: 'pong' });
