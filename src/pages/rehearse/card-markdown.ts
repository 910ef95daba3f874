import { plain } from '../../rehearsal/sheet';

/** HTML of a card, in one line of Markdown; a formula is the LaTeX that the build left in it. */
export function cardMarkdown(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return written(body).replace(/\s+/g, ' ').trim();
}

const MARKS: Readonly<Record<string, string>> = { EM: '*', STRONG: '**' };

function written(node: Node): string {
  if (!(node instanceof Element)) return node.textContent?.trim() ? spaced(node.textContent) : ' ';
  if (node.classList.contains('katex')) {
    const source = node.querySelector('annotation')?.textContent ?? node.textContent ?? '';
    return `$${source.trim()}$`;
  }
  if (node.tagName === 'CODE') return `\`${node.textContent}\``;
  const mark = MARKS[node.tagName] ?? '';
  return `${mark}${[...node.childNodes].map(written).join('')}${mark}`;
}

/** `plain`, with the spaces around it. */
function spaced(text: string): string {
  const [, before, after] = /^(\s*).*?(\s*)$/s.exec(text) ?? ['', '', ''];
  return `${before}${plain(text)}${after}`;
}
