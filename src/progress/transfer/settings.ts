import { type Settings, THEMES, type Theme } from './contents';

/** How the application is set up at present. */
export function readSettings(): Settings {
  let theme: Theme | undefined;
  try {
    theme = THEMES.find(name => name === localStorage.getItem('theme'));
  } catch {}
  return { theme: theme ?? 'auto' };
}

/** Sets the application up; where the browser stores nothing, until the page is left. */
export function applySettings({ theme }: Settings): void {
  const { dataset } = document.documentElement;
  if (theme === 'auto') delete dataset.theme;
  else dataset.theme = theme;
  try {
    if (theme === 'auto') localStorage.removeItem('theme');
    else localStorage.setItem('theme', theme);
  } catch {}
}
