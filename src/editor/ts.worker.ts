import { initialize } from 'monaco-editor/internal/common/initialize';
import {
  type Diagnostic,
  TypeScriptWorker,
} from 'monaco-editor/languages/features/typescript/tsWorker';
import { type Erased, erase } from './erase';

/** Monaco's TypeScript service with one more thing to ask of it. */
class Service extends TypeScriptWorker {
  /** @returns the source without its types; see erase. */
  async strip(source: string, allows: readonly string[]): Promise<Erased> {
    return erase(source, allows);
  }

  /** Without advice on compiler options and packages, which nobody can follow here. */
  override async getSemanticDiagnostics(file: string): Promise<Diagnostic[]> {
    const found = await super.getSemanticDiagnostics(file);
    return found.map(problem =>
      typeof problem.messageText === 'string'
        ? { ...problem, messageText: problem.messageText.replace(/ Do you need to .*/s, '') }
        : problem,
    );
  }
}

// The first message only wakes the worker; what is sent next is taken by `initialize`.
self.onmessage = () => initialize((context, data) => new Service(context, data));
