/** Whether a text has a phrase in it, as whole words and whatever the letters' case. */
export function mentions(text: string, phrase: string): boolean {
  const words = wordsOf(phrase);
  return words !== ' ' && wordsOf(text).includes(words);
}

/** The words with one space around each, so that no word is found in the middle of another. */
function wordsOf(text: string): string {
  return ` ${
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}+#]+/gu)
      ?.join(' ') ?? ''
  } `.replace('  ', ' ');
}
