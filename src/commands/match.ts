/**
 * How well a name fits what is typed: each word of that must begin a word of the name or of its keywords.
 * A search by scattered letters would find "Plan" in many an exercise before the page of that name.
 * @returns 0 where it does not fit; more where the name itself begins so
 */
export function match(name: string, typed: string, keywords: readonly string[] = []): number {
  const wanted = wordsOf(typed);
  const words = [name, ...keywords].flatMap(wordsOf);
  if (!wanted.every(part => words.some(word => word.startsWith(part)))) return 0;
  const own = wordsOf(name).join(' ');
  if (own === wanted.join(' ')) return 1;
  return own.startsWith(wanted.join(' ')) ? 0.9 : 0.5;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}+]+/gu) ?? [];
}
