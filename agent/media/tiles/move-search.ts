import type { RowMove } from '../../../workflows/domain/picture/row-move.js';
import type { Area, Picture } from '../../platform/desktop.js';
import type { SentScreen } from './sent-screen.js';

/** Pixels of the largest change from which a look is worth its time. */
const worthALook = 8_000;
/** After a look in vain, the next is so much later, in milliseconds; after more of them, longer. */
const firstRest = 60;
const longestRest = 1_000;

/** Looks for rows that moved in what has changed, less often where it never finds any, as in a film. */
export class MoveSearch {
  #largest: Area | undefined;
  #rest = firstRest;
  #nextAt = Number.NEGATIVE_INFINITY;

  /** Parts of the screen have changed since the last look. */
  changed(parts: readonly Area[]): void {
    for (const part of parts) {
      if (sizeOf(part) > sizeOf(this.#largest)) this.#largest = part;
    }
  }

  /** Takes up what moved, if anything did. */
  look(sent: SentScreen, screen: Picture, now: number): RowMove | null {
    const area = this.#largest;
    this.#largest = undefined;
    if (!area || sizeOf(area) < worthALook || now < this.#nextAt) return null;
    const move = sent.takeMove(screen, area);
    this.#rest = move ? firstRest : Math.min(longestRest, this.#rest * 2);
    this.#nextAt = move ? now : now + this.#rest;
    return move;
  }
}

function sizeOf(area: Area | undefined): number {
  return area ? area.width * area.height : 0;
}
