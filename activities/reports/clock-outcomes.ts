import type { ChosenRows } from './chosen-rows.js';
import { type ClockCounts, clockCounts } from './clock-counts.js';
import type { Grouping } from './grouping.js';

/** Counts the sessions of numbered groups by how their promises came out. */
export class ClockOutcomes {
  /** For each group, sessions by how their promises came out. */
  readonly #counts: Map<string, number>[] = [];

  add({ rows, outcomes }: ChosenRows, grouping: Grouping): void {
    const texts = [...new Set(outcomes.words)];
    const places = new Map(texts.map((text, place) => [text, place]));
    const textOf = Uint32Array.from(outcomes.words, (text) => places.get(text) ?? 0);
    const { of, begin, groups } = grouping;
    const found = new Uint32Array(
      texts.length * (1 + groups.reduce((one, other) => Math.max(one, other), 0)),
    );
    for (const row of rows) {
      const text = textOf[outcomes.of[row] ?? 0] ?? 0;
      const word = of[row] ?? 0;
      const end = begin[word + 1] ?? 0;
      for (let at = begin[word] ?? 0; at < end; at += 1) {
        const cell = (groups[at] ?? 0) * texts.length + text;
        found[cell] = (found[cell] ?? 0) + 1;
      }
    }
    this.#addUp(found, texts);
  }

  /** How the promises of one group's sessions came out, by clock. */
  of(group: number, cutoff: number): readonly ClockCounts[] {
    const counted = [...(this.#counts[group] ?? [])];
    return clockCounts(
      counted.map(([clocks, sessions]) => ({ clocks, sessions })),
      cutoff,
    );
  }

  /** How many sessions a group has. */
  sessionsOf(group: number): number {
    return [...(this.#counts[group]?.values() ?? [])].reduce((all, one) => all + one, 0);
  }

  #addUp(found: Uint32Array, texts: readonly string[]): void {
    found.forEach((sessions, cell) => {
      if (sessions === 0) return;
      const group = Math.floor(cell / texts.length);
      const text = texts[cell % texts.length] ?? '';
      const counts = (this.#counts[group] ??= new Map<string, number>());
      counts.set(text, (counts.get(text) ?? 0) + sessions);
    });
  }
}
