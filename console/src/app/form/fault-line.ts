import { ChangeDetectionStrategy, Component } from '@angular/core';
import { Icon } from '../shell/icon.js';

/** Something that is wrong, said beside what it is about. */
@Component({
  selector: 'md-fault',
  imports: [Icon],
  template: `<md-icon name="circle-alert" /><span><ng-content /></span>`,
  host: { class: 'fault' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FaultLine {}
