import { monaco } from './monaco';

/** The name under which the page's colours are known to Monaco. */
export const THEME = 'scratchwork';

/** Takes the colours from the page's design tokens, now and whenever the page turns light or dark. */
export function followTheme(): void {
  const follow = () => {
    monaco.editor.defineTheme(THEME, themeOf(readColours()));
    monaco.editor.setTheme(THEME);
  };
  follow();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', follow);
  new MutationObserver(follow).observe(document.documentElement, {
    attributeFilter: ['data-theme'],
  });
}

const TOKENS = ['raised', 'sunken', 'ink', 'ink-soft', 'ink-faint', 'line', 'line-strong'] as const;
const ACCENTS = ['accent', 'accent-strong', 'wrong-ink'] as const;

/** Each colour as six hexadecimal digits. */
type Colours = Record<(typeof TOKENS)[number] | (typeof ACCENTS)[number], string>;

/** Calm on purpose: ink for names, the accent for the language's own words, and little else. */
function themeOf(colours: Colours): monaco.editor.IStandaloneThemeData {
  const { ink, accent, raised, sunken, line } = colours;
  const strong = colours['accent-strong'];
  const soft = colours['ink-soft'];
  const faint = colours['ink-faint'];
  return {
    base: luminance(raised) < 0.5 ? 'vs-dark' : 'vs',
    inherit: true,
    rules: [
      { token: '', foreground: ink },
      { token: 'identifier', foreground: ink },
      { token: 'type.identifier', foreground: ink },
      { token: 'delimiter', foreground: soft },
      { token: 'comment', foreground: soft, fontStyle: 'italic' },
      { token: 'keyword', foreground: accent },
      { token: 'number', foreground: strong },
      { token: 'string', foreground: strong },
      { token: 'regexp', foreground: strong },
    ],
    colors: {
      foreground: `#${ink}`,
      focusBorder: `#${accent}`,
      'editor.background': `#${raised}`,
      'editor.foreground': `#${ink}`,
      'editor.lineHighlightBackground': `#${sunken}80`,
      'editor.lineHighlightBorder': '#00000000',
      'editor.selectionBackground': `#${accent}33`,
      'editor.inactiveSelectionBackground': `#${accent}1c`,
      'editor.wordHighlightBackground': `#${accent}1c`,
      'editor.findMatchBackground': `#${accent}55`,
      'editor.findMatchHighlightBackground': `#${accent}2b`,
      'editorCursor.foreground': `#${accent}`,
      'editorLineNumber.foreground': `#${faint}`,
      'editorLineNumber.activeForeground': `#${ink}`,
      'editorIndentGuide.background1': `#${line}`,
      'editorIndentGuide.activeBackground1': `#${colours['line-strong']}`,
      'editorBracketMatch.background': `#${accent}22`,
      'editorBracketMatch.border': `#${accent}66`,
      'editorWidget.background': `#${raised}`,
      'editorWidget.border': `#${line}`,
      'editorHoverWidget.background': `#${raised}`,
      'editorHoverWidget.border': `#${colours['line-strong']}`,
      'editorSuggestWidget.selectedBackground': `#${accent}22`,
      'editorSuggestWidget.selectedForeground': `#${ink}`,
      'editorSuggestWidget.highlightForeground': `#${accent}`,
      'editorError.foreground': `#${colours['wrong-ink']}`,
      'editorWarning.foreground': `#${faint}`,
      'scrollbarSlider.background': `#${faint}33`,
      'scrollbarSlider.hoverBackground': `#${faint}55`,
      'scrollbarSlider.activeBackground': `#${faint}77`,
    },
  };
}

/** The browser works the tokens out, whatever notation they are written in. */
function readColours(): Colours {
  const probe = document.createElement('i');
  document.body.append(probe);
  const read = (token: string) => {
    probe.style.color = `var(--${token}, CanvasText)`;
    return hexOf(getComputedStyle(probe).color);
  };
  const colours = Object.fromEntries([...TOKENS, ...ACCENTS].map(token => [token, read(token)]));
  probe.remove();
  return colours as Colours;
}

/** @param colour as computed styles give it: `rgb(1, 2, 3)`, `rgba(1, 2, 3, 0.5)`. */
function hexOf(colour: string): string {
  const channels = (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
  return channels.map(channel => Math.round(channel).toString(16).padStart(2, '0')).join('');
}

/** @returns 0 (black) to 1 (white), by the weights of Rec. 709. */
function luminance(hex: string): number {
  const [r, g, b] = [0, 2, 4].map(at => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
