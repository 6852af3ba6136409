import { randomUUID } from 'node:crypto';
import { requestOf } from '../../workflows/support-session/commands-testing.js';
import { openTestDesk, type TestDesk } from '../desk-testing.js';
import { rowsOf } from '../store/database.js';
import { sweepOrphans } from './orphan-sweep.js';

describe('Sessions whose channel is gone', () => {
  let desk: TestDesk;

  beforeAll(async () => {
    desk = await openTestDesk();
    await rowsOf(
      desk.database.owner,
      `insert into channels (key, name, is_default, deleted_at) values
         ('general', 'General', true, null), ('finance', 'Finance', false, null),
         ('attic', 'Attic', false, clock_timestamp())`,
    );
  });

  afterAll(async () => {
    await desk.close();
  });

  async function begin(channel: string): Promise<string> {
    const id = randomUUID();
    await desk.commands.send(id, {
      id: randomUUID(),
      actor: { kind: 'technician', key: 'ana' },
      grant: null,
      command: requestOf(id, { channel }),
    });
    return id;
  }

  it('move into the queue of the default channel, and others stay where they are', async () => {
    const [orphan, other] = [await begin('attic'), await begin('finance')];
    await sweepOrphans(desk.database.app, desk.commands);
    const moved = await desk.record.find(orphan);
    expect([moved?.channel, moved?.assignee]).toEqual(['general', null]);
    expect((await desk.record.find(other))?.channel).toBe('finance');
    const before = moved?.sequence;
    await sweepOrphans(desk.database.app, desk.commands);
    expect((await desk.record.find(orphan))?.sequence).toBe(before);
  });
});
