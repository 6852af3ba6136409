import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import readXlsxFile from 'read-excel-file/node';
import { reportColumns, reportLines } from '../../../activities/reports/report-table.js';
import { measureNames } from '../../../activities/reports/sla-report.js';
import { SatisfactionStore } from '../../../activities/doors/satisfaction-store.js';
import type { components } from '../../generated/openapi.js';
import { livedSession } from '../../testing/lived-session-testing.js';
import { openTestApi, type TestApi } from '../../testing/test-api-testing.js';
import type { TestClient } from '../../testing/test-client-testing.js';

type SlaReport = components['schemas']['SlaReport'];
const minute = 60_000;
const query = 'from=2026-10-01T00:00:00Z&to=2026-11-01T00:00:00Z&by=group&zone=America/Sao_Paulo';

describe('The files of a report', () => {
  let api: TestApi;
  let lena: TestClient;
  let report: SlaReport;

  beforeAll(async () => {
    api = await openTestApi();
    lena = await api.signedIn('lena');
    const at = Date.parse('2026-10-01T13:00:00Z');
    await livedSession(api, { channel: 'general', at, answer: 10, close: 30 });
    await livedSession(api, { channel: 'finance', at: at + 90 * minute, answer: 95, close: 400 });
    const later = Date.parse('2026-10-31T10:00:00Z');
    const id = await livedSession(api, { channel: 'general', at: later, answer: 60, close: 90 });
    await new SatisfactionStore(api.tester.database.app).put(id, { score: 4, words: null }, 'here');
    await api.tester.database.owner.raw('update session_answers set at = ?', [new Date(later)]);
    report = (await lena.get<SlaReport>(`/api/reports/sla?${query}`)).body;
  });
  afterAll(() => api.close());

  async function file(kind: 'csv' | 'xlsx', narrowed = ''): Promise<Buffer> {
    const path = `${api.url}/api/reports/sla/${kind}?${query}${narrowed}`;
    const answer = await fetch(path, { headers: lena.headers });
    expect(answer.status).toBe(200);
    // The period of the question ends within São Paulo's last day of October.
    const name = `sla-report-2026-09-30--2026-10-31.${kind}`;
    expect(answer.headers.get('content-disposition')).toContain(name);
    return Buffer.from(await answer.arrayBuffer());
  }

  it('have in a workbook every figure of the report as a number, and no other', async () => {
    const [sheet] = await readXlsxFile(await file('xlsx'));
    const [header, ...lines] = sheet?.data ?? [];
    expect(sheet?.sheet).toBe('SLA');
    expect(header).toEqual([...reportColumns]);
    // An empty cell is read as null.
    const read = lines.map((line) => line.map((cell) => cell ?? ''));
    expect(read).toEqual(reportLines(report).map((line) => [...line]));
    const values = lines.flatMap(([, , , value]) => (typeof value === 'number' ? [value] : []));
    expect(inOrder(values)).toEqual(inOrder(figuresIn(report)));
    expect(values.length).toBeGreaterThan(140);
  });

  it('have where they are looked for what the report says', async () => {
    const [sheet] = await readXlsxFile(await file('xlsx'));
    const lineOf = (section: string, of: string, figure: string) =>
      sheet?.data.find(
        (line) => line[0] === section && (line[1] ?? '') === of && line[2] === figure,
      );
    const at = (...place: readonly [string, string, string]) => lineOf(...place)?.[3];
    const [clock] = report.all.clocks;
    expect(at('all', '', 'sessions')).toBe(3);
    expect(at('all', '', `${clock?.name ?? ''}.kept`)).toBe(clock?.kept ?? NaN);
    expect(at('group', 'level-1', 'firstResponse.p50')).toBe(60 * minute);
    expect(at('satisfaction', '4', 'answers')).toBe(1);
    expect(at('report', '', 'inputs')).toBe(report.inputs);
    expect(lineOf('group', 'level-1', 'firstResponse.p50')?.[4]).toBe('Level 1');
    expect(lineOf('handling', 'ana', 'sessions')?.[4]).toBe(report.names.technician['ana'] ?? '');
    expect(lineOf('report', '', 'channels')?.[4]).toContain('Finance, General');
  });

  it('have no words but those that the documentation explains', async () => {
    const explained = new Set(
      [...readFileSync('docs/sla.md', 'utf8').matchAll(/`\.?([\w-]+)`/g)].map(([, word]) => word),
    );
    const [, ...lines]: string[][] = parse(await file('csv'));
    const figures = lines.map(([, , figure = '']) => figure.split('.'));
    const words = [
      ...lines.map(([section]) => section),
      ...figures.map((parts) => parts.at(-1)),
      // Before the point stands a promise by the key that people gave it, or a duration.
      ...measureNames.filter((name) => figures.some(([first]) => first === name)),
    ];
    expect([...new Set(words)].filter((word) => !explained.has(word))).toEqual([]);
    expect(words).toContain('totalResolution');
  });

  it('are the same lines in a text', async () => {
    const text = await file('csv');
    const [header, ...lines]: string[][] = parse(text);
    expect(header).toEqual([...reportColumns]);
    expect(lines).toEqual(reportLines(report).map((line) => line.map(String)));
  });

  it('name nobody by a key that every object has', async () => {
    const narrowed = '&technician=constructor';
    const asked = ['report', '', 'technician', 'constructor', ''];
    const [sheet] = await readXlsxFile(await file('xlsx', narrowed));
    expect(sheet?.data.map((line) => line.map((cell) => cell ?? ''))).toContain(asked);
    const lines: string[][] = parse(await file('csv', narrowed));
    expect(lines).toContain(asked);
  });
});

/** Every number of a report but those that say what of, such as an hour. */
function figuresIn(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) =>
    name === 'weekday' || name === 'hour' ? [] : figuresIn(part),
  );
}

function inOrder(values: readonly number[]): readonly number[] {
  return [...values].sort((one, other) => one - other);
}
