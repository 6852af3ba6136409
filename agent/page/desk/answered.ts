import type { Work } from '../../../workflows/domain/codes/proof-of-work.js';
import { codeOf, DeskRefusal, DeskUnreachable } from './desk-error.js';

/** An answer of openapi-fetch: either the data or the problem. */
interface Answer<T> {
  readonly data?: T;
  readonly error?: { readonly type: string; readonly work?: Work };
  readonly response: Response;
}

/** What was answered. Throws DeskRefusal for the desk's last word, DeskUnreachable for everything else. */
export async function answered<T>(asked: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await asked.catch((cause: unknown) => {
    throw new DeskUnreachable(cause);
  });
  if (data !== undefined) return data;
  const { type = '', work = null } = error ?? {};
  const isBusy = response.status >= 500 || response.status === 429;
  // A desk that is overloaded or half up will answer later; one that wants work has answered.
  if (isBusy && !work && codeOf(type) !== 'codes-all-taken') {
    throw new DeskUnreachable(response.status);
  }
  throw new DeskRefusal(codeOf(type), work);
}
