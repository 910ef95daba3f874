import type { Item } from '../../rehearsal/session';

/** A card of a session; `of` is the beginning of the earlier answer that is to be graded once more. */
export interface Step {
  readonly card: string;
  readonly of: number | null;
  /** The beginning of its rehearsal, once there is one. */
  readonly began: number | null;
}

/** The cards of a session, one after another. It ends with the tab. */
export interface Session {
  readonly steps: readonly Step[];
  /** Which is on; as many as there are when it is over. */
  readonly at: number;
}

const KEY = 'rehearsal-session';
let present: Session | null = null;

export function sessionWith(items: readonly Item[]): Session {
  return { steps: items.map(({ card, of }) => ({ card: card.id, of, began: null })), at: 0 };
}

/** The session of this tab, also after a reload; null where there is none. */
export function readSession(): Session | null {
  try {
    present ??= JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
  } catch {}
  return present;
}

export function keepSession(session: Session | null): void {
  present = session;
  try {
    if (session) sessionStorage.setItem(KEY, JSON.stringify(session));
    else sessionStorage.removeItem(KEY);
  } catch {}
}

/** The session with the present step begun. */
export function begunAt(session: Session, began: number): Session {
  const steps = session.steps.map((step, i) => (i === session.at ? { ...step, began } : step));
  return { ...session, steps };
}
