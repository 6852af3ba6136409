import { setImmediate } from 'node:timers/promises';
import type { ChosenRows } from './chosen-rows.js';
import { ClockOutcomes } from './clock-outcomes.js';
import { durationNames, type FactsPage } from './days/facts-page.js';
import { GroupedSums } from './grouped-sums.js';
import type { Grouping } from './grouping.js';
import type { Ranked } from './nearest-rank.js';
import { type GroupedColumn, rankedGroups } from './ranked-groups.js';
import { type Figures, type MeasureFigures, type MeasureName, measureNames } from './sla-report.js';

/** Adds up the figures of numbered groups of sessions. */
export class FigureSums {
  readonly #clocks = new ClockOutcomes();
  readonly #unanswered = new GroupedSums();
  readonly #columns = new Map<MeasureName, GroupedColumn[]>(measureNames.map((name) => [name, []]));

  /** Takes in the rows of a page that were chosen, and their turns. */
  add(page: FactsPage, chosen: ChosenRows, grouping: Grouping): void {
    this.#clocks.add(chosen, grouping);
    this.#unanswered.add(page.unanswered, chosen.rows, grouping);
    for (const name of durationNames) {
      const values = page.durations[name];
      this.#columns.get(name)?.push({ values, places: chosen.rows, grouping });
    }
    this.#columns.get('nextResponse')?.push(turnsOf(page, chosen, grouping));
  }

  /** The figures of each of so many groups; between two measures others have their turn. */
  async figures(groups: number, cutoff: number): Promise<readonly Figures[]> {
    const ranked = new Map<MeasureName, readonly Ranked[]>();
    for (const [name, columns] of this.#columns) {
      ranked.set(name, rankedGroups(columns, groups, [0.5, 0.9, 0.95]));
      await setImmediate();
    }
    return Array.from({ length: groups }, (_, group) => {
      const sessions = this.#clocks.sessionsOf(group);
      const measures = [...ranked].flatMap(([name, { [group]: one }]) =>
        one ? [measureOf(name, one, { sessions, unanswered: this.#unanswered.of(group) })] : [],
      );
      return { sessions, clocks: this.#clocks.of(group, cutoff), measures };
    });
  }
}

/** Answers to turns belong to the groups of the session that each is of. */
function turnsOf(
  { nextResponse: { row: rowOf, value: values } }: FactsPage,
  { isChosen }: ChosenRows,
  grouping: Grouping,
): GroupedColumn {
  const of = new Uint32Array(rowOf.length);
  const places = new Uint32Array(rowOf.length);
  let count = 0;
  for (let turn = 0; turn < rowOf.length; turn += 1) {
    const row = rowOf[turn] ?? 0;
    of[turn] = grouping.of[row] ?? 0;
    places[count] = turn;
    count += isChosen[row] ?? 0;
  }
  return { values, places: places.subarray(0, count), grouping: { ...grouping, of } };
}

// Turns are a population of their own, of which those without an answer are left out.
function measureOf(
  name: MeasureName,
  { population, at }: Ranked,
  { sessions, unanswered }: { readonly sessions: number; readonly unanswered: number },
): MeasureFigures {
  const [p50 = null, p90 = null, p95 = null] = at;
  const excluded = name === 'nextResponse' ? unanswered : sessions - population;
  return { name, population, excluded, p50, p90, p95 };
}
