import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { Words } from '../words/words.js';
import { type Cell, hourMarks, plane } from './plots.js';
import { PressableMark } from './pressable-mark.js';
import { ReportWords } from './report-words.js';

/** The hours of a week, each the darker the more there is of something in it; an hour without any is not drawn. */
@Component({
  selector: 'md-hour-grid',
  imports: [PressableMark],
  template: `
    <figure>
      <figcaption>
        {{ caption() }}
        <span class="faint">{{ words.t('reports.plot.darkest', { most: most() }) }}</span>
      </figcaption>
      <svg [attr.viewBox]="'0 0 ' + plane.width + ' ' + plane.height" role="group">
        @for (cell of cells(); track cell.weekday + ' ' + cell.hour) {
          @let sentence = told.hour(cell.weekday, cell.hour) + ': ' + textOf()(cell.value);
          <rect
            class="bar"
            [mdMark]="sentence"
            [attr.x]="cell.x"
            [attr.y]="cell.y"
            [attr.width]="cell.width"
            [attr.height]="cell.height"
            [attr.fill-opacity]="0.12 + 0.88 * cell.strength"
            (press)="pressed.emit(cell)"
          >
            <title>{{ sentence }}</title>
          </rect>
        }
        @for (row of grid.weekdays; track row.weekday) {
          <text class="axis" x="0" [attr.y]="row.y">{{ told.weekday(row.weekday) }}</text>
        }
        @for (mark of grid.hours; track mark.hour) {
          <text class="axis middle" [attr.x]="mark.x" [attr.y]="plane.height - 6">
            {{ mark.hour }}
          </text>
        }
      </svg>
    </figure>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HourGrid {
  readonly words = inject(Words);
  readonly told = inject(ReportWords);
  readonly caption = input.required<string>();
  readonly cells = input.required<readonly Cell[]>();
  /** The most that there is in an hour, as it is said. */
  readonly most = input.required<string>();
  readonly textOf = input.required<(value: number) => string>();
  readonly pressed = output<Cell>();
  readonly plane = plane;
  readonly grid = hourMarks;
}
