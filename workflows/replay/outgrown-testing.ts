import { proxyActivities } from '@temporalio/workflow';

interface Elsewhere {
  somethingElse(): Promise<void>;
}

const { somethingElse } = proxyActivities<Elsewhere>({
  taskQueue: 'nobody works here',
  startToCloseTimeout: '1 day',
});

/** A session as no version ever was one: it asks for what no version today would ask for. */
export async function supportSession(): Promise<void> {
  await somethingElse();
}
