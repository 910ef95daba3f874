// Speaks where the app itself may not be able to: a part of it did not come, or stopped it from
// starting. It stands in the page and needs no other file.
(() => {
  const PARTS = [
    [/\/(monaco|editor|live-editor|ts\.worker|tsMode|typescript|event|textModel)\b/, 'the editor'],
    [/\/(plot|sketch)-/, 'the pictures'],
    [/\/ResultsPane-/, 'the results'],
    [/\/HistoryDialog-/, 'the history'],
    [
      /\/(judging|grade|graders|certify|workplace|sandbox|strip|transpile|sucrase|markers)-/,
      'the judge',
    ],
    [/\.(solution|grader)-/, 'the judge'],
    [/\.prompt-/, 'the exercise'],
  ];
  const SOME = 'a part of the app';
  const missing = new Map(); // address -> the name of its part
  let typed = false;
  const field = () => document.querySelector('#root textarea');
  const started = () => document.documentElement.dataset.started === '';

  addEventListener('vite:preloadError', ({ payload }) => {
    miss(/\S*\/assets\/\S+/.exec(payload?.message)?.[0] ?? '');
  });
  navigator.serviceWorker?.addEventListener('message', ({ data }) => {
    // A typeface has a stand-in.
    if (data?.type === 'missing' && !/\.(woff2|ttf|svg)$/.test(data.address)) miss(data.address);
  });
  addEventListener('unhandledrejection', () => started() || miss(''));
  addEventListener(
    'error',
    ({ target }) => {
      if (target instanceof HTMLScriptElement) miss(target.src);
      // An error in the code: it counts where the app has not started, or has left nothing behind.
      else if (target === window) setTimeout(() => (started() && !isEmpty()) || miss(''));
    },
    true,
  );

  function isEmpty() {
    return document.getElementById('root')?.childElementCount === 0;
  }

  async function miss(address) {
    const part = PARTS.find(([pattern]) => pattern.test(address))?.[1] ?? SOME;
    missing.set(address, part);
    keepTyped();
    // The address is one that no worker and no cache answers.
    const answer = fetch('/', { method: 'HEAD', cache: 'no-store' });
    const reachable = await answer.then(
      ({ ok }) => ok,
      () => false,
    );
    say(reachable);
  }

  addEventListener('input', ({ target }) => {
    typed ||= target === field();
    if (missing.size > 0) keepTyped();
  });

  /** Without the app nobody stores what is typed; `restore.js` puts it back. */
  function keepTyped() {
    if (started() || !typed) return;
    try {
      localStorage.setItem(`typed:${location.pathname}`, field().value);
    } catch {}
  }

  function say(reachable) {
    const all = [...new Set(missing.values())];
    const named = all.filter(part => part !== SOME);
    const parts = named.length > 0 ? named : all;
    const names = new Intl.ListFormat('en').format(parts);
    const subject = names[0].toUpperCase() + names.slice(1);
    const are = parts.length > 1 || parts[0].endsWith('s') ? 'are' : 'is';
    document.querySelector('.guard')?.remove();
    const bar = document.createElement('aside');
    bar.className = 'news guard';
    bar.setAttribute('role', 'alert');
    const words = document.createElement('p');
    const kept = Boolean(navigator.serviceWorker?.controller);
    words.textContent = reachable
      ? `${subject} could not be loaded: damaged here, or no longer on the server. Your drafts are saved. ${kept ? 'Reload; if that does not help, fetch everything anew.' : 'Reload to get the present version.'}`
      : `${subject} ${are} not on this machine, and the server does not answer. Your drafts are saved. Connect to the network, then reload.`;
    bar.append(
      words,
      button('Reload', 'primary', () => location.reload()),
    );
    if (reachable && kept) {
      bar.append(button('Fetch everything anew', '', fetchAnew));
    }
    document.body.append(bar);
  }

  function button(text, className, onclick) {
    return Object.assign(document.createElement('button'), {
      type: 'button',
      textContent: text,
      className,
      onclick,
    });
  }

  /** Forgets the kept copy of the site; drafts and attempts lie elsewhere and are not touched. */
  async function fetchAnew() {
    const registrations = await navigator.serviceWorker.getRegistrations();
    await Promise.all(registrations.map(registration => registration.unregister()));
    await Promise.all((await caches.keys()).map(name => caches.delete(name)));
    const addresses = [...missing.keys()].filter(Boolean);
    await Promise.allSettled(addresses.map(address => fetch(address, { cache: 'reload' })));
    location.reload();
  }
})();
