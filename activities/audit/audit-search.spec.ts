import { type AuditQuestion, AuditSearch } from './audit-search.js';
import { makeSealedLog, type SealedLog, workOn } from './sealed-log-testing.js';

const open: AuditQuestion = {
  technician: null,
  kind: null,
  subjectKind: null,
  subject: null,
  channel: null,
  channels: null,
  text: null,
  from: null,
  to: null,
  after: null,
  limit: 100,
};

describe('The search in the audit', () => {
  let log: SealedLog;
  let search: AuditSearch;

  beforeAll(async () => {
    log = await makeSealedLog(2);
    search = new AuditSearch(log.database.app);
  });

  afterAll(() => log.drop());

  const found = async (asked: Partial<AuditQuestion>) =>
    (await search.page({ ...open, ...asked })).entries;

  it('gives the latest first, page by page, each with its seal', async () => {
    const first = await search.page({ ...open, limit: 6 });
    const second = await search.page({ ...open, limit: 6, after: first.next });
    expect(second.next).toBeNull();
    const leaves = [...first.entries, ...second.entries].map(({ leaf }) => leaf);
    expect(leaves).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1, 0]);
    expect(first.entries.every(({ sealedAt }) => sealedAt instanceof Date)).toBeTrue();
  });

  it('finds by technician, kind, subject, channel and time', async () => {
    expect((await found({ technician: 'kofi' })).length).toBe(2);
    expect((await found({ kind: 'message' })).length).toBe(2);
    expect((await found({ subjectKind: 'technician', subject: 'bruno' })).length).toBe(1);
    expect((await found({ channel: 'general' })).length).toBe(8);
    expect(await found({ channel: 'another' })).toEqual([]);
    expect((await found({ channels: ['general'] })).length).toBe(8);
    expect(await found({ channels: ['another'], text: 'plugged' })).toEqual([]);
    expect(await found({ to: new Date(0) })).toEqual([]);
    expect((await found({ from: new Date(0) })).length).toBe(10);
  });

  it('finds by what was said and by names, taking no character for a pattern', async () => {
    expect((await found({ text: 'plugged' })).length).toBe(8);
    expect((await found({ text: 'printer 1' })).length).toBe(4);
    const [named] = await found({ text: 'moreira' });
    expect(named?.texts).toEqual({ name: 'Ana Moreira' });
    expect(await found({ text: '%' })).toEqual([]);
  });

  it('says how far the log reaches, under which head, and how much waits', async () => {
    const state = await search.state();
    expect(state).toEqual(jasmine.objectContaining({ size: 10, unsealed: 0 }));
    expect(state.signedAt).toBeInstanceOf(Date);
    expect(state.root).toMatch(/^[0-9a-f]{64}$/);
    expect(state.key).toEqual(jasmine.any(String));
  });

  it('says of an entry that waits that it is not sealed', async () => {
    await workOn(log.database, 9);
    const [latest] = await found({ limit: 1 });
    expect(latest?.leaf).toBeNull();
    expect(latest?.sealedAt).toBeNull();
    await log.sealer.seal();
  });
});
