import { DestroyRef, type Signal, inject, signal } from '@angular/core';

/** Whether the window is as a media query says; in an injection context, followed as long as that lives. */
export function matches(query: string): Signal<boolean> {
  const list = matchMedia(query);
  const found = signal(list.matches);
  const look = () => {
    found.set(list.matches);
  };
  list.addEventListener('change', look);
  inject(DestroyRef).onDestroy(() => {
    list.removeEventListener('change', look);
  });
  return found.asReadonly();
}
