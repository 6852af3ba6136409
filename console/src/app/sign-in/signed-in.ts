import { inject } from '@angular/core';
import { type CanActivateFn, Router } from '@angular/router';
import { asProblem } from '../desk/desk-problem.js';
import { MyDesk } from '../desk/my-desk.js';

/** Lets in whom the desk knows; everybody else goes to the sign-in page and comes back afterwards. */
export const signedIn: CanActivateFn = async (_route, state) => {
  const desk = inject(MyDesk);
  const router = inject(Router);
  if (desk.me()) return true;
  try {
    await desk.load();
    return true;
  } catch (thrown) {
    const why = asProblem(thrown).code;
    return router.createUrlTree(['/sign-in'], { queryParams: { returnTo: state.url, why } });
  }
};
