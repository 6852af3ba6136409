import { constants, setPriority } from 'node:os';
import { FarClient } from './far-client.js';
import { Guesser, type GuesserOrder } from './guesser.js';

// Whoever guesses sits elsewhere: what they compute themselves must not be taken from the desk.
setPriority(constants.priority.PRIORITY_LOW);

let guesser: Promise<Guesser> | null = null;

process.on('message', (order: GuesserOrder) => {
  guesser ??= begin(order);
  void report(guesser, order.guesses);
});

async function begin({ desk, technician, addresses }: GuesserOrder): Promise<Guesser> {
  const hostile = await FarClient.signedIn(desk, technician);
  return new Guesser(Array.from({ length: addresses }, () => hostile.elsewhere()));
}

async function report(beginning: Promise<Guesser>, guesses: number): Promise<void> {
  const begun = await beginning;
  await begun.guess(guesses);
  process.send?.(begun.tally);
}
