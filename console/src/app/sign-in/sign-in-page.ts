import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { Icon } from '../shell/icon.js';
import { LanguageSwitch } from '../shell/language-switch.js';
import { Words } from '../words/words.js';

/** One button, which leads to the organisation's own sign-in and back to where one was. */
@Component({
  selector: 'md-sign-in-page',
  imports: [Icon, LanguageSwitch],
  template: `
    <main class="sign-in">
      <div class="sign-in-card">
        <div class="brand">Mayday</div>
        <h1>{{ words.t('signIn.title') }}</h1>
        <p class="muted">{{ words.t('signIn.lead') }}</p>
        @if (why() === 'unreachable') {
          <p class="alert" role="alert">
            <md-icon name="wifi-off" />{{ words.t('problem.unreachable') }}
          </p>
        }
        <a class="btn primary wide" [href]="address()">
          <md-icon name="log-in" />{{ words.t('signIn.go') }}
        </a>
        <md-language-switch />
      </div>
    </main>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignInPage {
  readonly words = inject(Words);
  readonly returnTo = input<string>();
  readonly why = input<string>();

  readonly address = computed(() => {
    const wished = this.returnTo() ?? '/';
    // Only a path of this desk: what stands in an address could come from anybody.
    const returnTo = /^\/(?![/\\])/.test(wished) && wished.length <= 512 ? wished : '/';
    return `/api/sign-in?${new URLSearchParams({ returnTo }).toString()}`;
  });

  constructor() {
    inject(Title).setTitle('Mayday');
  }
}
