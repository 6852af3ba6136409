import type { Routes } from '@angular/router';
import { signedIn } from './sign-in/signed-in.js';

/** The pages by their addresses; each comes as a chunk of its own. */
export const routes: Routes = [
  { path: '', pathMatch: 'full', redirectTo: 'queue/mine' },
  {
    path: 'sign-in',
    loadComponent: async () => (await import('./sign-in/sign-in-page.js')).SignInPage,
  },
  {
    path: '',
    canActivate: [signedIn],
    children: [
      {
        path: 'sessions/:id',
        loadComponent: async () => (await import('./session/session-page.js')).SessionPage,
      },
      {
        path: '',
        loadComponent: async () => (await import('./frame/desk-frame.js')).DeskFrame,
        children: [
          { path: 'queue', pathMatch: 'full', redirectTo: 'queue/mine' },
          {
            path: 'queue/:view',
            loadComponent: async () => (await import('./queue/queue-page.js')).QueuePage,
          },
          {
            path: 'doors',
            loadComponent: async () => (await import('./doors/doors-page.js')).DoorsPage,
          },
          {
            path: 'channels',
            loadComponent: async () =>
              (await import('./directory/channels/channels-page.js')).ChannelsPage,
          },
          {
            path: 'groups',
            loadComponent: async () =>
              (await import('./directory/groups/groups-page.js')).GroupsPage,
          },
          {
            path: 'technicians',
            loadComponent: async () =>
              (await import('./directory/technicians/technicians-page.js')).TechniciansPage,
          },
          {
            path: 'requesters',
            loadComponent: async () =>
              (await import('./directory/requesters/requesters-page.js')).RequestersPage,
          },
          {
            path: 'customers',
            loadComponent: async () =>
              (await import('./directory/customers/customers-page.js')).CustomersPage,
          },
          {
            path: 'audit',
            loadComponent: async () => (await import('./audit/audit-page.js')).AuditPage,
          },
          {
            path: 'retention',
            loadComponent: async () => (await import('./audit/retention-page.js')).RetentionPage,
          },
          {
            path: 'search',
            loadComponent: async () => (await import('./search/search-page.js')).SearchPage,
          },
          { path: 'policy', pathMatch: 'full', redirectTo: 'policy/who' },
          {
            path: 'policy/changes/:proposal',
            data: { part: 'changes' },
            loadComponent: async () => (await import('./policy/policy-page.js')).PolicyPage,
          },
          {
            path: 'policy/:part',
            loadComponent: async () => (await import('./policy/policy-page.js')).PolicyPage,
          },
          {
            path: 'notices',
            loadComponent: async () => (await import('./notices/notices-page.js')).NoticesPage,
          },
          { path: 'routing', pathMatch: 'full', redirectTo: 'routing/channels' },
          {
            path: 'routing/:part',
            loadComponent: async () => (await import('./routing/routing-page.js')).RoutingPage,
          },
          {
            path: 'webhooks',
            loadComponent: async () => (await import('./webhooks/webhooks-page.js')).WebhooksPage,
          },
          {
            path: 'reports',
            loadComponent: async () => (await import('./reports/reports-page.js')).ReportsPage,
          },
          {
            path: 'promises',
            loadComponent: async () => (await import('./sla/promises-page.js')).PromisesPage,
          },
        ],
      },
    ],
  },
  {
    path: '**',
    loadComponent: async () => (await import('./frame/nowhere-page.js')).NowherePage,
  },
];
