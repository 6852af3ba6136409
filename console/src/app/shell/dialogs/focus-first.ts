const takesFocus = ':is(a, button, input, select, textarea):not(:disabled)';

/** Gives the focus to what is marked `data-first`, or to the first thing in it that takes it; whether there was any. */
export function focusFirst(within: HTMLElement): boolean {
  const first =
    within.querySelector<HTMLElement>(`${takesFocus}[data-first]`) ??
    within.querySelector<HTMLElement>(`[data-first] ${takesFocus}`);
  first?.focus();
  return first !== null;
}

/** Does so as soon as the desk has brought it, unless somebody has gone elsewhere meanwhile. */
export function focusOnceThere(dialog: HTMLDialogElement): void {
  const begun = document.activeElement;
  const watch = new MutationObserver(() => {
    const isOver = !dialog.open || document.activeElement !== begun;
    if (isOver || focusFirst(dialog)) watch.disconnect();
  });
  watch.observe(dialog, { childList: true, subtree: true });
}
