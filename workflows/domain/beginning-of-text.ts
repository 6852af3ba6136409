/** As much of a text as fits, and that there is more; no sign that is written as a pair is cut in two. */
export function beginningOf(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most).replace(firstHalf, '')}…`;
}

const firstHalf = /[\uD800-\uDBFF]$/;
