import { ChangeDetectionStrategy, Component, afterNextRender, inject } from '@angular/core';
import { CodeDialog } from '../doors/code-dialog.js';
import { SosCallDialog } from '../doors/sos-call-dialog.js';
import { InvitationDialog } from '../invitation/invitation-dialog.js';
import { AskMoreDialog } from '../session/stage/ask-more-dialog.js';
import { AssignDialog } from '../session/handover/assign-dialog.js';
import { CollaborateDialog } from '../session/people/collaborate-dialog.js';
import { CloseDialog } from '../session/commands/close-dialog.js';
import { EscalateDialog } from '../session/commands/escalate-dialog.js';
import { TransferDialog } from '../session/handover/transfer-dialog.js';
import { Dialogs } from '../shell/dialogs/dialogs.js';
import { KeysDialog } from './keys-dialog.js';
import { Palette } from './palette/palette.js';

/** Brings the open dialog, each as a chunk of its own. */
@Component({
  selector: 'md-dialog-host',
  imports: [
    AskMoreDialog,
    AssignDialog,
    CloseDialog,
    CodeDialog,
    CollaborateDialog,
    EscalateDialog,
    InvitationDialog,
    KeysDialog,
    Palette,
    SosCallDialog,
    TransferDialog,
  ],
  template: `
    @if (open(); as dialog) {
      @switch (dialog.kind) {
        @case ('invite') {
          @defer (on immediate) {
            <md-invitation-dialog />
          }
        }
        @case ('code') {
          @defer (on immediate) {
            <md-code-dialog />
          }
        }
        @case ('sos-call') {
          @defer (on immediate) {
            <md-sos-call-dialog
              [call]="dialog.call"
              [into]="dialog.channel"
              [saved]="dialog.saved"
            />
          }
        }
        @case ('palette') {
          @defer (on immediate) {
            <md-palette />
          }
        }
        @case ('keys') {
          @defer (on immediate) {
            <md-keys-dialog />
          }
        }
        @case ('transfer') {
          @defer (on immediate) {
            <md-transfer-dialog [session]="dialog.session" />
          }
        }
        @case ('assign') {
          @defer (on immediate) {
            <md-assign-dialog [session]="dialog.session" />
          }
        }
        @case ('close') {
          @defer (on immediate) {
            <md-close-dialog [session]="dialog.session" />
          }
        }
        @case ('collaborate') {
          @defer (on immediate) {
            <md-collaborate-dialog [session]="dialog.session" />
          }
        }
        @case ('escalate') {
          @defer (on immediate) {
            <md-escalate-dialog [session]="dialog.session" />
          }
        }
        @case ('ask-more') {
          @defer (on immediate) {
            <md-ask-more-dialog [session]="dialog.session" />
          }
        }
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DialogHost {
  readonly open = inject(Dialogs).open;

  constructor() {
    afterNextRender(() => {
      // Fetched while nobody waits, so that what is typed after the key is not lost.
      requestIdleCallback(() => {
        void import('../invitation/invitation-dialog.js');
        void import('./palette/palette.js');
      });
    });
  }
}
