import { createServer, type Server } from 'node:net';
import { once } from 'node:events';
import { HouseProblems } from './house-problems.js';
import { freePorts, type Ports } from './settings/ports.js';
import { startHouse } from './start-house.js';

describe('A house that cannot start', () => {
  let taken: Server;
  let ports: Ports;

  beforeEach(async () => {
    ports = await freePorts();
    taken = createServer().listen(ports.temporal, '127.0.0.1');
    await once(taken, 'listening');
  });

  afterEach(() => {
    taken.close();
  });

  it('says which port is in use and which variable chooses another', async () => {
    const problems = await problemsOf({ ports, parts: ['temporal'] });
    expect(problems).toHaveSize(1);
    expect(problems[0]).toContain(`Port ${ports.temporal}`);
    expect(problems[0]).toContain('TEMPORAL_PORT');
  });

  it('leaves its data free for the next try', async () => {
    await problemsOf({ ports, parts: ['temporal'] });
    taken.close();
    const house = await startHouse({ ports, parts: ['temporal'] });
    expect(house.parts.temporal?.state).toBe('ready');
    await house.stop();
  });
});

async function problemsOf(options: Parameters<typeof startHouse>[0]): Promise<readonly string[]> {
  try {
    const house = await startHouse(options);
    await house.stop();
  } catch (error) {
    if (error instanceof HouseProblems) return error.problems;
    throw error;
  }
  return [];
}
