import type { Thrown } from '../../graders/observation';
import { CAPS, type FromFrame, type FromWorker, type Offence, type ToFrame } from './protocol';

/*
 * The whole script of the sandboxed frame. It counts, checks and forwards, and knows no timers:
 * while a worker spins, this thread stays free to answer the host's pings.
 */

/** One worker as the frame knows it. */
interface Cell {
  readonly worker: Worker;
  readonly port: MessagePort;
  messages: number;
  errors: number;
}

addEventListener('message', function greet(event) {
  if (event.source !== parent) return;
  removeEventListener('message', greet);
  relay(event.ports[0]);
});

function relay(host: MessagePort): void {
  const cells = new Map<number, Cell>();
  let url = '';

  const tell = (id: number, message: FromFrame, transfer: Transferable[] = []) =>
    host.postMessage({ ...message, id }, transfer);

  function stop(id: number): void {
    const cell = cells.get(id);
    cells.delete(id);
    cell?.worker.terminate();
    cell?.port.close();
  }

  function kill(id: number, why: Offence): void {
    if (!cells.has(id)) return;
    stop(id);
    tell(id, { t: 'killed', why });
  }

  function spawn(id: number): void {
    const { port1: port, port2 } = new MessageChannel();
    const worker = new Worker(url);
    const cell: Cell = { worker, port, messages: 0, errors: 0 };
    cells.set(id, cell);
    port.onmessage = ({ data }) => {
      if (!cells.has(id)) return;
      cell.messages += 1;
      const message = checked(data);
      if (cell.messages > CAPS.messages) kill(id, 'flood');
      else if (!message) kill(id, 'message');
      else tell(id, message, message.t === 'observed' ? [message.numbers.buffer] : []);
    };
    // Nothing honest ever comes by these ways.
    port.onmessageerror = worker.onmessage = worker.onmessageerror = () => kill(id, 'message');
    worker.onerror = event => {
      event.preventDefault?.();
      cell.errors += 1;
      if (cell.errors > CAPS.errors) kill(id, 'errors');
      if (cell.errors > 1) return;
      const message = cut(event.message) ?? 'The worker failed.';
      tell(id, { t: 'error', message, line: event.lineno ?? 0 });
    };
    worker.postMessage(null, [port2]);
  }

  host.onmessage = ({ data }: MessageEvent<ToFrame>) => {
    switch (data.t) {
      case 'config':
        url = URL.createObjectURL(new Blob([data.worker], { type: 'text/javascript' }));
        break;
      case 'spawn':
        spawn(data.id);
        break;
      case 'tell': {
        const cell = cells.get(data.id);
        if (!cell) break;
        if (data.message.t === 'run') cell.messages = 0;
        cell.port.postMessage(data.message);
        break;
      }
      case 'stop':
        stop(data.id);
        break;
      case 'ping':
        host.postMessage({ t: 'pong', id: data.id });
    }
  };
}

/** @returns the message rebuilt from those fields that were checked, or undefined for a bad one. */
function checked(data: unknown): FromWorker | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { t, index, shape, numbers, line, error } = data as Record<string, unknown>;
  switch (t) {
    case 'booted':
    case 'loaded':
    case 'done':
      return { t };
    case 'log':
      return typeof line === 'string' ? { t, line: line.slice(0, CAPS.line) } : undefined;
    case 'failed': {
      const thrown = checkedError(error);
      return thrown && { t, error: thrown };
    }
    case 'observed': {
      const fits =
        isCount(index) &&
        typeof shape === 'string' &&
        shape.length <= CAPS.shape &&
        numbers instanceof Float64Array &&
        numbers.length <= CAPS.numbers;
      return fits ? { t, index, shape, numbers } : undefined;
    }
  }
  return undefined;
}

function checkedError(error: unknown): Thrown | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { name, message, onPurpose, todo, line, column } = error as Record<string, unknown>;
  if (typeof name !== 'string' || typeof message !== 'string') return undefined;
  return {
    name: name.slice(0, CAPS.line),
    message: message.slice(0, CAPS.line),
    onPurpose: onPurpose === true,
    todo: todo === true,
    line: isCount(line) ? line : undefined,
    column: isCount(column) ? column : undefined,
  };
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function cut(text: unknown): string | undefined {
  return typeof text === 'string' ? text.slice(0, CAPS.line) : undefined;
}
