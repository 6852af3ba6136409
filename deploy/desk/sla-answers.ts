import { zoneRules } from '../../activities/sla/zone-rules.js';
import type { Calendar } from '../../workflows/domain/sla/calendar.js';
import type { ClockReading } from '../../workflows/domain/sla/clock.js';
import { OpenHours } from '../../workflows/domain/sla/open-hours.js';
import { SlaPolicy } from '../../workflows/domain/sla/sla-policy.js';
import type { ZoneRules } from '../../workflows/domain/sla/zone-rules.js';
import type { InputFiles } from './input-files.js';
import type { SlaCase } from './read-sla-cases.js';

/** So many calendars are kept ready; cases that share one usually stand together. */
const mostCalendars = 50;

/** Answers what the command line asks about SLA clocks. */
export class SlaAnswers {
  readonly #files: InputFiles;
  readonly #zones = new Map<string, ZoneRules>();
  readonly #calendars = new Map<string, OpenHours>();

  constructor(files: InputFiles) {
    this.#files = files;
  }

  /** The clocks of every case, in order, as JSON in pieces: all of them may be more than one text can hold. */
  evaluate(cases: string): readonly string[] {
    const rulesOf = (zone: string) => this.#rules(zone);
    const use = (found: SlaCase) => this.#answer(found);
    const answers = this.#files.slaCases(cases, { rulesOf, use });
    if (answers.length === 0) return ['[]\n'];
    return [...answers.map((answer, index) => `${index === 0 ? '[' : ','}\n${answer}`), '\n]\n'];
  }

  #answer({ id, now, calendar, clocks, events }: SlaCase): string {
    const policy = new SlaPolicy(clocks, this.#hours(calendar));
    const answer = { id, clocks: policy.evaluate(events, now).map(shown) };
    return `  ${JSON.stringify(answer, null, 2).replaceAll('\n', '\n  ')}`;
  }

  #hours(calendar: Calendar): OpenHours {
    const key = JSON.stringify(calendar);
    const known = this.#calendars.get(key);
    if (known !== undefined) return known;
    const hours = new OpenHours(calendar, this.#rules(calendar.zone));
    const [oldest] = this.#calendars.keys();
    if (oldest !== undefined && this.#calendars.size >= mostCalendars) {
      this.#calendars.delete(oldest);
    }
    this.#calendars.set(key, hours);
    return hours;
  }

  #rules(zone: string): ZoneRules {
    const known = this.#zones.get(zone);
    if (known !== undefined) return known;
    const rules = zoneRules(zone);
    this.#zones.set(zone, rules);
    return rules;
  }
}

function shown({ name, state, dueAt, countedMs, breachedAt }: ClockReading): object {
  return { name, state, dueAt: isoOf(dueAt), countedMs, breachedAt: isoOf(breachedAt) };
}

function isoOf(instant: number | null): string | null {
  return instant === null ? null : new Date(instant).toISOString();
}
