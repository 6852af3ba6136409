import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { until } from '../../deploy/supervisor/until.js';
import { letGo } from '../let-go.js';
import type { EyeAnswer, EyeQuestion } from './eye-messages.js';
import type { SeenField } from './find-field.js';

/** Looks at the viewer's screen and clicks on it, from a process of its own. */
export class Eye {
  readonly #process: ChildProcess;

  constructor(displayName: string) {
    this.#process = fork(join(import.meta.dirname, 'eye-process.js'), [displayName]);
  }

  /** Waits until the field is in sight, at rest in its place. */
  async findField(): Promise<SeenField> {
    let last: SeenField | undefined;
    return until(
      "the user's field on the viewer's screen",
      async () => {
        const field = await this.#see();
        const settled = field !== undefined && last !== undefined && isSameArea(field, last);
        last = field;
        return settled ? field : undefined;
      },
      { within: 40_000, every: 400 },
    );
  }

  /** Clicks the field and answers after how many milliseconds it showed; undefined when it did not. */
  async click({ x, y, width, height }: SeenField): Promise<number | undefined> {
    const answer = await this.#ask({
      kind: 'click',
      x: Math.round(x + width / 2),
      y: Math.round(y + height / 2),
      // The pointer's picture hangs below and right of where it points.
      eyeX: Math.round(x + width / 4),
      eyeY: Math.round(y + height / 4),
    });
    return answer.kind === 'clicked' ? (answer.milliseconds ?? undefined) : undefined;
  }

  close(): Promise<void> {
    return letGo(this.#process);
  }

  async #see(): Promise<SeenField | undefined> {
    const answer = await this.#ask({ kind: 'find' });
    return answer.kind === 'found' ? (answer.field ?? undefined) : undefined;
  }

  async #ask(question: EyeQuestion): Promise<EyeAnswer> {
    const answered = once(this.#process, 'message') as Promise<[EyeAnswer]>;
    this.#process.send(question);
    const [answer] = await answered;
    return answer;
  }
}

function isSameArea(a: SeenField, b: SeenField): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}
