import type { Ability } from '../desk/contract.js';
import type { KeyBinding } from '../shell/keys/keys.js';

/** What the keys of a session need of its page. */
interface KeyedSession {
  may(ability: Ability): boolean;
  show(kind: 'transfer' | 'assign' | 'close' | 'collaborate' | 'escalate' | 'ask-more'): void;
  join(): Promise<void>;
  returnMouse(): Promise<void>;
}

/** The keys of a session: hand over, give, close, raise, invite, join, ask for more, write, full screen. */
export function sessionKeys(session: KeyedSession): readonly KeyBinding[] {
  const group = 'session';
  const command = true;
  return [
    {
      key: 't',
      words: 'keys.transfer',
      group,
      command,
      when: () => session.may('transfer'),
      run: () => {
        session.show('transfer');
      },
    },
    {
      key: 'g',
      words: 'keys.assign',
      group,
      command,
      when: () => session.may('assign'),
      run: () => {
        session.show('assign');
      },
    },
    {
      key: 'e',
      words: 'keys.close',
      group,
      command,
      when: () => session.may('close'),
      run: () => {
        session.show('close');
      },
    },
    {
      key: 'l',
      words: 'keys.escalate',
      group,
      command,
      when: () => session.may('escalate'),
      run: () => {
        session.show('escalate');
      },
    },
    {
      key: 'i',
      words: 'keys.collaborate',
      group,
      command,
      when: () => session.may('invite'),
      run: () => {
        session.show('collaborate');
      },
    },
    {
      key: 'b',
      words: 'keys.returnMouse',
      group,
      command,
      when: () => session.may('return-mouse'),
      run: () => void session.returnMouse(),
    },
    {
      key: 'o',
      words: 'keys.join',
      group,
      command,
      when: () => session.may('join'),
      run: () => void session.join(),
    },
    {
      key: 'a',
      words: 'keys.askMore',
      group,
      command,
      when: () => session.may('ask-more'),
      run: () => {
        session.show('ask-more');
      },
    },
    {
      key: 'm',
      words: 'keys.write',
      group,
      when: () => session.may('write'),
      run: () => {
        document.getElementById('chat-text')?.focus();
      },
    },
  ];
}
