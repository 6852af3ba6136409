import { priorities } from '../../../../workflows/domain/session/vocabulary.js';
import type { ReportQuery } from '../sla/sla-api.js';
import { daysOf, instantsOf } from './report-days.js';

/** By what figures stand side by side. */
export const dimensions = ['channel', 'group', 'technician', 'customer', 'priority'] as const;

/** What a report is asked for, as the page's address has it, so that a report is a link. */
export interface ReportAsk {
  readonly from: string;
  readonly to: string;
  readonly by: (typeof dimensions)[number];
  /** Empty for all. */
  readonly channel: string;
  readonly priority: (typeof priorities)[number] | '';
}

type Given = Readonly<Record<keyof ReportAsk, string | undefined>>;

/** What an address asks for: without days those of the last thirty, and nothing that it does not know. */
export function askIn({ from, to, by, channel, priority }: Given, today: Date): ReportAsk {
  const usual = daysOf('last30', today);
  return {
    from: from ?? usual.from,
    to: to ?? usual.to,
    by: dimensions.find((one) => one === by) ?? 'channel',
    channel: channel ?? '',
    priority: priorities.find((one) => one === priority) ?? '',
  };
}

/** The question to the desk; nothing while the days are none. */
export function queryOf({ by, channel, priority, ...days }: ReportAsk): ReportQuery | undefined {
  const instants = instantsOf(days);
  if (!instants) return undefined;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return {
    ...{ ...instants, zone, by },
    ...(channel === '' ? {} : { channel }),
    ...(priority === '' ? {} : { priority }),
  };
}
