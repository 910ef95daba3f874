/// <reference path="./virtual.d.ts" />
import { FRAME_HASH, FRAME_JS, WORKER_JS } from 'virtual:sandbox';
import { framePolicy } from './policy';
import type { Arrived, FromFrame, ToFrame, ToWorker } from './protocol';

/** What the owner of a worker hears of it. */
export type Heard =
  | FromFrame
  /** The frame is no more, and the worker with it. */
  | { readonly t: 'gone'; readonly crashed: boolean };

/** One worker in the box. */
export interface Cell {
  tell(message: ToWorker): void;
  /** Ends the worker; nothing more is heard of it. */
  stop(): void;
}

/** The one sandboxed frame of a page, as its host sees it. */
export interface Box {
  spawn(listen: (heard: Heard) => void): Cell;
  /** Resolves when the frame answers; what it forwarded before that has arrived by then. */
  ping(): Promise<void>;
  /** Ends every worker at once, loops included: only removing the frame does that. */
  remove(crashed?: boolean): void;
}

/**
 * Puts a sandboxed frame into the page. Everything may be asked of it at once; it answers when it is
 * up. There must be one frame per page: two would share a process, and removing one of them would no
 * longer end a loop.
 * @param worker the script of every worker; tests put a hostile one in its place
 */
export function buildBox(worker = WORKER_JS): Box {
  const { port1: port, port2 } = new MessageChannel();
  const cells = new Map<number, (heard: Heard) => void>();
  const pings = new Map<number, () => void>();
  let last = 0;

  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-scripts');
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  frame.hidden = true;
  frame.title = 'Sandbox';
  frame.srcdoc = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${framePolicy(FRAME_HASH)}"><script>${FRAME_JS}</script>`;
  // An opaque origin has no name, so the port goes to '*': it is all that is sent this way.
  const greet = () => frame.contentWindow?.postMessage(null, '*', [port2]);
  frame.addEventListener('load', greet, { once: true });
  document.body.append(frame);

  const send = (message: ToFrame) => port.postMessage(message);
  port.onmessage = ({ data }: MessageEvent<Arrived>) => {
    if (data.t === 'pong') {
      pings.get(data.id)?.();
      pings.delete(data.id);
    } else {
      const listen = cells.get(data.id);
      if (data.t === 'killed') cells.delete(data.id);
      listen?.(data);
    }
  };
  send({ t: 'config', worker });

  return {
    spawn(listen) {
      last += 1;
      const id = last;
      cells.set(id, listen);
      send({ t: 'spawn', id });
      return {
        tell: message => send({ t: 'tell', id, message }),
        stop: () => {
          cells.delete(id);
          send({ t: 'stop', id });
        },
      };
    },
    ping() {
      last += 1;
      const id = last;
      return new Promise(resolve => {
        pings.set(id, resolve);
        send({ t: 'ping', id });
      });
    },
    remove(crashed = false) {
      frame.remove();
      port.close();
      const listeners = [...cells.values()];
      cells.clear();
      for (const listen of listeners) listen({ t: 'gone', crashed });
    },
  };
}
