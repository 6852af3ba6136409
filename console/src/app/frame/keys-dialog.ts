import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { Dialog } from '../shell/dialogs/dialog.js';
import { KeyName } from '../shell/keys/key-name.js';
import { Keys } from '../shell/keys/keys.js';
import { Words } from '../words/words.js';

const groups = [
  { name: 'everywhere', title: 'keys.everywhere' },
  { name: 'queue', title: 'keys.list' },
  { name: 'session', title: 'keys.session' },
] as const;

/** All keys that work here, group by group. */
@Component({
  selector: 'md-keys-dialog',
  imports: [Dialog, KeyName],
  template: `
    <md-dialog [heading]="words.t('keys.title')">
      @for (group of groups(); track group.name) {
        <section class="key-group">
          <h3>{{ words.t(group.title) }}</h3>
          <dl>
            @for (binding of group.bindings; track binding.key) {
              <div>
                <dt>{{ words.t(binding.words) }}</dt>
                <dd><md-key [name]="binding.key" /></dd>
              </div>
            }
          </dl>
        </section>
      }
    </md-dialog>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class KeysDialog {
  readonly words = inject(Words);
  readonly #keys = inject(Keys);

  readonly groups = computed(() =>
    groups
      .map(({ name, title }) => ({
        name,
        title,
        bindings: this.#keys.bound().filter(({ group }) => group === name),
      }))
      .filter(({ bindings }) => bindings.length > 0),
  );
}
