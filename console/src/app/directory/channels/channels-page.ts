import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MyDesk } from '../../desk/my-desk.js';
import { Icon } from '../../shell/icon.js';
import { Words } from '../../words/words.js';
import { ChannelEditor } from './channel-editor.js';
import { ChannelSosCalls } from './channel-sos-calls.js';
import { ChannelStaffList } from './channel-staff-list.js';
import { DirectoryApi } from '../directory-api.js';
import { LiveAnswer } from '../../desk/live-answer.js';
import { ManageFrame } from '../../manage/manage-frame.js';
import { keysOf } from '../../manage/keys-of.js';
import { NothingListed } from '../../manage/nothing-listed.js';
import { Panel } from '../../manage/panel.js';

/** The channels that I may set up or staff. */
@Component({
  selector: 'md-channels-page',
  imports: [
    ChannelEditor,
    ChannelSosCalls,
    ChannelStaffList,
    Icon,
    ManageFrame,
    NothingListed,
    Panel,
  ],
  template: `
    <md-manage-frame
      [heading]="words.t('channels.title')"
      [lead]="words.t('channels.lead')"
      [problem]="channels.problem()"
      [open]="open() !== null"
      (again)="channels.load()"
    >
      @if (desk.mayAtDesk('channel.create')) {
        <button actions class="btn primary" (click)="open.set('')">
          <md-icon name="plus" />{{ words.t('channels.new') }}
        </button>
      }
      <ul class="manage-rows">
        @for (channel of channels.value(); track channel.key) {
          <li>
            <button
              class="manage-row"
              [attr.aria-pressed]="open() === channel.key"
              (click)="open.set(channel.key)"
            >
              <span class="manage-name">
                <b class="clip">{{ channel.name }}</b>
                <span class="small muted clip">{{ channel.department }}</span>
              </span>
              <span class="spread"></span>
              @if (channel.isDefault) {
                <span class="tag">{{ words.t('channels.default') }}</span>
              }
              <span class="small faint">{{
                words.count('directory.open', channel.openSessions)
              }}</span>
            </button>
          </li>
        } @empty {
          <li class="manage-none muted">
            <md-nothing-listed [answer]="channels" [none]="words.t('channels.none')" />
          </li>
        }
      </ul>
      @for (key of opened(); track key) {
        <md-panel
          panel
          [heading]="chosen()?.name ?? words.t('channels.new')"
          (closed)="open.set(null)"
        >
          <md-channel-editor
            [channel]="chosen()"
            [others]="others()"
            (saved)="show($event)"
            (gone)="show(null)"
          />
          @if (chosen(); as channel) {
            @if (channel.abilities.includes('staff')) {
              <md-channel-staff-list [channel]="channel.key" />
            }
            @if (channel.abilities.includes('manage-sos-calls')) {
              <md-channel-sos-calls [channel]="channel.key" />
            }
          }
        </md-panel>
      }
    </md-manage-frame>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChannelsPage {
  readonly words = inject(Words);
  readonly desk = inject(MyDesk);
  readonly #api = inject(DirectoryApi);
  readonly channels = new LiveAnswer(() => this.#api.channels(), ['channels']);
  /** The key of the channel that is open, nothing for a new one, null for none. */
  readonly open = signal<string | null>(null);
  readonly opened = computed(() => keysOf(this.open()));
  readonly chosen = computed(
    () => this.channels.value()?.find(({ key }) => key === this.open()) ?? null,
  );
  readonly others = computed(
    () => this.channels.value()?.filter(({ key }) => key !== this.open()) ?? [],
  );

  /** Reads the channels again before it opens one of them, so that what is open is as it is now. */
  async show(key: string | null): Promise<void> {
    await this.channels.load();
    this.open.set(key);
  }
}
