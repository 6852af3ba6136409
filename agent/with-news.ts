import type { SchemaChatMessage } from '../api/generated/openapi.js';

/** What the desk has of a chat, and after it what the stream was faster to bring. */
export function withNews(
  known: readonly SchemaChatMessage[],
  heard: readonly SchemaChatMessage[],
): readonly SchemaChatMessage[] {
  const ids = new Set(known.map(({ id }) => id));
  return [...known, ...heard.filter(({ id }) => !ids.has(id))];
}
