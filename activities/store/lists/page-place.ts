/** A page's `after` that is none of ours. */
export class UnknownPageError extends Error {
  constructor() {
    super('There is no such page.');
    this.name = 'UnknownPageError';
  }
}

/** Where a list of sessions that are ordered by an instant goes on: behind this one. */
export function placeOf(at: number, id: string): string {
  return `${at}.${id}`;
}

const place = /^(\d{1,15})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** The bindings `afterAt` and `afterId` of a place. */
export function placeIn(after: string): { readonly afterAt: Date; readonly afterId: string } {
  const [, at, id] = place.exec(after) ?? [];
  if (at === undefined || id === undefined) throw new UnknownPageError();
  return { afterAt: new Date(Number(at)), afterId: id };
}
