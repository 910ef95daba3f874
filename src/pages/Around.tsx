import { UpdateBar } from '../parts/UpdateBar';
import { Commands } from './commands/Commands';
import { FallenRun } from './FallenRun';

/** What is at hand on every page and takes no part in the first paint. */
export function Around() {
  return (
    <>
      <Commands />
      <FallenRun />
      <UpdateBar />
    </>
  );
}
