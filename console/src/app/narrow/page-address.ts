import { Injectable, inject } from '@angular/core';
import { Router } from '@angular/router';

/** The address of the page that is shown, which says what it is narrowed to, so that a view is a link. */
@Injectable({ providedIn: 'root' })
export class PageAddress {
  readonly #router = inject(Router);

  /** Asks for other things by these parameters; null lets one go, and what is not named stays. */
  narrow(queryParams: Readonly<Record<string, string | null | undefined>>): void {
    void this.#router.navigate([], { queryParams, queryParamsHandling: 'merge', replaceUrl: true });
  }
}
