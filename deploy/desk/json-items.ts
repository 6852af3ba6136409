/** One item of a JSON list as it is written, and the line that it begins on. */
export interface JsonItem {
  readonly text: string;
  readonly line: number;
}

const [quote, backslash, comma, newline] = ['"', '\\', ',', '\n'].map(codeOf);
const opening = new Set(['[', '{'].map(codeOf));
const closing = new Set([']', '}'].map(codeOf));

/**
 * Cuts a JSON list into its items without reading them, so that a long list can be read item by item.
 * Null where the text is no list from its first character to its last.
 */
export function jsonItems(text: string): readonly JsonItem[] | null {
  const first = text.search(/\S/);
  if (text[first] !== '[') return null;
  const items: JsonItem[] = [];
  let line = text.slice(0, first).split('\n').length;
  let [from, fromLine, depth] = [first + 1, line, 1];
  for (let at = first + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) at = endOfString(text, at);
    else if (code === newline) line += 1;
    else if (opening.has(code)) depth += 1;
    else if (closing.has(code)) depth -= 1;
    if (depth === 0) {
      if (text.slice(at + 1).trim() !== '') return null;
      if (items.length > 0 || text.slice(from, at).trim() !== '') items.push(item(at));
      return items.some((one) => one.text.trim() === '') ? null : items;
    }
    if (code !== comma || depth > 1) continue;
    items.push(item(at));
    [from, fromLine] = [at + 1, line];
  }
  return null;

  function item(to: number): JsonItem {
    return { text: text.slice(from, to), line: fromLine };
  }
}

/** The place of the quotation mark that ends the string beginning at `at`; the text's end where there is none. */
function endOfString(text: string, at: number): number {
  for (let next = at + 1; next < text.length; next += 1) {
    const code = text.charCodeAt(next);
    if (code === quote) return next;
    if (code === backslash) next += 1;
  }
  return text.length;
}

function codeOf(character: string): number {
  return character.charCodeAt(0);
}
