import { readFileSync } from 'node:fs';
import express, { type Request, type Response, type Router } from 'express';
import { rateLimit } from 'express-rate-limit';
import type { Provider } from 'oidc-provider';
import { equalInConstantTime } from '../secrets.js';
import type { DemoPerson } from './demo-people.js';
import { demoProviderPath } from './demo-provider.js';
import { type PeoplePage, renderPeoplePage } from './people-page.js';
import { languageOf } from './texts.js';

/** What the picker asks for. */
export interface PeoplePickerOptions {
  readonly provider: Provider;
  readonly organisation: string;
  readonly password: string;
  readonly people: () => readonly DemoPerson[];
  /** The style sheet's file. */
  readonly styleFile: string;
  readonly onWrongPassword: (technician: string, address: string) => void;
}

const attemptsPerMinute = 60;

/** The sign-in page of the embedded provider; to be mounted at its path, before the provider itself. */
export function peoplePicker(options: PeoplePickerOptions): Router {
  const style = readFileSync(options.styleFile, 'utf8');
  const router = express.Router({ strict: true, caseSensitive: true });
  router.get('/people.css', (_request, response) => {
    response.type('css').set('Cache-Control', 'public, max-age=300').send(style);
  });
  router.get('/interaction/:uid', (request, response) => show(options, request, response));
  router.post(
    '/interaction/:uid',
    rateLimit({ windowMs: 60_000, limit: attemptsPerMinute, legacyHeaders: false }),
    express.urlencoded({ extended: false, limit: '4kb' }),
    (request, response) => choose(options, request, response),
  );
  return router;
}

async function show(
  options: PeoplePickerOptions,
  request: Request,
  response: Response,
): Promise<void> {
  // Rejects where there is nothing to sign in to, such as an old tab after a restart.
  if (!(await isOpen(options, request, response))) return;
  sendPage(options, request, response, null, null);
}

async function choose(
  options: PeoplePickerOptions,
  request: Request,
  response: Response,
): Promise<void> {
  if (!(await isOpen(options, request, response))) return;
  const technician = fieldOf(request.body, 'technician');
  const person = options.people().find(({ key }) => key === technician);
  if (!person || person.disabled) {
    sendPage(options, request, response, null, 'choose');
    return;
  }
  if (!equalInConstantTime(fieldOf(request.body, 'password'), options.password)) {
    options.onWrongPassword(person.key, request.ip ?? '');
    sendPage(options, request, response, person.key, 'wrong');
    return;
  }
  const login = { accountId: person.key, remember: false };
  await options.provider.interactionFinished(request, response, { login });
}

async function isOpen(
  { provider }: PeoplePickerOptions,
  request: Request,
  response: Response,
): Promise<boolean> {
  try {
    await provider.interactionDetails(request, response);
    return true;
  } catch {
    // The sign-in was begun before a restart or too long ago: begin another.
    response.redirect(302, '/api/sign-in');
    return false;
  }
}

function sendPage(
  options: PeoplePickerOptions,
  request: Request,
  response: Response,
  chosen: string | null,
  complaint: PeoplePage['complaint'],
): void {
  const language = languageOf(request.query['lang'], request.get('accept-language'));
  const page = renderPeoplePage({
    language,
    organisation: options.organisation,
    people: options.people(),
    action: `${demoProviderPath}${request.path}`,
    chosen,
    complaint,
  });
  response
    .status(complaint ? 422 : 200)
    .set('Cache-Control', 'no-store')
    .type('html')
    .send(page);
}

function fieldOf(body: unknown, name: string): string {
  if (typeof body !== 'object' || body === null) return '';
  const value: unknown = Object.entries(body).find(([key]) => key === name)?.[1];
  return typeof value === 'string' ? value : '';
}
