/** Lower case and without accents, so that “moreira” finds “Moreira” and “petrovic” finds “Petrović”. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
