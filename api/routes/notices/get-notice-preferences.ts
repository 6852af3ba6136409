import type { Desk } from '../../desk.js';
import type { components } from '../../generated/openapi.js';
import type { SelfOperation } from '../../operation.js';

/** What the caller also wants by mail. */
export const getNoticePreferences: SelfOperation<'getNoticePreferences'> = {
  access: 'self',
  async handle(_request, desk, { technician }) {
    return { status: 200, body: await preferencesOf(desk, technician) };
  },
};

/** Which kinds come to a technician by mail, and where to. */
export async function preferencesOf(
  { stores }: Pick<Desk, 'stores'>,
  technician: string,
): Promise<components['schemas']['NoticePreferences']> {
  const [mail, known] = await Promise.all([
    stores.noticePreferences.mailed(technician),
    stores.directory.technician(technician),
  ]);
  return { mail: [...mail], address: known?.address ?? null };
}
