import { fileURLToPath } from 'node:url';
import { NativeConnection, Worker } from '@temporalio/worker';
import { bareQueue } from './bare-queue.js';
import type { BareActivities } from './bare-workflow.js';

// A process of its own, as the desk's worker is one.
const [address = ''] = process.argv.slice(2);
const activities: BareActivities = { doNothing: () => Promise.resolve() };
const connection = await NativeConnection.connect({ address });
const worker = await Worker.create({
  connection,
  taskQueue: bareQueue,
  workflowsPath: fileURLToPath(new URL('bare-workflow.js', import.meta.url)),
  activities: { ...activities },
  stickyQueueScheduleToStartTimeout: '3s',
});
process.on('disconnect', () => {
  worker.shutdown();
});
const ended = worker.run();
process.send?.('ready');
await ended;
await connection.close();
