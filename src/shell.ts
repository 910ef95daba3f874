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

/** What is said where not even the shell can be had. It needs no other file. */
export const CANNOT_START = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Scratchwork</title>
<style>
  :root { color-scheme: light dark; font: 1.06rem/1.6 ui-sans-serif, system-ui, sans-serif }
  main { max-width: 34rem; margin: 15vh auto; padding: 0 1.5rem }
</style>
<main>
  <h1>Scratchwork cannot start</h1>
  <p>The server does not answer, and the first page is missing from what was kept on this machine.
  Your drafts and attempts are stored apart from it and are still here.</p>
  <p>Connect to the network, then <a href="">reload</a>.</p>
</main>`;
