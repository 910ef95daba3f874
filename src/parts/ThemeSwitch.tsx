import { applySettings, useSettings } from '../settings/settings';

const NEXT = { auto: 'light', light: 'dark', dark: 'auto' } as const;
const LABEL = { auto: 'Theme: as the system', light: 'Theme: light', dark: 'Theme: dark' };

/** Goes round between the system's theme, light and dark. `public/theme.js` applies it before paint. */
export function ThemeSwitch() {
  const { theme } = useSettings();
  return (
    <button
      type="button"
      onClick={() => applySettings({ theme: NEXT[theme] })}
      aria-label={LABEL[theme]}
      title={LABEL[theme]}
    >
      <svg
        viewBox="0 0 16 16"
        width="15"
        height="15"
        aria-hidden="true"
        fill="currentColor"
        style={{ verticalAlign: '-2px' }}
      >
        {theme === 'dark' && <path d="M13.5 10.2A6 6 0 0 1 5.8 2.5a6 6 0 1 0 7.7 7.700Z" />}
        {theme === 'light' && <circle cx="8" cy="8" r="4.5" />}
        {theme === 'auto' && (
          <path d="M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Zm0 1.5v9a4.5 4.5 0 0 1 0-9Z" />
        )}
      </svg>
    </button>
  );
}
