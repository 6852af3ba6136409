import { createInterface } from 'node:readline';
import { GtkFront } from './gtk-front.js';
import { ignoredInputs } from './physical-input.js';
import type { Intentions, View } from './view.js';

/** Shows each view that arrives as a line of JSON, and writes each intention as one; for specs of the windows. */
function main(): void {
  const tell = (intention: string, ...values: readonly unknown[]): void => {
    process.stdout.write(`${JSON.stringify([intention, ...values])}\n`);
  };
  const front = new GtkFront(telling(tell));
  createInterface({ input: process.stdin })
    .on('line', (line) => {
      if (line === 'ignored?') tell('ignored', ignoredInputs());
      else if (line.startsWith('face ')) front.setFace('greta', Buffer.from(line.slice(5)));
      else front.show(viewOf(line));
    })
    .on('close', () => {
      front.close();
      process.exit(0);
    });
}

function telling(tell: (intention: string, ...values: readonly unknown[]) => void): Intentions {
  return {
    follow: (link) => {
      tell('follow', link);
    },
    askForCode: (desk) => {
      tell('askForCode', desk);
    },
    askForHelp: (asked) => {
      tell('askForHelp', asked);
    },
    giveUpCode: () => {
      tell('giveUpCode');
    },
    rate: (score, words) => {
      tell('rate', score, words);
    },
    askAgain: () => {
      tell('askAgain');
    },
    retry: () => {
      tell('retry');
    },
    answer: (questionId, scopes) => {
      tell('answer', questionId, scopes);
    },
    takeBack: (scope) => {
      tell('takeBack', scope);
    },
    pause: (paused) => {
      tell('pause', paused);
    },
    stop: () => {
      tell('stop');
    },
    leave: () => {
      tell('leave');
    },
    openChat: (open) => {
      tell('openChat', open);
    },
    say: (text) => {
      tell('say', text);
    },
    speak: (language) => {
      tell('speak', language);
    },
    quit: () => {
      tell('quit');
    },
  };
}

function viewOf(line: string): View {
  const view = JSON.parse(line) as View & { inMs?: number };
  const { question } = view;
  if (!question) return view;
  // The clock of a question starts with the process, so a test states how long is left instead.
  return { ...view, question: { ...question, until: performance.now() + question.until } };
}

main();
