/** How long a recording may be. */
export const LONGEST = 60 * 60_000; // ms
/** Enough for a voice: an hour is some 14 MB. */
export const BITS_PER_SECOND = 32_000;

/** What browsers write, the smallest and most widely played first. */
const TYPES = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus'];

/** @returns a format that this browser writes; undefined leaves the choice to it */
export function formatOf(isSupported: (type: string) => boolean): string | undefined {
  return TYPES.find(isSupported);
}

/** Why this browser cannot record at all, and what to do; null where it can. */
export function obstacle(): string | null {
  if (!isSecureContext) {
    return 'Browsers record only on pages that come over https, or from this machine. Open the page that way, or answer aloud without a recording.';
  }
  if (!navigator.mediaDevices?.getUserMedia || typeof MediaRecorder === 'undefined') {
    return 'This browser cannot record. Open the page in a current Chrome, Edge, Firefox or Safari, or answer aloud without a recording.';
  }
  return null;
}

/** Why a recording did not begin, and what to do, by the name of the browser's error. */
export function refusal(name: string): string {
  switch (name) {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'The microphone is not allowed for this page. Allow it in the browser’s settings for this site, beside the address, and press Record again.';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'No microphone was found. Connect one, and press Record again.';
    case 'NotReadableError':
    case 'AbortError':
      return 'The microphone does not answer; another program may be using it. Close that, and press Record again.';
    default:
      return `The recording did not begin (${name}). Reload the page, and press Record again.`;
  }
}

/** Minutes and seconds of a time in ms: `4:07`, `60:00`. */
export function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** How loud a stretch of sound is, 0 to 1, as an ear has it: −60 dB and below are nothing. */
export function loudness(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  const decibels = 10 * Math.log10(sum / samples.length + 1e-12);
  return Math.min(1, Math.max(0, 1 + decibels / 60));
}
