import { readdirSync, readFileSync } from 'node:fs';
import proto from '@temporalio/proto';
import { Worker } from '@temporalio/worker';
import { workflowIdOf } from '../contract.js';
import { bundleOnce } from '../support-session/workflow-environment-testing.js';
import { deliveryLives } from './delivery-lives-testing.js';
import { lives } from './lives-testing.js';

const { History } = proto.temporal.api.history.v1;
const folder = 'workflows/replay';
const recorded = readdirSync(folder).filter((file) => file.endsWith('.json'));

describe('The present workflow', () => {
  beforeAll(() => bundleOnce(), 60_000);

  for (const file of recorded) {
    it(`replays ${file.replace('.json', '')}`, async () => {
      const history = History.fromObject(objectIn(`${folder}/${file}`));
      const workflowBundle = await bundleOnce();
      await expectAsync(
        Worker.runReplayHistory({ workflowBundle }, history, workflowIdOf(file)),
      ).toBeResolved();
    });
  }

  it('was recorded in every life there is', () => {
    for (const life of Object.keys({ ...lives, ...deliveryLives })) {
      expect(recorded.filter((file) => file.endsWith(`-${life}.json`)).length)
        .withContext(life)
        .toBeGreaterThan(0);
    }
  });
});

function objectIn(file: string): Record<string, unknown> {
  const found: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (typeof found !== 'object' || found === null) throw new Error(`${file} holds no history.`);
  return { ...found };
}
