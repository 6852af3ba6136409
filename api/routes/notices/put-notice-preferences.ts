import type { SelfOperation } from '../../operation.js';
import { preferencesOf } from './get-notice-preferences.js';

/** Chooses what the caller also wants by mail. */
export const putNoticePreferences: SelfOperation<'putNoticePreferences'> = {
  access: 'self',
  async handle({ body }, desk, { technician }) {
    await desk.stores.noticePreferences.choose(technician, body.mail);
    return { status: 200, body: await preferencesOf(desk, technician) };
  },
};
