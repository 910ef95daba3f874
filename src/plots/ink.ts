/** Colours of marks, from the page's own tokens so that both themes come for free. */
export const INK = {
  own: 'var(--accent)',
  reference: 'var(--ink-faint)',
  line: 'var(--line-strong)',
  text: 'var(--ink)',
  soft: 'var(--ink-soft)',
};

/** One colour for each group or class; told apart by shape as well, never by colour alone. */
export const GROUPS = [
  'light-dark(#0b6e5d, #5cc9b0)',
  'light-dark(#b4541f, #f0a06f)',
  'light-dark(#4a5fa8, #9db0f2)',
  'light-dark(#8a3f78, #e39bd0)',
  'light-dark(#7a6a14, #d7c35c)',
];

export const groupColour = (k: number): string =>
  GROUPS[((k % GROUPS.length) + GROUPS.length) % GROUPS.length];

/** The shape that goes with the colour. */
export const groupSymbol = (k: number): 'circle' | 'triangle' | 'square' | 'diamond' | 'star' =>
  (['circle', 'triangle', 'square', 'diamond', 'star'] as const)[((k % 5) + 5) % 5];
