import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import type { Reachable } from '../../desk/contract.js';
import { Face } from '../../shell/face.js';
import { Words } from '../../words/words.js';

/** A technician whom one can choose, with whether they are here and how much they have in hand. */
@Component({
  selector: 'md-person-target',
  imports: [Face],
  template: `
    <label class="target">
      <input
        type="radio"
        [name]="group()"
        [disabled]="disabled()"
        [checked]="checked()"
        (change)="chosen.emit()"
      />
      <md-face size="little" [person]="person()" />
      <span class="clip">{{ person().name }}</span>
      <ng-content />
      <span class="spread"></span>
      <span class="presence small" [class.here]="person().signedIn">{{
        words.t(person().signedIn ? 'transfer.here' : 'transfer.away')
      }}</span>
      <span class="small faint num">{{ words.count('transfer.open', person().openSessions) }}</span>
    </label>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PersonTarget {
  readonly words = inject(Words);
  readonly person = input.required<Reachable>();
  /** The name of the choice that this person is one answer to. */
  readonly group = input.required<string>();
  readonly checked = input(false);
  readonly disabled = input(false);
  readonly chosen = output();
}
