import type { SchemaConsentScope } from '../../api/generated/openapi.js';
import { scopeActions } from '../../api/sessions/abilities.js';
import { nextDeadline } from '../../workflows/domain/session/deadline.js';
import { signedMove } from '../../deploy/technician/signed-move.js';
import { type Chance, seededChance } from '../measure/chance.js';
import { begunSession } from './begun-session.js';
import { DeskSide } from './desk-side.js';
import { HelperSide } from './helper-side.js';
import { lieAbout } from './lie-about.js';
import { Line } from './line.js';
import { type Rights, technicians } from './rights.js';

/** What became of a schedule: what went wrong first, and how much there was that could have. */
export interface Told {
  readonly wrong: string | null;
  /** Steps with a picture, and messages that were obeyed. */
  readonly shown: number;
  readonly obeyed: number;
}

const begin = Date.UTC(2026, 10, 26, 9);
const steps = 60;
const scopes = ['view', 'control'] as const satisfies readonly SchemaConsentScope[];

/** What can happen: first a kind, then one of that kind; what happens more often stands there more often. */
const kinds = [
  ['askUser'],
  [...many(6, 'answer'), 'takeBack', 'person', 'lie'],
  [...many(4, 'bringAll'), 'workOn'],
  ['deskActs', 'swapRights', 'swapRights', 'cutOrOpen', 'drive'],
  ['bring', 'bring', 'bringAll'],
  ['bringAll'],
  ['wait', 'wait', 'waitLong'],
  ['drive'],
  ['drive', 'attack', 'attack'],
] as const;

type Happening = (typeof kinds)[number][number];

/** Lets a session run by chance: what people say, what is late or lost on the way, and rights that come and go. */
export function runSchedule(seed: number, rights: readonly Rights[]): Promise<Told> {
  return new Schedule(seededChance(seed), rights).run();
}

class Schedule {
  readonly #chance: Chance;
  readonly #rights: readonly Rights[];
  readonly #desk: DeskSide;
  readonly #line: Line;
  readonly #helper: HelperSide;
  readonly #sent: { readonly technician: string; readonly bytes: Uint8Array }[] = [];
  #now = begin;
  #asked = 0;
  #counter = 0;
  #obeyed = 0;
  #wrong: string | null = null;

  constructor(chance: Chance, rights: readonly Rights[]) {
    this.#chance = chance;
    this.#rights = rights;
    this.#desk = new DeskSide(begunSession(begin), rights[0] ?? this.#one(rights));
    this.#line = new Line(chance);
    this.#helper = new HelperSide(this.#desk.shown(begin), this.#line, begin);
  }

  async run(): Promise<Told> {
    let shown = 0;
    if (this.#chance() < 0.7) await this.#reachPicture();
    for (let step = 0; step < steps && this.#wrong === null; step += 1) {
      const before = this.#desk.session;
      const { rights } = this.#desk;
      await this[this.#one<Happening>(this.#one<readonly Happening[]>(kinds))]();
      this.#wrong ??= this.#helper.wrong();
      if (this.#desk.session !== before || this.#desk.rights !== rights) this.#changed();
      if (this.#helper.isShowing) shown += 1;
    }
    return { wrong: this.#wrong, shown, obeyed: this.#obeyed };
  }

  /** The way to a picture that most sessions go, so that chance also sets out from there. */
  async #reachPicture(): Promise<void> {
    const actions = ['session.start', 'tool.view', 'tool.control'] as const;
    this.#asked += 1;
    const wanted = ['view', 'control'] as const;
    const command = { type: 'start', questionId: `q${this.#asked}`, scopes: wanted } as const;
    this.#desk.ask('ana', actions, command, this.#now);
    this.#changed();
    await this.bringAll();
    void this.#helper.answer(wanted, () => this.#now);
    await this.bringAll();
  }

  askUser(): void {
    const wanted = this.#some(scopes);
    const actions = ['session.start', ...wanted.map((scope) => scopeActions[scope])] as const;
    const technician = this.#chance() < 0.8 ? this.#assignee : this.#one(technicians);
    this.#asked += 1;
    const command = { type: 'start', questionId: `q${this.#asked}`, scopes: wanted } as const;
    this.#desk.ask(technician, actions, command, this.#now);
  }

  answer(): void {
    const { question } = this.#helper;
    if (!question) return;
    const chosen = this.#chance() < 0.8 ? question.scopes : this.#some(question.scopes);
    void this.#helper.answer(this.#chance() < 0.9 ? chosen : [], () => this.#now);
  }

  takeBack(): void {
    this.#helper.takeBack(this.#chance() < 0.5 ? ['view'] : this.#some(scopes), this.#now);
  }

  person(): void {
    const acts = [
      () => {
        this.#helper.touch(this.#now);
      },
      () => {
        this.#helper.pause(this.#chance() < 0.5, this.#now);
      },
      () => {
        this.#helper.leave(this.#now);
        void this.#line.say({ kind: 'leave' });
      },
      () => {
        void this.#line.say({ kind: 'reopen' });
      },
      () => {
        this.#line.open(this.#desk.shown(this.#now));
        this.#helper.restart(this.#desk.shown(this.#now), this.#now);
      },
    ];
    this.#one(acts)();
  }

  workOn(): void {
    const technician = this.#one(technicians);
    const who = this.#one(technicians);
    const ask = (
      action: Parameters<DeskSide['ask']>[1][number],
      command: Parameters<DeskSide['ask']>[2],
    ) => this.#desk.ask(who, [action], command, this.#now);
    const works = [
      () => ask('session.claim', { type: 'claim' }),
      () => ask('session.collaborate', { type: 'invite-collaborator', technician, guest: null }),
      () => ask('session.view', { type: 'join' }),
      () => ask('session.collaborate', { type: 'give-mouse', technician }),
      () => ask('session.collaborate', { type: 'leave', technician }),
      () => ask('session.takeover', { type: 'take-over' }),
      () =>
        ask('session.transfer', {
          type: 'transfer',
          channel: 'general',
          assignee: technician,
          note: null,
        }),
      () => ask('session.start', { type: 'disconnect' }),
      () => ask('session.close', { type: 'close', outcome: 'solved', remark: null }),
      () => ask('session.reopen', { type: 'reopen' }),
    ];
    this.#one(works)();
  }

  deskActs(): void {
    const acts = ['lose-device', 'return-device', 'return-device', 'lapse'] as const;
    const type = this.#one(acts);
    const deadline = nextDeadline(this.#desk.session);
    if (type === 'lapse' && deadline) this.#pass(Math.max(0, deadline.at - this.#now));
    this.#desk.act({ type }, this.#now);
  }

  swapRights(): void {
    const [usual = this.#desk.rights] = this.#rights;
    this.#desk.swap(this.#chance() < 0.6 ? usual : this.#one(this.#rights));
  }

  /** A desk that was taken over tells the helper that everything was allowed. */
  lie(): void {
    const { epoch } = this.#desk.session.driver;
    const driver = { technician: 'ana', epoch, key: this.#desk.keyOf(epoch) };
    const lie = lieAbout(this.#desk.shown(this.#now), driver, this.#chance() < 0.5);
    this.#helper.hear(lie, this.#now);
  }

  cutOrOpen(): void {
    if (this.#line.isOpen) this.#line.cut();
    else this.#line.open(this.#desk.shown(this.#now));
  }

  /** Something arrives on one side or the other. */
  async bring(): Promise<void> {
    if (this.#chance() < 0.4) this.#line.bringWord(this.#desk, this.#now);
    else if (this.#chance() < 0.5) await this.#bringReply();
    else this.#bringStream();
  }

  /** All that is on its way arrives. */
  async bringAll(): Promise<void> {
    while (this.#line.bringWord(this.#desk, this.#now)) {
      this.#changed();
      await this.#bringReply();
    }
    while (this.#bringStream()) this.#wrong ??= this.#helper.wrong();
  }

  #bringReply(): Promise<void> {
    return this.#line.bringReply((session) => {
      this.#helper.hear(session, this.#now);
    });
  }

  #bringStream(): boolean {
    const session = this.#line.nextOfStream();
    if (session) this.#helper.hear(session, this.#now);
    return session !== null;
  }

  wait(): void {
    this.#pass(1_000);
  }

  waitLong(): void {
    this.#pass(40_000);
  }

  #pass(milliseconds: number): void {
    this.#now += Math.floor(this.#chance() * milliseconds);
    // The helper's own clocks run whatever the line does.
    this.#helper.refresh(this.#now);
    if (this.#line.isOpen && this.#chance() < 0.8) this.#helper.beat(this.#now);
  }

  /** Who drives moves the mouse. */
  drive(): void {
    const { technician, epoch } = this.#desk.session.driver;
    if (technician !== null) this.#send(technician, this.#message(epoch));
  }

  /** Somebody who knows every key there ever was tries what they can, or sends once more what was sent. */
  attack(): void {
    const technician = this.#one(technicians);
    const again = this.#sent.length > 0 && this.#chance() < 0.5 ? this.#one(this.#sent) : null;
    if (again) this.#send(this.#chance() < 0.8 ? again.technician : technician, again.bytes);
    else this.#send(technician, this.#message(Math.floor(this.#chance() * 8)));
  }

  #message(epoch: number): Uint8Array {
    this.#counter += 1;
    return signedMove({ epoch, counter: this.#counter }, this.#desk.keyOf(epoch));
  }

  #send(technician: string, bytes: Uint8Array): void {
    this.#sent.push({ technician, bytes });
    const came = this.#helper.control(technician, bytes, this.#now);
    if (typeof came === 'string') this.#wrong ??= came;
    else if (came) this.#obeyed += 1;
  }

  #changed(): void {
    this.#line.tell(this.#desk.shown(this.#now));
    this.#wrong ??= this.#desk.wrong(this.#now, technicians);
  }

  get #assignee(): string {
    return this.#desk.session.assignee ?? technicians[0];
  }

  #one<T>(some: readonly T[]): T {
    const found = some[Math.floor(this.#chance() * some.length)];
    if (found === undefined) throw new Error('There is nothing to choose from.');
    return found;
  }

  #some<T>(all: readonly T[]): readonly T[] {
    return all.filter((_, index) => (index === 0 ? this.#chance() < 0.9 : this.#chance() < 0.7));
  }
}

function many<const T>(times: number, one: T): readonly T[] {
  return Array.from({ length: times }, () => one);
}
