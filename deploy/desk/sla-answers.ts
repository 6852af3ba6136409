import { UnknownZone, zoneRules } from '../../activities/sla/zone-rules.js';
import type { Calendar } from '../../workflows/domain/sla/calendar.js';
import type { ClockReading } from '../../workflows/domain/sla/clock.js';
import { OpenHours } from '../../workflows/domain/sla/open-hours.js';
import { SlaPolicy } from '../../workflows/domain/sla/sla-policy.js';
import type { ZoneRules } from '../../workflows/domain/sla/zone-rules.js';
import { DeskFailure } from './desk-failure.js';
import type { InputFiles } from './input-files.js';
import type { SlaCase } from './read-sla-cases.js';

/** Answers what the command line asks about SLA clocks. */
export class SlaAnswers {
  readonly #files: InputFiles;
  readonly #zones = new Map<string, ZoneRules>();
  readonly #calendars = new Map<string, OpenHours>();

  constructor(files: InputFiles) {
    this.#files = files;
  }

  /** The clocks of every case, in order, as JSON. */
  evaluate(cases: string): string {
    const answers = this.#files.slaCases(cases).map((found) => this.#answer(found));
    return `${JSON.stringify(answers, null, 2)}\n`;
  }

  #answer({ id, now, calendar, clocks, events }: SlaCase): object {
    const policy = new SlaPolicy(clocks, this.#hours(calendar, id));
    return { id, clocks: policy.evaluate(events, now).map(shown) };
  }

  #hours(calendar: Calendar, about: string): OpenHours {
    const key = JSON.stringify(calendar);
    const known = this.#calendars.get(key);
    if (known !== undefined) return known;
    const hours = new OpenHours(calendar, this.#rules(calendar.zone, about));
    this.#calendars.set(key, hours);
    return hours;
  }

  #rules(zone: string, about: string): ZoneRules {
    const known = this.#zones.get(zone);
    if (known !== undefined) return known;
    try {
      const rules = zoneRules(zone);
      this.#zones.set(zone, rules);
      return rules;
    } catch (error) {
      if (error instanceof UnknownZone) throw new DeskFailure([`${about}: ${error.message}`]);
      throw error;
    }
  }
}

function shown({ name, state, dueAt, countedMs, breachedAt }: ClockReading): object {
  return { name, state, dueAt: isoOf(dueAt), countedMs, breachedAt: isoOf(breachedAt) };
}

function isoOf(instant: number | null): string | null {
  return instant === null ? null : new Date(instant).toISOString();
}
