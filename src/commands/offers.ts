import type { CommandId } from './commands';

/** What a command does on the page that is shown, by its id. */
export type Offers = Partial<Record<CommandId, () => void>>;

const standing: Offers[] = [];
let asked: CommandId | undefined;

/**
 * Says what commands do, until the returned function is called; the latest offer of a command counts.
 * One that was asked for before anybody offered it is carried out now.
 */
export function offer(offers: Offers): () => void {
  standing.unshift(offers);
  if (asked && offers[asked]) perform(asked);
  return () => {
    standing.splice(standing.indexOf(offers), 1);
  };
}

/** @returns what a command would do at present. */
export function offered(id: CommandId): (() => void) | undefined {
  return standing.find(offers => offers[id])?.[id];
}

/** Carries a command out, at once or as soon as somebody offers it. */
export function perform(id: CommandId): void {
  const act = offered(id);
  asked = act ? undefined : id;
  act?.();
}
