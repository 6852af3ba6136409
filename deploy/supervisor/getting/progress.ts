/** Runs a slow step under a title that a person sees, with the time that it took. */
export type Progress = <T>(title: string, work: () => Promise<T>) => Promise<T>;

/** Steps that nobody watches. */
export const silently: Progress = (_title, work) => work();
