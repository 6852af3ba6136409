import type { Ability } from '../desk/contract.js';
import type { KeyBinding } from '../shell/keys.js';

/** What the keys of a session need of its page. */
interface KeyedSession {
  may(ability: Ability): boolean;
  show(kind: 'transfer' | 'close' | 'escalate' | 'ask-more'): void;
}

/** The keys of a session: hand over, close, raise, ask for more, write, full screen. */
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
