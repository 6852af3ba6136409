import type { IssuedCode } from '../../../activities/doors/code-store.js';
import { mostLiveCodes } from '../../../workflows/domain/codes/door-budgets.js';
import type { Desk } from '../../desk.js';
import { chargesOfIssue, sourceOf } from '../../doors/charges.js';
import { codeHappening } from '../../doors/code-happenings.js';
import { drawCode } from '../../doors/code-digits.js';
import type { OperationRequest, PublicOperation } from '../../operation.js';
import { ProblemError } from '../../problems/problem-error.js';
import { idFrom } from '../../../activities/keys/id-from.js';
import { hashOf, randomToken } from '../../secrets.js';
import { toInstant } from '../../shown/instant.js';

/** Nine digits for a device that has no link. They are shown once and never stored. */
export const issueCode: PublicOperation<'issueCode'> = {
  access: 'public',
  async handle(request, desk) {
    const { doorGate, stores, settings } = desk;
    const source = sourceOf(settings.keys.doorWork, request.address);
    await doorGate.pass(`issue ${source}`, chargesOfIssue(source), request.body.proof);
    if ((await stores.codes.live()) >= mostLiveCodes) throw new ProblemError('codes-all-taken');
    const deviceToken = randomToken();
    const { code, issuedAt, expiresAt } = await issue(request, desk, deviceToken);
    desk.happenings.note(codeHappening('issued', request.address));
    const remainingMs = expiresAt.getTime() - issuedAt.getTime();
    return {
      status: 201,
      body: { code, deviceToken, expiresAt: toInstant(expiresAt), remainingMs },
    };
  },
};

async function issue(
  { body }: OperationRequest<'issueCode'>,
  { stores, settings }: Desk,
  deviceToken: string,
): Promise<IssuedCode> {
  const tokenHash = hashOf(deviceToken);
  return stores.codes.issue(
    {
      id: idFrom(`code ${tokenHash}`),
      sessionId: idFrom(`session by code ${tokenHash}`),
      deviceKeyHash: hashOf(body.deviceKey),
      tokenHash,
      kind: body.kind,
      info: body.info,
      language: body.language ?? null,
      lifetimeMs: await stores.directory.codeLifetimeMs(),
    },
    () => drawCode(settings.keys.code),
  );
}
