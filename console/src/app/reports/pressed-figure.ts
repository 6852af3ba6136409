import type { FigureQuery } from '../sla/sla-api.js';

/** A figure that was pressed: what it says, and how its sessions are asked for. */
export interface PressedFigure {
  readonly figure: string;
  readonly query: Partial<FigureQuery>;
}
