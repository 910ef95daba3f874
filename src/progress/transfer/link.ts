/** What the fragment of an address begins with when it carries a text. */
const NAME = '#code=';

/** The longest text that a link takes, in bytes of UTF-8. */
const LONGEST = 200_000;

/**
 * How much is unpacked at a time, in bytes. A browser unpacks a whole piece before anyone can stop
 * it, and a byte can become a thousand, so that a piece costs a quarter of a megabyte at most.
 */
const PIECE = 256;

/** Above this, several chat tools cut a message, and the link in it. In characters. */
export const CUT_BY_CHATS = 2000;

/** Why a link cannot be made or read: one sentence of fact, one of what to do. */
export class LinkRefused extends Error {
  override name = 'LinkRefused';
}

/**
 * A link whose fragment carries a text, packed; browsers never send a fragment to the server. Half of
 * a surrogate pair, which is no character, becomes U+FFFD.
 * @param address of the exercise, without a fragment
 * @throws {LinkRefused} for a text that is too long
 */
export async function linkTo(address: string, text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length > LONGEST) {
    throw new LinkRefused(
      `This text is too long for a link: ${LONGEST / 1000} KB is the most. Shorten it, or send it as a file.`,
    );
  }
  const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return address + NAME + toBase64(new Uint8Array(await new Response(packed).arrayBuffer()));
}

/**
 * The text that a fragment carries.
 * @param fragment with its `#`, as in `location.hash`
 * @returns null where it carries none
 * @throws {LinkRefused} where it is broken, or would unpack to more than a link may hold
 */
export async function readLink(fragment: string): Promise<string | null> {
  if (!fragment.startsWith(NAME)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      await unpack(fromBase64(fragment.slice(NAME.length))),
    );
  } catch (error) {
    if (error instanceof LinkRefused) throw error;
    throw new LinkRefused(
      'The code in this link is damaged or was cut off. Ask for the link again, or for the code as a file.',
    );
  }
}

/** @throws {TypeError} where the bytes are not what CompressionStream makes */
async function unpack(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const { readable, writable } = new DecompressionStream('deflate-raw');
  const [writer, reader] = [writable.getWriter(), readable.getReader()];
  // What goes wrong here reaches the reader, too.
  feed(writer, packed).catch(() => {});
  const unpacked: Uint8Array<ArrayBuffer>[] = [];
  for (let size = 0; ; ) {
    const { done, value } = await reader.read();
    if (done) return new Uint8Array(await new Blob(unpacked).arrayBuffer());
    size += value.length;
    unpacked.push(value);
    if (size > LONGEST) {
      await reader.cancel().catch(() => {});
      throw tooMuch();
    }
  }
}

async function feed(
  writer: WritableStreamDefaultWriter<BufferSource>,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> {
  for (let at = 0; at < bytes.length; at += PIECE) {
    await writer.write(bytes.subarray(at, at + PIECE));
  }
  await writer.close();
}

function tooMuch(): LinkRefused {
  return new LinkRefused(
    'This link carries more than any solution holds, so it was not opened. Ask for the code as a file.',
  );
}

/** base64url without padding: letters, digits, `-` and `_`, which no tool changes. */
function toBase64(bytes: Uint8Array): string {
  const letters = Array.from(bytes, byte => String.fromCharCode(byte)).join('');
  return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** @throws {DOMException} where it is not base64url */
function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  // Packing never makes a text much longer than it is.
  if (text.length > 2 * LONGEST) throw tooMuch();
  if (!/^[\w-]+$/.test(text)) throw new DOMException('not base64url', 'InvalidCharacterError');
  const letters = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(letters, letter => letter.charCodeAt(0));
}
