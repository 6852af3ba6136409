import type { SelfOperation } from '../../operation.js';
import { figureOf } from '../../reports/figure-query.js';
import { reportRequest } from '../../reports/report-query.js';

/** The sessions behind a figure; what a session is about is shown to who may see the session itself. */
export const listReportSessions: SelfOperation<'listReportSessions'> = {
  access: 'each-row',
  async handle({ query }, { stores, policy, now }, { technician }) {
    const { authorizer } = policy;
    const request = reportRequest(query, authorizer, technician, now());
    const { sessions, total } = await stores.reports.sessions(
      request,
      figureOf(query),
      query.skip ?? 0,
    );
    const maySee = new Set(
      request.channels.filter((channel) =>
        authorizer.abilities(technician, channel, 'other').includes('session.view'),
      ),
    );
    return {
      status: 200,
      body: {
        total,
        sessions: sessions.map(({ subject, requestedAt, ...session }) => {
          const visible = maySee.has(session.channel);
          const shown = { ...session, requestedAt: requestedAt.toISOString(), visible };
          return { ...shown, subject: visible ? subject : null };
        }),
      },
    };
  },
};
