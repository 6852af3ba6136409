import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import type { ManagedGroup } from '../../desk/contract.js';
import { LiveAnswer } from '../../desk/live-answer.js';
import { MyDesk } from '../../desk/my-desk.js';
import { keysOf } from '../../manage/keys-of.js';
import { ManageFrame } from '../../manage/manage-frame.js';
import { NothingListed } from '../../manage/nothing-listed.js';
import { Panel } from '../../manage/panel.js';
import { Icon } from '../../shell/icon.js';
import { Words } from '../../words/words.js';
import { DirectoryApi } from '../directory-api.js';
import { RoleList } from '../rights/role-list.js';
import { SwitchList } from '../rights/switch-list.js';
import { GroupEditor } from './group-editor.js';

/** Technicians who belong together: by customer, by experience or by skill. */
@Component({
  selector: 'md-groups-page',
  imports: [GroupEditor, Icon, ManageFrame, NothingListed, Panel, RoleList, SwitchList],
  template: `
    <md-manage-frame
      [heading]="words.t('groups.title')"
      [lead]="words.t('groups.lead')"
      [problem]="groups.problem()"
      [open]="open() !== null"
      (again)="groups.load()"
    >
      @if (desk.mayAtDesk('group.manage')) {
        <button actions class="btn primary" (click)="open.set('')">
          <md-icon name="plus" />{{ words.t('groups.new') }}
        </button>
      }
      <ul class="manage-rows">
        @for (group of groups.value(); track group.key) {
          <li>
            <button
              class="manage-row"
              [attr.aria-pressed]="open() === group.key"
              (click)="open.set(group.key)"
            >
              <md-icon name="users" />
              <span class="manage-name">
                <b class="clip">{{ group.name }}</b>
                <span class="small muted clip">{{ membersText(group) }}</span>
              </span>
              <span class="spread"></span>
              <span class="tag">{{ words.t(kinds[group.kind]) }}</span>
              @if (group.level; as n) {
                <span class="tag">{{ words.t('level', { n }) }}</span>
              }
              <span class="small faint num">{{
                words.count('groups.members', group.members.length)
              }}</span>
            </button>
          </li>
        } @empty {
          <li class="manage-none muted">
            <md-nothing-listed [answer]="groups" [none]="words.t('groups.none')" />
          </li>
        }
      </ul>
      @for (key of opened(); track key) {
        <md-panel
          panel
          [heading]="chosen()?.name ?? words.t('groups.new')"
          (closed)="open.set(null)"
        >
          <md-group-editor [group]="chosen()" (saved)="show($event)" (gone)="show(null)" />
          @if (chosen(); as group) {
            <md-role-list
              kind="group"
              [holder]="group.key"
              [held]="group.roles"
              [mayGive]="group.abilities.includes('assign-role')"
              (changed)="groups.load()"
            />
            @if (group.abilities.includes('assign-role')) {
              <md-switch-list kind="group" [holder]="group.key" />
            }
          }
        </md-panel>
      }
    </md-manage-frame>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class GroupsPage {
  readonly words = inject(Words);
  readonly desk = inject(MyDesk);
  readonly #api = inject(DirectoryApi);
  readonly groups = new LiveAnswer(() => this.#api.groups(), ['groups', 'technicians']);
  readonly kinds = {
    customer: 'groups.kind.customer',
    experience: 'groups.kind.experience',
    skill: 'groups.kind.skill',
  } as const;
  /** The key of the group that is open, nothing for a new one, null for none. */
  readonly open = signal<string | null>(null);
  readonly opened = computed(() => keysOf(this.open()));
  readonly chosen = computed(
    () => this.groups.value()?.find(({ key }) => key === this.open()) ?? null,
  );

  membersText({ members }: ManagedGroup): string {
    return members.map(({ person }) => person.name).join(', ');
  }

  async show(key: string | null): Promise<void> {
    await this.groups.load();
    this.open.set(key);
  }
}
