const readsAsEscaped = /_(?=x[0-9a-f]{4}_)/gi;

/**
 * A text as a workbook must be given it, to show it as it is: the format reads `_x0041_` as an escaped
 * sign, and its library takes what every object has, as `constructor`, for a text that it has met.
 */
export function workbookText(text: string): string {
  const meant = text.replace(readsAsEscaped, escaped);
  return meant in Object.prototype ? meant.replace(/[a-z]/, escaped) : meant;
}

function escaped(sign: string): string {
  return `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}
