import type { ChannelRouting } from '../app/desk/contract.js';
import { json } from './fake-answers.js';
import { hugo } from './people.js';

const routing: ChannelRouting = {
  mode: 'least-busy',
  offerSeconds: 60,
  absentSeconds: 300,
  tiers: [{ groups: ['mac-specialists'], technicians: ['hugo'], waitSeconds: 120 }],
  escalation: [],
};

/** How the fake desk answers what the pages on routing ask; null for everything else. */
export function answerRouting(path: string, body: unknown): Response | null {
  if (path.endsWith('/routing')) return json(body ?? routing);
  if (path === '/api/routing/rules') return json(body ?? { rules: [] });
  if (path !== '/api/routing/try') return null;
  return json({
    channel: 'design-mac',
    rule: 'Designers on a Mac',
    why: [{ code: 'matched', rule: 'Designers on a Mac' }],
    mode: 'least-busy',
    step: { kind: 'offer', person: hugo, tier: 0 },
    remarks: [],
    people: [{ person: hugo, tier: 0, reason: 'chosen', matches: ['mac'], load: 1, capacity: 5 }],
  });
}
