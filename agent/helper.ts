import type { SchemaChatMessage, SchemaDeviceSession } from '../api/generated/openapi.js';
import type { ConsentScope } from '../workflows/domain/session/vocabulary.js';
import { CodeWay } from './code-way.js';
import { type ConsentDesk, ConsentKeeper } from './consent-keeper.js';
import { DeskClient } from './desk/desk-client.js';
import { DeskLive } from './desk/desk-live.js';
import { isOfDesk } from './desk/desk-problem.js';
import { isSosLink, type Link, parseDesk, parseLink } from './desk/link.js';
import { passOver } from './desk/pass-over.js';
import { persistently } from './desk/persistently.js';
import { FaceFinder } from './face-finder.js';
import type { HelperParts } from './helper-parts.js';
import { initialState, type HelperState } from './helper-state.js';
import { viewOf } from './helper-view.js';
import { problemOf } from './join-problem.js';
import { QueuePlace } from './queue-place.js';
import { SosWay } from './sos-way.js';
import { ScreenShare } from './screen-share.js';
import type { AskedView, Front, Intentions } from './window/view.js';
import { withNews } from './with-news.js';
import type { Language } from './window/words.js';

/** The helper: joins a session by its link, asks the person, and shows and obeys as far as they allowed. */
export class Helper implements Intentions {
  readonly #parts: HelperParts;
  readonly #front: Front;
  readonly #share: ScreenShare;
  readonly #code: CodeWay;
  readonly #sos: SosWay;
  readonly #place = new QueuePlace((waiting) => {
    this.#change({ waiting });
  });
  readonly #end = new AbortController();
  #consent: ConsentKeeper | undefined;
  #state: HelperState;
  #client: DeskClient | undefined;
  #live: DeskLive | undefined;
  #faces: FaceFinder | undefined;

  constructor(parts: HelperParts) {
    this.#parts = parts;
    this.#state = initialState(parts.language);
    this.#front = parts.front(this);
    const follower = {
      change: (change: Partial<HelperState>) => {
        this.#change(change);
      },
      join: (link: Link) => void this.#join(link),
    };
    this.#code = new CodeWay(parts, follower);
    this.#sos = new SosWay(parts, follower);
    this.#share = new ScreenShare(parts.desktop, () => {
      this.#change({ personHasMouse: this.#share.personHasMouse });
    });
    parts.desktop.watchPerson({
      touched: () => {
        this.#share.touched();
      },
      stopped: () => {
        this.stop();
      },
    });
    this.#front.show(viewOf(this.#state));
  }

  follow(pasted: string): void {
    const link = parseLink(pasted);
    const desk = link === 'not-a-link' && pasted.includes(':') ? parseDesk(pasted) : null;
    if (typeof link !== 'string' && isSosLink(pasted)) this.#sos.open(link);
    else if (typeof link !== 'string') void this.#join(link);
    else if (desk) this.#code.show(desk, this.#state.language);
    else this.#change({ link: null, problem: link });
  }

  askForCode(typed: string): void {
    void this.#code.ask(typed, this.#state.language);
  }

  askForHelp(asked: AskedView): void {
    void this.#sos.ask(asked, this.#state.sos, this.#state.language);
  }

  giveUpCode(): void {
    this.#code.giveUp();
  }

  retry(): void {
    if (this.#state.link) void this.#join(this.#state.link);
  }

  answer(questionId: string, scopes: readonly ConsentScope[]): void {
    const answered = this.#consent?.answer(questionId, scopes);
    this.#change({ question: null, answering: true });
    void answered?.then(() => {
      this.#change({ answering: false });
    });
  }

  takeBack(scope: ConsentScope): void {
    this.#consent?.takeBack([scope]);
    this.#change({ paused: false });
  }

  stop(): void {
    this.takeBack('view');
  }

  pause(paused: boolean): void {
    this.#change({ paused });
    // The technician is told; what is shown does not wait for it.
    this.#client?.pause(paused).catch(passOver);
  }

  leave(): void {
    const key = crypto.randomUUID();
    // The end of the session ends what was allowed at the desk too; here it ends at once.
    this.#consent?.forget();
    this.#change({ paused: false });
    void this.#tell((client) => client.leave(key));
  }

  rate(score: number, words: string): void {
    void this.#tell((client) => client.rate(score, words));
  }

  askAgain(): void {
    const key = crypto.randomUUID();
    void this.#tell((client) => client.askAgain(key));
  }

  openChat(chatOpen: boolean): void {
    this.#change(chatOpen ? { chatOpen, unread: 0 } : { chatOpen });
  }

  say(text: string): void {
    void this.#say(text);
  }

  speak(language: Language): void {
    this.#change({ language });
  }

  quit(): void {
    this.#parts.quit();
  }

  /** Ends everything: nothing is shown or held any more. */
  close(): void {
    this.#end.abort();
    this.#share.close();
    this.#code.close();
    this.#sos.close();
    this.#place.stop();
    this.#live?.close();
    this.#parts.desktop.close();
    this.#front.close();
  }

  async #join(link: Link): Promise<void> {
    if (this.#state.connecting) return;
    this.#live?.close();
    this.#change({ link, connecting: true, problem: null, session: null, code: null, sos: null });
    const client = new DeskClient(link.origin);
    try {
      const info = await this.#parts.deviceInfo();
      const session = await client.join(link.token, await this.#parts.deviceKey(), info);
      this.#joined(client, session);
      this.#code.keep(link);
    } catch (error) {
      this.#change({ connecting: false, problem: problemOf(error) });
    }
  }

  #joined(client: DeskClient, session: SchemaDeviceSession): void {
    if (this.#end.signal.aborted) return;
    this.#client = client;
    this.#consent = undefined;
    this.#faces = new FaceFinder(client, this.#front);
    this.#change({ connecting: false });
    this.#learn(session);
    this.#consent = new ConsentKeeper(session, this.#consentDesk());
    this.#refresh();
    this.#live = new DeskLive(client, {
      session: (next) => {
        this.#learn(next);
      },
      message: (message) => {
        this.#heard(message);
      },
      reachable: (deskReachable) => {
        this.#change({ deskReachable });
      },
      opened: () => {
        void this.#loadChat();
      },
      forgotten: () => {
        this.#change({ session: null, problem: 'link-unknown' });
      },
    });
  }

  /** Brings the person's word to the desk, each with one key for however often it must be said. */
  #consentDesk(): ConsentDesk {
    return {
      answer: (questionId, scopes) => {
        const key = crypto.randomUUID();
        return this.#tell((client) => client.answerConsent(questionId, scopes, key));
      },
      withdraw: (scopes) => {
        const key = crypto.randomUUID();
        void this.#tell((client) => client.withdrawConsent(scopes, key));
      },
    };
  }

  #learn(session: SchemaDeviceSession): void {
    if (session.sequence < (this.#state.session?.sequence ?? 0)) return;
    const ended = session.state === 'closed' || session.state === 'expired';
    this.#consent?.hear(session);
    this.#change({ session, ...(ended ? { chatOpen: false } : {}) });
    if (this.#client) this.#place.follow(this.#client, session);
    this.#faces?.find([session.assignee, session.consent.question?.by, ...session.watchers]);
  }

  /** Tells the desk until it has heard; what it answers is the newest state of the session. */
  async #tell(request: (client: DeskClient) => Promise<SchemaDeviceSession>): Promise<void> {
    const client = this.#client;
    if (!client) return;
    const session = await persistently(() => request(client), this.#end.signal);
    if (session && client === this.#client) this.#learn(session);
  }

  #heard(message: SchemaChatMessage): void {
    const { messages, chatOpen, unread, effective } = this.#state;
    if (messages.some(({ id }) => id === message.id)) return;
    const news = message.side === 'technician' && !chatOpen;
    // While nothing is shared no bar is there to carry the sign, so the chat opens by itself.
    const opens = news && !effective.includes('view');
    this.#change({
      messages: [...messages, message],
      unread: news && !opens ? unread + 1 : unread,
      chatOpen: chatOpen || opens,
    });
  }

  async #loadChat(): Promise<void> {
    const messages = await this.#client?.messages().catch((error: unknown) => {
      if (!isOfDesk(error)) throw error;
      // The stream brings what comes; what came before is asked for again at its next opening.
      return null;
    });
    if (messages) this.#change({ messages: withNews(messages, this.#state.messages) });
  }

  async #say(text: string): Promise<void> {
    try {
      const message = await this.#client?.say(text);
      this.#change({ notSent: false });
      if (message) this.#heard(message);
    } catch (error) {
      if (!isOfDesk(error)) throw error;
      this.#change({ notSent: true });
    }
  }

  #change(change: Partial<HelperState>): void {
    this.#state = { ...this.#state, ...change };
    this.#refresh();
  }

  /** Puts what the state allows in force, then shows it. */
  #refresh(): void {
    if (this.#end.signal.aborted) return;
    this.#state = { ...this.#state, ...this.#consentOf(this.#state) };
    const { effective, paused, question, session, deskReachable } = this.#state;
    if (this.#client) {
      this.#share.apply(
        {
          view: effective.includes('view'),
          control: effective.includes('control'),
          paused,
          questionOpen: question !== null,
          leaseHolds: deskReachable && this.#live?.leaseHolds === true,
          driver: session?.driver ?? null,
        },
        this.#client,
      );
    }
    this.#front.show(viewOf(this.#state));
  }

  #consentOf({ session, question }: HelperState): Pick<HelperState, 'effective' | 'question'> {
    if (!session || !this.#consent) return { effective: [], question: null };
    const { effective, open } = this.#consent.now();
    if (!open) return { effective, question: null };
    const until = performance.now() + open.remainingMs;
    return { effective, question: question?.id === open.id ? question : { id: open.id, until } };
  }
}
