/** What a search can ask; each is a query parameter of the page's address, so that a search is a link. */
export const searchFields = ['text', 'technician', 'channel', 'state', 'from', 'to'] as const;
export type SearchField = (typeof searchFields)[number];

/** What is looked for; what is not given is not asked. */
export type SearchFilter = Readonly<Partial<Record<SearchField, string>>>;
