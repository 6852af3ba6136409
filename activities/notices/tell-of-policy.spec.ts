import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { defaultPolicy } from '../../policies/policy-testing.js';
import { readDemonstration } from '../demonstration/read-demonstration.js';
import { seedDemonstration } from '../demonstration/seed-demonstration.js';
import { openTestDesk, type TestDesk } from '../desk-testing.js';
import { Directory } from '../directory/directory.js';
import { PolicyStore } from '../policy/policy-store.js';
import { ProposalStore } from '../policy/proposal-store.js';
import { rowsOf } from '../store/database.js';
import { LiveBell } from '../store/feed/live-bell.js';
import { SmtpReceiver } from './smtp-receiver-testing.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));

describe('A proposed change of the policy', () => {
  let desk: TestDesk;
  let mailbox: SmtpReceiver;
  let proposals: ProposalStore;
  let store: PolicyStore;

  beforeEach(async () => {
    mailbox = await SmtpReceiver.open();
    desk = await openTestDesk({ mail: { url: mailbox.url, from: 'Desk <desk@example.org>' } });
    const { app, owner } = desk.database;
    await seedDemonstration(owner, readDemonstration(root));
    await rowsOf(owner, "update technicians set address = key || '@example.org'");
    // Beside mateo and nora a third could approve, who is not there any more.
    await rowsOf(
      owner,
      `insert into role_assignments (role, holder_kind, holder, place)
       values ('policy-admin', 'technician', 'bruno', '*')`,
    );
    await rowsOf(owner, "update technicians set disabled = true where key = 'bruno'");
    const bell = new LiveBell(app);
    proposals = new ProposalStore(app, bell);
    store = new PolicyStore(app, bell);
    await store.putInForce(
      { set: setCalled('base'), source: 'files', by: disk, grant: null },
      null,
    );
  }, 60_000);
  afterEach(async () => {
    await desk.close();
    mailbox.close();
  }, 30_000);

  const disk = { kind: 'desk', rule: 'policy-files' } as const;
  const grant = { action: 'policy.propose', revision: 'a-revision' };
  const digestOf = (name: string) => createHash('sha256').update(name).digest('hex');
  const setCalled = (name: string) => {
    const { files, revision } = defaultPolicy();
    return { digest: digestOf(name), revision, files: Object.fromEntries(files) };
  };

  async function proposed(id: string, proposedBy: string | null): Promise<void> {
    const source = proposedBy === null ? 'files' : 'console';
    const change = { id, set: setCalled(id), base: digestOf('base'), source, proposedBy } as const;
    await proposals.add({ ...change, title: 'No recording', findings: {} }, grant);
    await desk.notices.deskRound();
  }

  async function told(kind: string): Promise<string> {
    const rows = await rowsOf<{ technician: string }>(
      desk.database.app,
      'select technician from notices where kind = :kind order by position, technician',
      { kind },
    );
    return rows.map(({ technician }) => technician).join(' ');
  }

  it('is told to whom the policy lets approve it, by mail too, once, and not to its proposer', async () => {
    const { notices: before } = await new Directory(desk.database.app).versions();
    const id = crypto.randomUUID();
    await proposed(id, 'mateo');
    await desk.notices.deskRound();
    expect(await told('policy-proposed')).toBe('nora');
    const { notices: after } = await new Directory(desk.database.app).versions();
    expect(after).toBeGreaterThan(before);
    await desk.notices.round();
    const { source } = await mailbox.mailTo('nora@example.org');
    expect(source).toContain('Subject: A change of the policy waits for a second person');
    expect(source).toContain('Change: No recording');
    expect(source).toContain(`http://localhost/policy/changes/${id}`);
  }, 30_000);

  it('is told to who comes to be its second person while it waits', async () => {
    await proposed(crypto.randomUUID(), 'mateo');
    await rowsOf(
      desk.database.owner,
      "update technicians set disabled = false where key = 'bruno'",
    );
    await desk.notices.deskRound();
    expect(await told('policy-proposed')).toBe('nora bruno');
  });

  it('tells its proposer that it was approved', async () => {
    const id = crypto.randomUUID();
    await proposed(id, 'mateo');
    const now = await store.latest();
    const entry = await proposals.approve(
      { id, digest: digestOf(id) },
      { technician: 'nora', grant },
      now?.id ?? 0,
    );
    expect(entry).not.toBeNull();
    await desk.notices.deskRound();
    await desk.notices.deskRound();
    expect(await told('policy-approved')).toBe('mateo');
  });

  it('tells its proposer that it was declined, and nobody that they took it back themselves', async () => {
    const [declined, withdrawn] = [crypto.randomUUID(), crypto.randomUUID()];
    await proposed(declined, 'mateo');
    await proposals.close(declined, 'rejected', { technician: 'nora', grant }, 'Not now');
    await proposed(withdrawn, 'nora');
    await proposals.close(withdrawn, 'withdrawn', { technician: 'nora', grant }, null);
    await desk.notices.deskRound();
    expect(await told('policy-declined')).toBe('mateo');
    expect(await told('policy-proposed')).toBe('nora mateo');
  });

  it('from disk waits for everybody who may approve, and again for the others once one answers for it', async () => {
    const id = crypto.randomUUID();
    await proposed(id, null);
    expect((await told('policy-proposed')).split(' ').toSorted()).toEqual(['mateo', 'nora']);
    await proposals.vouch(id, { technician: 'nora', grant });
    await desk.notices.deskRound();
    expect((await told('policy-proposed')).split(' ').toSorted()).toEqual([
      'mateo',
      'mateo',
      'nora',
    ]);
  });
});
