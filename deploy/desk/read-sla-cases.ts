import { UnknownZone } from '../../activities/sla/zone-rules.js';
import { type Fault, type Read, readOf } from '../../policies/reading/fault.js';
import { type Path, readJson } from '../../policies/reading/json-document.js';
import { type Fields, JsonReader, quoted } from '../../policies/reading/json-reader.js';
import { calendarFaults } from '../../workflows/domain/sla/calendar-faults.js';
import type { Calendar, OpenInterval } from '../../workflows/domain/sla/calendar.js';
import type { ClockEvent, ClockTerms } from '../../workflows/domain/sla/clock.js';
import type { ZoneRules } from '../../workflows/domain/sla/zone-rules.js';
import { type JsonItem, jsonItems } from './json-items.js';

/** One session's events with the policy and the calendar by which its clocks are to be read. */
export interface SlaCase {
  readonly id: string;
  /** Milliseconds since 1970-01-01. */
  readonly now: number;
  readonly calendar: Calendar;
  readonly clocks: readonly ClockTerms[];
  readonly events: readonly ClockEvent[];
}

/** What is made of each case, and where the rules of its zone are found; throws UnknownZone. */
export interface CaseUse<T> {
  readonly rulesOf: (zone: string) => ZoneRules;
  readonly use: (found: SlaCase) => T;
}

/** A file that is wrong throughout is told so often, and no more. */
const mostFaults = 1_000;

/**
 * Reads cases from JSON text and makes something of each, one after the other, so that a file of any
 * length takes little room; every fault comes with its line, and a single one leaves nothing.
 */
export function readSlaCases<T>(file: string, text: string, use: CaseUse<T>): Read<T[]> {
  const items = jsonItems(text);
  if (items === null) return notCases(file, text);
  const made: T[] = [];
  const faults: Fault[] = [];
  for (const [index, item] of items.entries()) {
    const read = readCase({ file, item, index }, use);
    if (!read.ok) faults.push(...read.faults);
    else if (faults.length === 0) made.push(use.use(read.value));
    if (faults.length < mostFaults || index === items.length - 1) continue;
    const message = 'there are too many faults, and what follows this case was not read';
    faults.push({ file, line: item.line, message });
    break;
  }
  return readOf(made, faults);
}

function notCases<T>(file: string, text: string): Read<T[]> {
  const read = readJson(file, text);
  if (!read.ok) return read;
  return { ok: false, faults: [{ file, line: 1, message: 'a list of cases expected' }] };
}

interface PlacedItem {
  readonly file: string;
  readonly item: JsonItem;
  readonly index: number;
}

function readCase({ file, item, index }: PlacedItem, { rulesOf }: CaseUse<unknown>): Read<SlaCase> {
  const before = item.line - 1;
  const read = readJson(file, item.text);
  if (!read.ok) {
    return { ok: false, faults: read.faults.map((f) => ({ ...f, line: f.line + before })) };
  }
  const document = read.value;
  const lineOf = (path: Path): number => document.lineOf(path.slice(1)) + before;
  const { value } = document;
  const reader = new JsonReader(file, { value, lineOf });
  return reader.read(new CaseReader(reader, rulesOf).read(value, [index]));
}

class CaseReader {
  readonly #reader: JsonReader;
  readonly #rulesOf: (zone: string) => ZoneRules;

  constructor(reader: JsonReader, rulesOf: (zone: string) => ZoneRules) {
    this.#reader = reader;
    this.#rulesOf = rulesOf;
  }

  read(value: unknown, path: Path): SlaCase {
    const names = ['id', 'now', 'calendar', 'clocks', 'events'];
    const fields = this.#reader.object(value, path, names);
    const clocks = this.#reader.list(fields, [...path, 'clocks'], (v, at) => this.#clock(v, at));
    this.#refuseNamesakes(clocks, path);
    return {
      id: this.#text(fields, [...path, 'id']),
      now: this.#instant(fields, [...path, 'now']),
      calendar: this.#calendar(fields['calendar'], [...path, 'calendar']),
      clocks,
      events: this.#reader.list(fields, [...path, 'events'], (v, at) => this.#event(v, at)),
    };
  }

  #calendar(value: unknown, path: Path): Calendar {
    const fields = this.#reader.closedObject(value, path, ['zone', 'week', 'exceptions']);
    const calendar = {
      zone: this.#zone(fields, [...path, 'zone']),
      week: this.#days(fields, [...path, 'week']),
      exceptions: this.#days(fields, [...path, 'exceptions']),
    };
    for (const { message } of calendarFaults(calendar)) this.#reader.fault(path, message);
    return calendar;
  }

  #zone(fields: Fields, path: Path): string {
    const zone = this.#text(fields, path);
    try {
      if (zone !== '') this.#rulesOf(zone);
    } catch (error) {
      if (!(error instanceof UnknownZone)) throw error;
      this.#reader.fault(path, error.message);
    }
    return zone;
  }

  #days(parent: Fields, path: Path): Record<string, OpenInterval[]> {
    const days = this.#reader.object(parent[lastOf(path)] ?? {}, path, ['days']);
    return Object.fromEntries(
      Object.keys(days).map((name) => {
        const at = [...path, name];
        return [name, this.#reader.list(days, at, (v, place) => this.#interval(v, place))];
      }),
    );
  }

  #interval(value: unknown, path: Path): OpenInterval | null {
    const ends: readonly unknown[] = Array.isArray(value) ? value : [];
    const [from, to] = ends;
    if (typeof from === 'string' && typeof to === 'string' && ends.length === 2) return [from, to];
    return this.#reader.fault(path, `${quoted(value)} is not ["HH:MM", "HH:MM"]`);
  }

  #clock(value: unknown, path: Path): ClockTerms {
    const names = ['name', 'target', 'hours', 'start', 'stop', 'cancel', 'pause'];
    const fields = this.#reader.closedObject(value, path, [...names, 'resumesOnReopen']);
    const texts = (name: string) => {
      return this.#reader.list(fields, [...path, name], (v, at) => this.#isText(v, at));
    };
    const stop = texts('stop');
    if (stop.length === 0) this.#reader.fault([...path, 'stop'], 'nothing stops this clock');
    const hours = fields['hours'];
    if (hours !== 'calendar' && hours !== 'always') {
      this.#reader.fault([...path, 'hours'], `${quoted(hours)} is neither calendar nor always`);
    }
    const resumes = fields['resumesOnReopen'] ?? false;
    if (typeof resumes !== 'boolean') {
      this.#reader.fault([...path, 'resumesOnReopen'], `${quoted(resumes)} is not true or false`);
    }
    return {
      name: this.#text(fields, [...path, 'name']),
      target: this.#seconds(fields, [...path, 'target']),
      hours: hours === 'always' ? 'always' : 'calendar',
      start: texts('start'),
      stop,
      cancel: texts('cancel'),
      pause: texts('pause'),
      resumesOnReopen: resumes === true,
    };
  }

  #event(value: unknown, path: Path): ClockEvent {
    const fields = this.#reader.object(value, path, ['at', 'type']);
    const type = this.#text(fields, [...path, 'type']);
    const at = this.#instant(fields, [...path, 'at']);
    if (type === 'held') return { at, type, reason: this.#text(fields, [...path, 'reason']) };
    if (type !== 'retargeted') return { at, type };
    const clock = this.#text(fields, [...path, 'clock']);
    return { at, type, clock, target: this.#seconds(fields, [...path, 'target']) };
  }

  #seconds(fields: Fields, path: Path): number {
    const value = fields[lastOf(path)];
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
    this.#reader.fault(path, `${quoted(value)} is not a number of whole seconds`);
    return 0;
  }

  #instant(fields: Fields, path: Path): number {
    const value = fields[lastOf(path)];
    const instant = typeof value === 'string' ? instantOf(value) : null;
    if (instant !== null) return instant;
    this.#reader.fault(path, `${quoted(value)} is not an instant like 2026-11-23T09:30:00.000Z`);
    return 0;
  }

  #text(fields: Fields, path: Path): string {
    return this.#isText(fields[lastOf(path)], path) ?? '';
  }

  #isText(value: unknown, path: Path): string | null {
    if (typeof value === 'string' && value !== '') return value;
    return this.#reader.fault(path, `${quoted(value)} is not a text`);
  }

  #refuseNamesakes(clocks: readonly ClockTerms[], path: Path): void {
    clocks.forEach(({ name }, index) => {
      const first = clocks.findIndex((other) => other.name === name);
      if (first === index) return;
      this.#reader.fault([...path, 'clocks', index], `a second clock ${quoted(name)}`);
    });
  }
}

/** An instant in UTC, or null for anything else, dates that there are not among it. */
function instantOf(text: string): number | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/.test(text)) return null;
  const instant = Date.parse(text);
  if (Number.isNaN(instant)) return null;
  return new Date(instant).toISOString().slice(0, 19) === text.slice(0, 19) ? instant : null;
}

function lastOf(path: Path): string {
  return String(path.at(-1));
}
