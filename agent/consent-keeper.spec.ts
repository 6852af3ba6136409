import type { SchemaConsentScope } from '../api/generated/openapi.js';
import { type AskedSession, ConsentKeeper } from './consent-keeper.js';

type Scopes = readonly SchemaConsentScope[];

const ana = { key: 'ana', name: 'Ana', face: '/api/people/ana/face' };

function session(granted: Scopes, question: string | null = null): AskedSession {
  return {
    state: granted.length > 0 ? 'active' : 'ready',
    consent: {
      status: 'asked',
      granted: [...granted],
      question:
        question === null
          ? null
          : { id: question, scopes: ['view'], by: ana, until: '', remainingMs: 1 },
    },
  };
}

/** A desk that answers when the spec lets it. */
class SlowDesk {
  readonly withdrawn: Scopes[] = [];
  #done: () => void = () => undefined;

  answer(): Promise<void> {
    return new Promise((resolve) => {
      this.#done = resolve;
    });
  }

  withdraw(scopes: Scopes): void {
    this.withdrawn.push(scopes);
  }

  dealWithAnswer(): void {
    this.#done();
  }
}

describe('Keeping consent', () => {
  let desk: SlowDesk;

  beforeEach(() => {
    desk = new SlowDesk();
  });

  it('allows what the person and the desk allow, and tells the question that is open', async () => {
    const kept = new ConsentKeeper(session([], 'q1'), desk);
    expect(kept.now().open?.id).toBe('q1');
    const answered = kept.answer('q1', ['view']);
    expect(kept.now()).toEqual({ effective: [], open: null });
    kept.hear(session(['view']));
    desk.dealWithAnswer();
    await answered;
    expect(kept.now().effective).toEqual(['view']);
    expect(desk.withdrawn).toEqual([]);
  });

  it('shows nothing after the person stopped while their yes was on its way, and tells the desk when it has come', async () => {
    const kept = new ConsentKeeper(session([], 'q1'), desk);
    const answered = kept.answer('q1', ['view', 'control']);
    kept.takeBack(['view']);
    expect(desk.withdrawn).toEqual([]);
    kept.hear(session(['view', 'control']));
    expect(kept.now().effective).toEqual([]);
    desk.dealWithAnswer();
    await answered;
    expect(kept.now().effective).toEqual([]);
    expect(desk.withdrawn).toEqual([['view', 'control']]);
  });

  it('takes the first word on a question, however often it is said', async () => {
    const kept = new ConsentKeeper(session([], 'q1'), desk);
    const answered = kept.answer('q1', ['view', 'control']);
    await kept.answer('q1', ['view', 'control']);
    await kept.answer('q1', []);
    expect(kept.now().effective).toEqual([]);
    kept.hear(session(['view', 'control']));
    desk.dealWithAnswer();
    await answered;
    expect(kept.now().effective).toEqual(['view', 'control']);
    expect(desk.withdrawn).toEqual([]);
  });

  it('takes one scope back, or all with the view', async () => {
    const kept = new ConsentKeeper(session([], 'q1'), desk);
    const answered = kept.answer('q1', ['view', 'control']);
    kept.hear(session(['view', 'control']));
    desk.dealWithAnswer();
    await answered;
    kept.takeBack(['control']);
    expect(kept.now().effective).toEqual(['view']);
    kept.takeBack(['view']);
    expect(kept.now().effective).toEqual([]);
    expect(desk.withdrawn).toEqual([['control'], ['view', 'control']]);
  });

  it('gives back what an earlier run was allowed', () => {
    const kept = new ConsentKeeper(session(['view']), desk);
    expect(kept.now().effective).toEqual([]);
    expect(desk.withdrawn).toEqual([['view']]);
  });
});
