/** Colours of marks, from the page's own tokens so that both themes come for free. */
export const INK = {
  own: 'var(--accent)',
  reference: 'var(--ink-faint)',
  line: 'var(--line-strong)',
  text: 'var(--ink)',
  soft: 'var(--ink-soft)',
};

/** The colours of groups or classes before they repeat. */
const GROUPS = 5;

const rank = (k: number): number => ((k % GROUPS) + GROUPS) % GROUPS;

/** One colour for each group or class; told apart by shape as well, never by colour alone. */
export const groupColour = (k: number): string => `var(--group-${rank(k)})`;

/** The shape that goes with the colour. */
export const groupSymbol = (k: number): 'circle' | 'triangle' | 'square' | 'diamond' | 'star' =>
  (['circle', 'triangle', 'square', 'diamond', 'star'] as const)[rank(k)];
