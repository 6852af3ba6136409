import { isSwitchable } from '../../workflows/domain/policy/actions.js';
import { desk, roles, type Role } from '../../workflows/domain/policy/roles.js';
import type { Assignment, Organisation, Switch, SwitchTarget } from '../organisation.js';
import type { Question } from '../question.js';
import type { Standing } from './standing.js';

/** A question with what its answer rested on. */
export interface StoodQuestion {
  readonly question: Question;
  readonly standing: Standing;
}

/**
 * An organisation put together from what decisions rested on. It takes a question as long as it does
 * not contradict those before it, as one of another day can.
 */
export class RebuiltOrganisation {
  /** What was learnt, by what it is about: a technician, their roles at a place, a switch of an action. */
  readonly #facts = new Map<string, string>();
  readonly #technicians = new Map<string, boolean>();
  /** By technician, then by place. */
  readonly #roles = new Map<string, Map<string, readonly Role[]>>();
  readonly #switches = new Map<string, Switch>();

  /** Learns from a question and says so, or leaves it where it contradicts what is known. */
  add({ question, standing }: StoodQuestion): boolean {
    const { technician, channel } = question;
    const facts = factsOf(question, standing);
    if (facts.some(([about, said]) => (this.#facts.get(about) ?? said) !== said)) return false;
    if (!this.#agreesWithDesk(technician, channel, standing.roles)) return false;
    for (const [about, said] of facts) this.#facts.set(about, said);
    this.#technicians.set(technician, standing.enabled);
    const held = this.#roles.get(technician) ?? new Map<string, readonly Role[]>();
    this.#roles.set(technician, held.set(channel, standing.roles));
    for (const one of switchesOf(question, standing)) {
      this.#switches.set(JSON.stringify([one.for, one.action]), one);
    }
    return true;
  }

  organisation(): Organisation {
    const held = [...this.#roles].flatMap(([technician, places]) =>
      [...places].map(([place, given]) => ({ technician, place, given })),
    );
    const technicians = [...this.#technicians];
    return {
      channels: [...new Set(held.map(({ place }) => place))]
        .filter((key) => key !== desk)
        .map((key) => ({ key, name: null })),
      technicians: technicians.map(([key, enabled]) => ({ key, name: null, disabled: !enabled })),
      // Each stands in a group of their own, which says what was heard of all their groups.
      groups: technicians.map(([key]) => ({ key, name: null, members: [key] })),
      roles: held.flatMap(({ technician, place, given }) =>
        given.map((role): Assignment => {
          return { role, to: { kind: 'technician', key: technician }, in: place };
        }),
      ),
      switches: [...this.#switches.values()],
    };
  }

  /** A role at the desk counts in every channel, so it must have counted in this one too. */
  #agreesWithDesk(technician: string, place: string, here: readonly Role[]): boolean {
    for (const [known, there] of this.#roles.get(technician) ?? []) {
      if (known === place) continue;
      if (place === desk && here.some((role) => !there.includes(role))) return false;
      if (known === desk && there.some((role) => !here.includes(role))) return false;
    }
    return true;
  }
}

type Fact = readonly [about: string, said: string];

function factsOf({ technician, channel, action }: Question, standing: Standing): Fact[] {
  const about = (...words: string[]): string => JSON.stringify(words);
  const said = (role: Role): string => {
    if (standing.rolesOff.includes(role)) return 'off';
    return standing.rolesOn.includes(role) ? 'on' : 'nothing';
  };
  return [
    [about('enabled', technician), String(standing.enabled)],
    [about('roles', technician, channel), standing.roles.join(' ')],
    [about('own', technician, action), String(standing.own)],
    [about('groups', technician, action), String(standing.groups)],
    ...standing.roles.map((role): Fact => [about('role', role, action), said(role)]),
  ];
}

function switchesOf({ technician: key, action }: Question, standing: Standing): Switch[] {
  if (!isSwitchable(action)) return [];
  const one = (target: SwitchTarget, set: 'on' | 'off' | null): Switch[] =>
    set === null ? [] : [{ for: target, action, set }];
  return [
    ...one({ kind: 'technician', key }, standing.own),
    ...one({ kind: 'group', key }, standing.groups),
    ...roles.flatMap((role) => {
      const target = { kind: 'role', key: role } as const;
      // Where both were said, `off` is heard.
      if (standing.rolesOff.includes(role)) return one(target, 'off');
      return one(target, standing.rolesOn.includes(role) ? 'on' : null);
    }),
  ];
}
