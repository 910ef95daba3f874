/** The words that each language is coloured by. */
const KEYWORDS = {
  ts: 'as|async|await|break|case|catch|class|const|continue|default|do|else|export|extends|false|finally|for|from|function|if|import|in|instanceof|interface|let|new|null|of|readonly|return|switch|this|throw|true|try|type|typeof|undefined|void|while|number|string|boolean|unknown',
  python:
    'and|as|assert|break|class|continue|def|del|elif|else|except|False|finally|for|from|if|import|in|is|lambda|None|not|or|pass|raise|return|True|try|while|with|yield',
};

const STRING = '\'(?:\\\\.|[^\'\\\\\\n])*\'|"(?:\\\\.|[^"\\\\\\n])*"';

/** One expression per language; the group that matched is the kind of token. */
const TOKENS = {
  ts: new RegExp(
    `(?<result>\\/\\/ →.*(?:\\n[ \\t]*\\/\\/.*)*)|(?<comment>\\/\\/.*|\\/\\*[^]*?\\*\\/)|(?<string>${STRING}|\`[^\`]*\`)|(?<keyword>\\b(?:${KEYWORDS.ts})\\b)|(?<number>\\b\\d[\\d_.]*(?:e[+-]?\\d+)?\\b)`,
    'g',
  ),
  python: new RegExp(
    `(?<comment>#.*)|(?<string>"""[^]*?"""|${STRING})|(?<keyword>\\b(?:${KEYWORDS.python})\\b)|(?<number>\\b\\d[\\d_.]*(?:e[+-]?\\d+)?\\b)`,
    'g',
  ),
};

/**
 * Cuts source text into the children of a `<code>` element, one `<span class="tok-…">` per token.
 * @param {string} source
 * @param {string} language `ts` or `python`; any other stays plain
 * @returns {import('hast').ElementContent[]}
 */
export function colour(source, language) {
  const tokens = TOKENS[language];
  if (!tokens) return [{ type: 'text', value: source }];
  const children = [];
  let end = 0;
  for (const match of source.matchAll(tokens)) {
    const kind = Object.keys(match.groups).find(name => match.groups[name] !== undefined);
    if (match.index > end) children.push(text(source.slice(end, match.index)));
    children.push({
      type: 'element',
      tagName: 'span',
      properties: { className: [`tok-${kind}`] },
      children: [text(match[0])],
    });
    end = match.index + match[0].length;
  }
  if (end < source.length) children.push(text(source.slice(end)));
  return children;
}

const text = value => ({ type: 'text', value });
