/** Breaks, signs that turn the writing round, and everything else that nobody sees. */
const unseen =
  /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]|[\p{DI}--[\p{Join_Control}\p{Variation_Selector}\u{E0020}-\u{E007F}]]/v;

/** What joins letters of other scripts and parts of a picture; after a plain letter it joins nothing. */
const joinsNothing = /(?<=^|[\sA-Za-z])\p{DI}/u;

const seen = /[^\s\u2800\p{DI}]/u;

/** Whether a name is one line of what can be seen: two names that look alike would be told apart by the desk alone. */
export function isVisibleName(name: string): boolean {
  return seen.test(name) && !unseen.test(name) && !joinsNothing.test(name);
}

/** A name as it is kept: without spaces around it, and each letter with its accents as one sign. */
export function nameAsKept(name: string): string {
  return name.trim().normalize('NFC');
}
