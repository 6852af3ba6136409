import { randomBytes } from 'node:crypto';
import type { Database } from '../../activities/store/database.js';
import { DoorBudgetStore } from '../../activities/doors/door-budget-store.js';
import { chargesOfEntry } from '../../api/doors/charges.js';
import { DoorGate } from '../../api/doors/door-gate.js';
import { ProblemError } from '../../api/problems/problem-error.js';
import { mostInADay } from '../../workflows/domain/codes/budget.js';
import { codeSpace } from '../../workflows/domain/codes/code.js';
import {
  entriesOfAccount,
  entriesOfDesk,
  weightOfEntry,
} from '../../workflows/domain/codes/door-budgets.js';

const hours = 24;
/** Ten thousand million hashes a second, all day: far more than anybody spends on one desk. */
const strongestBits = 50;

/** How many guesses of one account the desk's gate lets through in a day that is passed in its books, without working. */
export async function dayOfGuesses(
  db: Database,
  { liveCodes, triesAnHour }: { liveCodes: number; triesAnHour: number },
): Promise<number> {
  const budgets = new DoorBudgetStore(db);
  const gate = new DoorGate({ budgets, key: randomBytes(32), now: Date.now });
  const account = `guesser-at-${liveCodes}`;
  let through = 0;
  for (let hour = 0; hour < hours; hour += 1) {
    for (let tries = 0; tries < triesAnHour; tries += 1) {
      if (await isLetThrough(gate, account, liveCodes)) through += 1;
    }
    await db.raw("update door_budgets set at = at - interval '1 hour'");
  }
  return through;
}

/** The most that one account gets by working as hard as anybody can. */
export function mostByWork(liveCodes: number): number {
  const ofAccount = mostInADay(entriesOfAccount, strongestBits);
  return Math.min(ofAccount, mostInADay(entriesOfDesk, strongestBits) / weightOfEntry(liveCodes));
}

/** Codes of others that so many guesses come upon, as expected. */
export function expectedHits(guesses: number, liveCodes: number): number {
  return (guesses * liveCodes) / codeSpace;
}

async function isLetThrough(gate: DoorGate, account: string, liveCodes: number): Promise<boolean> {
  try {
    await gate.pass(`entry ${account}`, chargesOfEntry(account, liveCodes), undefined);
    return true;
  } catch (error) {
    if (error instanceof ProblemError) return false; // Work is wanted first.
    throw error;
  }
}
