/** What differs from page to page stands in the shell between these two, once in the head, once in the body. */
const SLOT = /<!--page-->[\s\S]*?<!--\/page-->/g;

/**
 * Puts a page into the shell: each slot of the shell is replaced by the page's slot of the same rank.
 * The shell names the files of the present version, the page only what its own words need. So a new
 * version of the app changes one small document for all pages, and not each of them.
 * @param shell a whole document with two slots
 * @param page two slots, as `slots` makes them
 */
export function fill(shell: string, page: string): string {
  const parts = page.match(SLOT) ?? [];
  let rank = 0;
  return shell.replace(SLOT, slot => parts[rank++] ?? slot);
}

/** An empty slot; a shell has one in its head and one for its body. */
export const EMPTY_SLOT = slot('');

/** A page: what it adds to the head, and its body. */
export function slots(head: string, body: string): string {
  return `${slot(head)}\n${slot(body)}`;
}

function slot(content: string): string {
  return `<!--page-->${content}<!--/page-->`;
}

/** The page of an address that nothing was made ahead for; the app says what is to be said. */
export const BARE = slots('<title>Scratchwork</title>', '<div id="root"></div>');
