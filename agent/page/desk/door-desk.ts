import createClient from 'openapi-fetch';
import type { components, paths } from '../../../api/generated/openapi.js';
import type { Proof } from '../../../workflows/domain/codes/proof-of-work.js';
import { deviceInfo } from '../device/device-info.js';
import { deviceKey } from '../device/device-key.js';
import type { Language } from '../language/language.js';
import { answered } from './answered.js';
import { DeskRefusal } from './desk-error.js';
import { workOut } from './work-out.js';

type Schemas = components['schemas'];
export type IssuedCode = Schemas['IssuedCode'];
export type CodeStanding = Schemas['CodeStanding'];
export type ListedSosCall = Schemas['ListedSosCall'];
export type SosVisit = Schemas['SosVisit'];
export type SosField = Schemas['SosField'];

/** What somebody has filled in to ask for help. */
export type Asked = Pick<Schemas['NewSosRequest'], 'name' | 'address' | 'subject' | 'answers'>;

/** A request that the desk has, and the way back to it. */
export interface Begun {
  readonly deviceToken: string;
  readonly link: string;
}

/** The desk holds the answer back until a code is entered, for twenty seconds at most. */
const answerWithinMs = 30_000;

/** The desk as somebody speaks to it who has no link. Throws DeskRefusal and DeskUnreachable. */
export class DoorDesk {
  readonly #client = createClient<paths>({
    baseUrl: location.origin,
    fetch: (request) => fetch(request, { signal: AbortSignal.timeout(answerWithinMs) }),
  });

  issueCode(language: Language): Promise<IssuedCode> {
    const body = { deviceKey: deviceKey(), kind: 'browser' as const, info: deviceInfo(), language };
    return working((proof) =>
      answered(this.#client.POST('/api/codes', { body: { ...body, ...proof } })),
    );
  }

  awaitCode(deviceToken: string): Promise<CodeStanding> {
    return answered(this.#client.POST('/api/code-waits', { body: { deviceToken } }));
  }

  /** Says that nobody waits any more; unheard, the code ends by itself. */
  async giveUpCode(deviceToken: string): Promise<void> {
    await this.#client
      .POST('/api/code-waits/end', { body: { deviceToken }, keepalive: true })
      .catch(() => undefined);
  }

  openSosCalls(): Promise<{
    readonly organisation: string;
    readonly sosCalls: readonly ListedSosCall[];
  }> {
    return answered(this.#client.GET('/api/public/sos-calls'));
  }

  visit(token: string): Promise<SosVisit> {
    return answered(this.#client.POST('/api/sos-visits', { body: { token } }));
  }

  /** Asks for help; the same key again asks once. */
  async ask(token: string, asked: Asked, key: string, language: Language): Promise<Begun> {
    const body = {
      ...asked,
      token,
      deviceKey: deviceKey(),
      kind: 'browser' as const,
      info: deviceInfo(),
      language,
    };
    const params = { header: { 'Idempotency-Key': key } };
    const { deviceToken, link } = await working((proof) =>
      answered(this.#client.POST('/api/sos-requests', { params, body: { ...body, ...proof } })),
    );
    return { deviceToken, link: link.url };
  }
}

/** Does it, and where the desk wants work done first, does that and then it. */
async function working<T>(act: (proof: { readonly proof?: Proof }) => Promise<T>): Promise<T> {
  try {
    return await act({});
  } catch (error) {
    if (!(error instanceof DeskRefusal) || !error.work) throw error;
    return act({ proof: await workOut(error.work) });
  }
}
