// Runs before the first paint, so that neither a chosen theme nor a chosen size of type flashes.
try {
  const size = localStorage.getItem('fontSize');
  if (size) document.documentElement.style.setProperty('--code-size', `${size}px`);
  const theme = localStorage.getItem('theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {}
// The fonts come with the rest of what is kept on the machine; a first visit is not held up for them.
if (navigator.serviceWorker?.controller) document.documentElement.dataset.kept = '';
