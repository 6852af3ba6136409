import { ipKeyGenerator } from 'express-rate-limit';
import type { Charge } from '../../activities/doors/door-budget-store.js';
import {
  entriesOfAccount,
  entriesOfDesk,
  issuesOfAddress,
  issuesOfDesk,
  weightOfEntry,
} from '../../workflows/domain/codes/door-budgets.js';
import { sign } from '../secrets.js';

const desk = '*';

/** What entering a code costs until it has turned out to be right. */
export function chargesOfEntry(technician: string, liveCodes: number): readonly Charge[] {
  const weight = weightOfEntry(liveCodes);
  return [
    { kind: 'entry-of-account', subject: technician, units: 1, budget: entriesOfAccount },
    { kind: 'entry', subject: desk, units: weight, budget: entriesOfDesk },
  ];
}

/** What asking for a code costs. */
export function chargesOfIssue(source: string): readonly Charge[] {
  return [
    { kind: 'issue-of-address', subject: source, units: 1, budget: issuesOfAddress },
    { kind: 'issue', subject: desk, units: 1, budget: issuesOfDesk },
  ];
}

/** What asking for help by an SOS Call costs. */
export function chargesOfRequest(source: string): readonly Charge[] {
  return [
    { kind: 'request-of-address', subject: source, units: 1, budget: issuesOfAddress },
    { kind: 'request', subject: desk, units: 1, budget: issuesOfDesk },
  ];
}

/** Where a request comes from, so that nobody reads addresses out of the budgets; one IPv6 network is one place. */
export function sourceOf(key: Buffer, address: string): string {
  return sign(key, `source ${ipKeyGenerator(address)}`);
}
