import type { PressedFigure } from './pressed-figure.js';

/** The figure that was open when this page was left, so that Back from one of its sessions leads to its list. */
export function keptFigure(): PressedFigure | null {
  const state: unknown = history.state;
  const kept = typeof state === 'object' && state !== null && 'figure' in state && state.figure;
  return isFigure(kept) ? kept : null;
}

/** Keeps a figure with this entry of the browser's history; null when its list is closed. */
export function keepFigure(figure: PressedFigure | null): void {
  const state: unknown = history.state;
  const others = typeof state === 'object' ? state : null;
  history.replaceState({ ...others, figure }, '');
}

function isFigure(kept: unknown): kept is PressedFigure {
  return typeof kept === 'object' && kept !== null && 'figure' in kept && 'query' in kept;
}
