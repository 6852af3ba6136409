/** One item of a JSON list as it is written, and the line that it begins on. */
export interface JsonItem {
  readonly text: string;
  readonly line: number;
}

const [quote, backslash, comma] = ['"', '\\', ','].map(codeOf);
const opening = new Set(['[', '{'].map(codeOf));
const closing = new Set([']', '}'].map(codeOf));

/**
 * Cuts a JSON list into its items without reading them, so that a long list can be read item by item.
 * Null where the text is no list from its first character to its last.
 */
export function jsonItems(text: string): readonly JsonItem[] | null {
  const first = text.search(/\S/);
  if (text[first] !== '[') return null;
  const ends = itemEnds(text, first);
  if (ends === null) return null;
  const items: JsonItem[] = [];
  let [from, line] = [first + 1, lineOf(text.slice(0, first))];
  for (const to of ends) {
    const item = { text: text.slice(from, to), line };
    items.push(item);
    line += lineOf(item.text) - 1;
    from = to + 1;
  }
  if (items.length === 1 && isBlank(items[0])) return [];
  return items.some(isBlank) ? null : items;
}

/** Where the items of the list that begins at `first` end: at their commas, and the last at the bracket. */
function itemEnds(text: string, first: number): readonly number[] | null {
  const ends: number[] = [];
  let depth = 1;
  for (let at = first + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) at = endOfString(text, at);
    else if (code === comma && depth === 1) ends.push(at);
    else if (opening.has(code)) depth += 1;
    else if (closing.has(code)) depth -= 1;
    if (depth === 0) return text.slice(at + 1).trim() === '' ? [...ends, at] : null;
  }
  return null;
}

function isBlank(item: JsonItem | undefined): boolean {
  return item?.text.trim() === '';
}

/** The line, from 1, on which a text ends. */
function lineOf(text: string): number {
  return text.split('\n').length;
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
