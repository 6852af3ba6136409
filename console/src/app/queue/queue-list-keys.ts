import type { QueueRow } from '../desk/contract.js';
import type { Dialogs } from '../shell/dialogs/dialogs.js';
import type { KeyBinding } from '../shell/keys/keys.js';

/** What the keys of the list need of it. */
interface KeyedList {
  readonly selected: QueueRow | null;
  readonly dialogs: Dialogs;
  step(by: number): void;
  open(row: QueueRow): void;
}

/** The keys of the list: down, up, open, hand over, give. */
export function queueListKeys(list: KeyedList): readonly KeyBinding[] {
  const group = 'queue';
  return [
    {
      key: 'j',
      words: 'keys.down',
      group,
      run: () => {
        list.step(1);
      },
    },
    {
      key: 'k',
      words: 'keys.up',
      group,
      run: () => {
        list.step(-1);
      },
    },
    {
      key: 'enter',
      words: 'keys.open',
      group,
      // A focused link or button does as it always does.
      when: () => list.selected !== null && document.activeElement?.matches('body, main') === true,
      run: () => {
        if (list.selected) list.open(list.selected);
      },
    },
    {
      key: 't',
      words: 'keys.transfer',
      group,
      when: () => list.selected?.abilities.includes('transfer') === true,
      run: () => {
        if (list.selected) list.dialogs.show({ kind: 'transfer', session: list.selected });
      },
    },
    {
      key: 'g',
      words: 'keys.assign',
      group,
      when: () => list.selected?.abilities.includes('assign') === true,
      run: () => {
        if (list.selected) list.dialogs.show({ kind: 'assign', session: list.selected });
      },
    },
  ];
}
