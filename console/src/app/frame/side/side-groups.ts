import type { MyDesk } from '../../desk/my-desk.js';
import type { IconName } from '../../shell/icon-name.js';
import type { WordKey } from '../../words/words.js';

/** A way to a page, and who may go it. */
export interface SideWay {
  readonly path: string;
  readonly words: WordKey;
  readonly icon: IconName;
  readonly may: (desk: MyDesk) => boolean;
}

/** Ways that belong together. */
export interface SideGroup {
  readonly head: WordKey;
  readonly ways: readonly SideWay[];
}

/** Every way in the side bar, in its order: the desk's day, what is set up, and what can be proved. */
export const sideGroups: readonly SideGroup[] = [
  {
    head: 'side.desk',
    ways: [
      { path: '/notices', words: 'notices.title', icon: 'bell', may: () => true },
      { path: '/search', words: 'search.title', icon: 'search', may: () => true },
      { path: '/doors', words: 'doors.title', icon: 'door-open', may: () => true },
    ],
  },
  {
    head: 'side.manage',
    ways: [
      {
        path: '/channels',
        words: 'channels.title',
        icon: 'layers',
        may: (desk) =>
          desk.mayAnywhere('channel.configure') ||
          desk.mayAnywhere('channel.staff') ||
          desk.mayAtDesk('channel.create'),
      },
      {
        path: '/groups',
        words: 'groups.title',
        icon: 'users',
        may: (desk) => desk.mayAtDesk('group.manage') || desk.mayAnywhere('channel.staff'),
      },
      {
        path: '/technicians',
        words: 'technicians.title',
        icon: 'headset',
        may: (desk) =>
          desk.mayAtDesk('technician.invite') ||
          desk.mayAtDesk('technician.edit') ||
          desk.mayAnywhere('channel.staff'),
      },
      {
        path: '/requesters',
        words: 'requesters.title',
        icon: 'contact',
        may: (desk) => desk.mayInvite(),
      },
      {
        path: '/customers',
        words: 'customers.title',
        icon: 'building-2',
        may: (desk) => desk.mayAtDesk('channel.create'),
      },
      {
        path: '/promises',
        words: 'sla.title',
        icon: 'calendar-clock',
        may: (desk) => desk.mayAnywhere('sla.view'),
      },
      {
        path: '/routing',
        words: 'routing.title',
        icon: 'arrow-up-right',
        may: (desk) => desk.mayAnywhere('channel.configure'),
      },
      {
        path: '/webhooks',
        words: 'webhooks.title',
        icon: 'webhook',
        may: (desk) => desk.mayAtDesk('channel.configure'),
      },
    ],
  },
  {
    head: 'side.evidence',
    ways: [
      {
        path: '/reports',
        words: 'reports.title',
        icon: 'chart-column',
        may: (desk) => desk.mayAnywhere('report.read'),
      },
      {
        path: '/audit',
        words: 'audit.title',
        icon: 'scroll-text',
        may: (desk) => desk.mayAtDesk('audit.read'),
      },
      {
        path: '/retention',
        words: 'retention.title',
        icon: 'calendar-clock',
        may: (desk) => desk.mayAtDesk('audit.read'),
      },
      {
        path: '/policy',
        words: 'policy.title',
        icon: 'shield-check',
        may: (desk) => desk.mayAnywhere('policy.read'),
      },
    ],
  },
];
