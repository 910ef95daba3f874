import { initialize } from 'monaco-editor/internal/common/initialize';
import { TypeScriptWorker } from 'monaco-editor/languages/features/typescript/tsWorker';
import { type Erased, erase } from './erase';

/** Monaco's TypeScript service with one more thing to ask of it. */
class Service extends TypeScriptWorker {
  /** @returns the source without its types; see erase. */
  async strip(source: string): Promise<Erased> {
    return erase(source);
  }
}

// The first message only wakes the worker; what is sent next is taken by `initialize`.
self.onmessage = () => initialize((context, data) => new Service(context, data));
