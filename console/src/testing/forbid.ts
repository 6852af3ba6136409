import { problem } from './fake-answers.js';
import type { FakeDesk } from './fake-desk.js';

const notPermitted = { type: '/problems/not-permitted', title: 'No.', status: 403 };

/** The policy lets nobody have what is asked for at that address or below it. */
export function forbid(desk: FakeDesk, address: string): void {
  const answer = desk.fetch;
  const refuse: typeof answer = (input, init) =>
    input instanceof Request && `${new URL(input.url).pathname}/`.startsWith(`${address}/`)
      ? Promise.resolve(problem(notPermitted))
      : answer(input, init);
  Object.assign(desk, { fetch: refuse });
}
