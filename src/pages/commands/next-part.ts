/** What there is to go to on a page, in the order in which it stands there. */
const PARTS = '#root header, #root nav, #root main, #root main > section';
const FOCUSABLE = 'a[href], button:enabled, input, select, textarea, [tabindex="0"]';

/** Moves the focus to the next part of the page that is shown: the bar, the panes, and round again. */
export function nextPart(): void {
  const all = [...document.querySelectorAll<HTMLElement>(PARTS)].filter(
    part => part.checkVisibility() && !part.parentElement?.closest('header, nav, section'),
  );
  // Where a part consists of others it is they that count.
  const parts = all.filter(part => !all.some(other => other !== part && part.contains(other)));
  const here = parts.findIndex(part => part.contains(document.activeElement));
  const next = parts[(here + 1) % parts.length];
  if (next) enter(next);
}

function enter(part: HTMLElement): void {
  const own = part.hasAttribute('tabindex') ? part : null;
  const code = part.querySelector<HTMLElement>('[aria-label^="Your solution"]');
  (own ?? code ?? part.querySelector<HTMLElement>(FOCUSABLE))?.focus();
}
