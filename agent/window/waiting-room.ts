import { roundedWait } from '../../workflows/domain/sos/rounded-wait.js';
import type { Widget } from './gtk.js';
import { column, paragraph, styled } from './pieces.js';
import type { QueueView } from './view.js';
import type { Words } from './words.js';

const characters = 38;

/** Where a request stands that nobody has taken yet: its place, and how long it may take. */
export function waitingRoom({ waiting: words }: Words, { place, estimate }: QueueView): Widget[] {
  if (place === null) return [];
  const long =
    estimate === null ? words.noEstimate : howLong(words, estimate.fromMs, estimate.toMs);
  return [
    styled(
      column(4, paragraph(words.place(place), characters, 'org'), paragraph(long, characters)),
      'receipt',
    ),
  ];
}

function howLong(words: Words['waiting'], fromMs: number, toMs: number): string {
  const [from, to] = [about(words, fromMs), about(words, toMs)];
  return from === to ? words.short(to) : words.estimate(from, to);
}

function about(words: Words['waiting'], milliseconds: number): string {
  const { unit, count } = roundedWait(milliseconds);
  return words[unit](count);
}
