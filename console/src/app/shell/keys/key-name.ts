import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

/** A key as it is written on keyboards. */
@Component({
  selector: 'md-key',
  template: `@for (part of parts(); track $index) {
    <kbd>{{ part }}</kbd>
  }`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class KeyName {
  readonly name = input.required<string>();
  readonly parts = computed(() => this.name().split('+').map(written));
}

function written(part: string): string {
  if (part === 'ctrl') return navigator.userAgent.includes('Mac') ? '⌘' : 'Ctrl';
  return part.length === 1 ? part.toUpperCase() : part.charAt(0).toUpperCase() + part.slice(1);
}
