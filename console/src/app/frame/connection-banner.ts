import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { LiveFeed } from '../desk/live-feed.js';
import { Icon } from '../shell/icon.js';
import { Words } from '../words/words.js';

/** Says that the desk cannot be reached and that what is shown may be old. */
@Component({
  selector: 'md-connection-banner',
  imports: [Icon],
  template: `
    <div aria-live="polite">
      @if (feed.status() === 'reconnecting') {
        <p class="connection-banner">
          <md-icon name="wifi-off" /><b>{{ words.t('connection.lost') }}</b>
          <span>{{ words.t('connection.again') }}</span>
        </p>
      }
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConnectionBanner {
  readonly feed = inject(LiveFeed);
  readonly words = inject(Words);
}
