/**
 * The Content-Security-Policy inside the sandbox's frame: one inline script, known by its hash, and
 * code from blobs that it makes itself. No network, no storage of bytes, no `eval`.
 * @param frameHash 'sha256-…' of the script
 */
export function framePolicy(frameHash: string): string {
  return join({
    'default-src': "'none'",
    'script-src': `'${frameHash}' blob:`,
    'worker-src': 'blob:',
    'connect-src': "'none'",
    'img-src': "'none'",
    'style-src': "'none'",
    'font-src': "'none'",
    'frame-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'none'",
  });
}

/**
 * The Content-Security-Policy of the page itself. A `srcdoc` frame inherits it, so it names the
 * frame's script and allows blobs.
 * @param frameHash 'sha256-…' of the script
 */
export function hostPolicy(frameHash: string): string {
  return join({
    'default-src': "'none'",
    'script-src': `'self' '${frameHash}' blob:`,
    'worker-src': "'self' blob:",
    'style-src': "'self' 'unsafe-inline'",
    'font-src': "'self' data:",
    'img-src': "'self' data:",
    'media-src': 'blob:',
    'connect-src': "'self'",
    'manifest-src': "'self'",
    'frame-src': "'none'",
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'none'",
  });
}

function join(directives: Record<string, string>): string {
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ');
}
