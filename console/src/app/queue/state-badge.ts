import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { QueueRow } from '../desk/contract.js';
import { Words } from '../words/words.js';

/** A session's state as a sign with a word; while the user is being asked it says so. */
@Component({
  selector: 'md-state-badge',
  template: `<span class="state" [class]="asking() ? 'waiting' : row().state">{{
    asking() ? words.t('state.asking') : words.state(row().state)
  }}</span>`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StateBadge {
  readonly words = inject(Words);
  readonly row = input.required<Pick<QueueRow, 'state' | 'consent'>>();
  readonly asking = computed(() => {
    const { state, consent } = this.row();
    return state === 'ready' && consent === 'asked';
  });
}
