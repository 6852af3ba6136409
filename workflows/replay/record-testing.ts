import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import proto from '@temporalio/proto';
import { FakePorts } from '../support-session/fake-ports-testing.js';
import { WorkflowEnvironment } from '../support-session/workflow-environment-testing.js';
import { lives } from './lives-testing.js';

// Run from the project's folder: the histories stand beside the sources, named by version and life.
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const { History } = proto.temporal.api.history.v1;
const ports = new FakePorts();
const desk = await WorkflowEnvironment.open(ports);

try {
  // What was recorded once stays: those histories are out there and must go on replaying.
  const missing = Object.entries(lives).filter(([name]) => !existsSync(fileOf(name)));
  for (const [name, live] of missing) await record(name, live);
} finally {
  await desk.close();
}

async function record(name: string, live: (typeof lives)[string]): Promise<void> {
  const id = crypto.randomUUID();
  await live({ id, desk, ports });
  await desk.handle(id).result();
  const history = History.fromObject(await desk.handle(id).fetchHistory());
  const json = JSON.stringify(history.toJSON(), null, 2);
  // Which machine recorded it is nobody's business and changes nothing on replay.
  const anonymous = json.replaceAll(`${process.pid}@${hostname()}`, 'recorder');
  writeFileSync(fileOf(name), `${anonymous}\n`);
}

function fileOf(name: string): string {
  return `workflows/replay/${version}-${name}.json`;
}
