/** As much of a look as an index holds; the longest name is shorter, unless one of its signs stands for many. */
const longest = 240;

/** U+2800 is drawn as eight dots of which none is raised. */
const blanks = /[\s\u2800]+/gu;

/** What is drawn as nothing at all, the marks of annotations among it. */
const unseen = /[\p{DI}\uFFF9-\uFFFB]/gu;

/**
 * What a name looks like: names of one look are one name, wherever names are unique. Wide, narrow and other
 * compatible forms of a letter look like the plain one, large letters like small ones, several blanks like
 * one, and what nobody sees like nothing. Letters of two scripts stay two, however alike they are drawn.
 */
export function lookOf(name: string): string {
  const seen = name.normalize('NFKC').replaceAll(unseen, '');
  // Up and down again, for some letters have two small forms and one large one.
  const small = seen.toUpperCase().toLowerCase().normalize('NFKC');
  return small.replaceAll(blanks, ' ').trim().slice(0, longest).trimEnd();
}
