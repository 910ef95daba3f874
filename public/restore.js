// Runs as soon as the text field is there and before any other code: whoever comes back finds the
// stored text in it at once, and a key pressed early lands in the right place.
try {
  const slug = /^\/exercises\/([^/]+)\/?$/.exec(location.pathname)?.[1];
  const field = document.querySelector('#root textarea');
  const mirrored = JSON.parse(localStorage.getItem(`draft:${slug}`));
  if (field && typeof mirrored?.text === 'string') field.value = mirrored.text;
  // Typed when the app could not start.
  const typed = localStorage.getItem(`typed:${location.pathname}`);
  if (field && typed !== null) {
    field.value = typed;
    localStorage.removeItem(`typed:${location.pathname}`);
  }
} catch {}
