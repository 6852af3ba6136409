import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { DeskApi } from '../../desk/desk-api.js';
import { MyDesk } from '../../desk/my-desk.js';
import { MyAvailability } from '../../directory/my-availability.js';
import { Preferences } from '../../preferences.js';
import { Dialogs } from '../../shell/dialogs/dialogs.js';
import { Face } from '../../shell/face.js';
import { Icon } from '../../shell/icon.js';
import { LanguageSwitch } from '../../shell/language-switch.js';
import { Notices } from '../../shell/notices.js';
import { Words } from '../../words/words.js';
import { ThemeSwitch } from './theme-switch.js';

/** Who I am, how the console speaks and looks, and the way out. */
@Component({
  selector: 'md-me-menu',
  imports: [Face, Icon, LanguageSwitch, MyAvailability, ThemeSwitch],
  templateUrl: './me-menu.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MeMenu {
  readonly words = inject(Words);
  readonly desk = inject(MyDesk);
  readonly preferences = inject(Preferences);
  readonly dialogs = inject(Dialogs);
  readonly #api = inject(DeskApi);
  readonly #notices = inject(Notices);

  async wantNotices(event: Event): Promise<void> {
    if (!(event.target instanceof HTMLInputElement)) return;
    const wanted = event.target.checked;
    const allowed = wanted && (await Notification.requestPermission()) === 'granted';
    this.preferences.notices.set(allowed);
    event.target.checked = allowed;
    if (wanted && !allowed) this.#notices.done(this.words.t('me.noticesBlocked'));
  }

  async signOut(): Promise<void> {
    try {
      await this.#api.signOut();
      location.assign('/sign-in');
    } catch (thrown) {
      this.#notices.problem(thrown);
    }
  }
}
