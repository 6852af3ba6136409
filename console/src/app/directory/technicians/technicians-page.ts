import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
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
import { TechnicianEditor } from './technician-editor.js';
import { TechnicianRow } from './technician-row.js';

/** Who works here: whether they take work, how much of it, and what they may do. */
@Component({
  selector: 'md-technicians-page',
  imports: [
    Icon,
    ManageFrame,
    NothingListed,
    Panel,
    RoleList,
    SwitchList,
    TechnicianEditor,
    TechnicianRow,
  ],
  template: `
    <md-manage-frame
      [heading]="words.t('technicians.title')"
      [lead]="words.t('technicians.lead')"
      [problem]="technicians.problem()"
      [open]="open() !== null"
      (again)="technicians.load()"
    >
      @if (desk.mayAtDesk('technician.invite')) {
        <button actions class="btn primary" (click)="open.set('')">
          <md-icon name="plus" />{{ words.t('technicians.new') }}
        </button>
      }
      <input
        class="input"
        type="search"
        [placeholder]="words.t('technicians.filter')"
        [attr.aria-label]="words.t('technicians.filter')"
        (input)="filterBy($event)"
      />
      <ul class="manage-rows">
        @for (one of shown(); track one.person.key) {
          <li>
            <button
              class="manage-row"
              [attr.aria-pressed]="open() === one.person.key"
              (click)="open.set(one.person.key)"
            >
              <md-technician-row [technician]="one" />
            </button>
          </li>
        } @empty {
          <li class="manage-none muted">
            <md-nothing-listed [answer]="technicians" [none]="words.t('technicians.none')" />
          </li>
        }
      </ul>
      @for (key of opened(); track key) {
        <md-panel
          panel
          [heading]="chosen()?.person?.name ?? words.t('technicians.new')"
          (closed)="open.set(null)"
        >
          <md-technician-editor [technician]="chosen()" (saved)="show($event)" />
          @if (chosen(); as one) {
            <md-role-list
              kind="technician"
              [holder]="one.person.key"
              [held]="one.roles"
              [mayGive]="one.abilities.includes('assign-role')"
              (changed)="technicians.load()"
            />
            @if (one.groups.length > 0) {
              <h3>{{ words.t('groups.title') }}</h3>
              <p class="tags">
                @for (group of one.groups; track group.key) {
                  <span class="tag">{{ group.name }}</span>
                  @if (group.source === 'sign-in') {
                    <span class="small faint">{{ words.t('directory.fromSignIn') }}</span>
                  }
                }
              </p>
            }
            @if (one.abilities.includes('assign-role')) {
              <md-switch-list kind="technician" [holder]="one.person.key" />
            }
          }
        </md-panel>
      }
    </md-manage-frame>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TechniciansPage {
  readonly words = inject(Words);
  readonly desk = inject(MyDesk);
  readonly #api = inject(DirectoryApi);
  readonly technicians = new LiveAnswer(() => this.#api.technicians(), ['technicians', 'groups']);
  readonly #filter = signal('');
  /** The key of who is open, nothing for somebody new, null for nobody. */
  readonly open = signal<string | null>(null);
  readonly opened = computed(() => keysOf(this.open()));
  readonly shown = computed(() => {
    const wanted = this.#filter();
    const all = this.technicians.value() ?? [];
    return all.filter(({ person, address, skills, groups }) =>
      [person.name, address ?? '', ...skills, ...groups.map(({ name }) => name)].some((text) =>
        text.toLocaleLowerCase().includes(wanted),
      ),
    );
  });
  readonly chosen = computed(
    () => this.technicians.value()?.find(({ person }) => person.key === this.open()) ?? null,
  );

  filterBy({ target }: Event): void {
    if (target instanceof HTMLInputElement) {
      this.#filter.set(target.value.trim().toLocaleLowerCase());
    }
  }

  async show(key: string): Promise<void> {
    await this.technicians.load();
    this.open.set(key);
  }
}
