import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import proto from '@temporalio/proto';
import { FakePorts } from '../support-session/fake-ports-testing.js';
import { WorkflowEnvironment } from '../support-session/workflow-environment-testing.js';
import { deliveryLives, liveDelivery } from './delivery-lives-testing.js';
import { lives } from './lives-testing.js';

// Run from the project's folder: the histories stand beside the sources, named by version and life.
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const { History } = proto.temporal.api.history.v1;
const ports = new FakePorts();
const desk = await WorkflowEnvironment.open(ports);

try {
  for (const [name, live] of missing(lives)) {
    const id = crypto.randomUUID();
    await live({ id, desk, ports });
    await desk.handle(id).result();
    keep(name, await desk.handle(id).fetchHistory());
  }
} finally {
  await desk.close();
}
for (const [name, tries] of missing(deliveryLives)) keep(name, await liveDelivery(tries));

/** What was recorded once stays: those histories are out there and must go on replaying. */
function missing<Life>(all: Readonly<Record<string, Life>>): [string, Life][] {
  return Object.entries(all).filter(([name]) => !existsSync(fileOf(name)));
}

function keep(name: string, lived: object): void {
  const json = JSON.stringify(History.fromObject({ ...lived }).toJSON(), null, 2);
  // Which machine recorded it is nobody's business and changes nothing on replay.
  const anonymous = json
    .replaceAll(`${process.pid}@${hostname()}`, 'recorder')
    .replaceAll(process.cwd(), '');
  writeFileSync(fileOf(name), `${anonymous}\n`);
}

function fileOf(name: string): string {
  return `workflows/replay/${version}-${name}.json`;
}
