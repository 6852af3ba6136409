import type { SessionFact } from '../session/events.js';
import { measuresOf } from './measures.js';
import { eventsOf, minute, type Told } from './told-testing.js';

const minutes = (count: number): number => count * 60_000;
const joined: SessionFact = { type: 'device-joined', deviceId: 'a-device', kind: 'helper' };
const closed: SessionFact = { type: 'closed', outcome: 'solved', remark: null };
const asks: SessionFact = { type: 'user-wrote' };
const says: SessionFact = { type: 'technician-wrote' };

describe('The measures of a session', () => {
  const measured = (told: Told, until = 1_000) => measuresOf(eventsOf(told), minute(until));

  it('are unknown where it did not come to that', () => {
    expect(measured([], 10)).toEqual({
      readyMs: null,
      firstResponseMs: null,
      firstPictureMs: null,
      resolutionMs: null,
      totalResolutionMs: null,
      nextResponseMs: [],
      unanswered: 0,
      transfers: 0,
      abandoned: false,
      handlingMs: { ana: minutes(10) },
      holdMs: {},
    });
  });

  it('begin with the request and take what happens first', () => {
    const told: Told = [
      [2, joined],
      [3, says],
      [4, { type: 'answered' }],
      [6, { type: 'connected' }],
      [7, { type: 'disconnected', reason: 'technician' }],
      [9, { type: 'connected' }],
    ];
    const { readyMs, firstResponseMs, firstPictureMs } = measured(told);
    expect([readyMs, firstResponseMs, firstPictureMs]).toEqual([2, 3, 6].map(minutes));
  });

  it('count the turn of a user from their first word to the answer', () => {
    const told: Told = [
      [1, asks],
      [3, asks],
      [5, says],
      [6, says],
      [10, asks],
      [11, says],
    ];
    const { nextResponseMs, unanswered } = measured(told);
    expect(nextResponseMs).toEqual([4, 1].map(minutes));
    expect(unanswered).toBe(0);
  });

  it('count a turn that was cut off, or still waits, as unanswered', () => {
    const told: Told = [
      [1, asks],
      [2, closed],
      [3, { type: 'reopened' }],
      [4, says],
      [5, asks],
    ];
    const { nextResponseMs, unanswered } = measured(told);
    expect(nextResponseMs).toEqual([]);
    expect(unanswered).toBe(2);
  });

  it('tell the first closing from the last, without the time it was closed between', () => {
    const told: Told = [
      [10, closed],
      [100, { type: 'reopened' }],
      [105, closed],
    ];
    const { resolutionMs, totalResolutionMs } = measured(told);
    expect([resolutionMs, totalResolutionMs]).toEqual([10, 15].map(minutes));
  });

  it('know no total while a session is open again', () => {
    const { resolutionMs, totalResolutionMs } = measured([
      [10, closed],
      [100, { type: 'reopened' }],
    ]);
    expect(resolutionMs).toBe(minutes(10));
    expect(totalResolutionMs).toBeNull();
  });

  it('count transfers and know who gave up', () => {
    const to = { channel: 'finance', assignee: null, note: null };
    const transferred: SessionFact = { type: 'transferred', ...to };
    const { transfers, abandoned } = measured([
      [1, transferred],
      [2, transferred],
      [3, { type: 'abandoned' }],
    ]);
    expect(transfers).toBe(2);
    expect(abandoned).toBeTrue();
  });

  it('know nothing of what came after the instant they are taken at', () => {
    const told: Told = [
      [2, joined],
      [10, closed],
    ];
    expect(measured(told, 9)).toEqual(measured(told.slice(0, 1), 9));
  });

  it('take an event stamped before its predecessor as at the predecessor’s instant', () => {
    const { firstResponseMs } = measured([
      [5, joined],
      [4, says],
    ]);
    expect(firstResponseMs).toBe(minutes(5));
  });
});
