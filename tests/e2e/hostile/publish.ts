import path from 'node:path';
import Summary from './summary';

/** The summary, written to docs/hostile.md as well: for `npm run hostile`, which runs every case. */
export default class Published extends Summary {
  protected override readonly file = path.join(import.meta.dirname, '../../../docs/hostile.md');
}
