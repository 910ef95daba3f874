// Runs before the first paint, so that a chosen theme never flashes.
try {
  const theme = localStorage.getItem('theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {}
// The fonts come with the rest of what is kept on the machine; a first visit is not held up for them.
if (navigator.serviceWorker?.controller) document.documentElement.dataset.kept = '';
