import { Injectable, inject } from '@angular/core';
import type {
  Availability,
  ChannelStaff,
  Customer,
  HeldSwitch,
  KnownRequester,
  ManagedChannel,
  ManagedGroup,
  ManagedTechnician,
  RequesterDetail,
  RequesterImport,
} from '../desk/contract.js';
import { type BodyOf, DeskLine } from '../desk/desk-line.js';
import type { ChannelRole, HolderKind, Role } from './rights/roles.js';

export type ChannelSettings = BodyOf<'updateChannel'>;
export type GroupSettings = BodyOf<'updateGroup'>;
export type NewTechnician = BodyOf<'inviteTechnician'>;
export type TechnicianSettings = BodyOf<'editTechnician'>;
export type CustomerSettings = BodyOf<'renameCustomer'>;
export type RequesterSettings = BodyOf<'updateRequester'>;
export type SwitchSetting = BodyOf<'setSwitch'>['setting'];

/** Whom a list of those who ask for help is about. */
export interface RequesterSearch {
  readonly text: string;
  /** The key of their customer; any when nothing. */
  readonly customer: string;
}

/** A page of those who ask for help. */
export interface RequesterPage {
  readonly requesters: readonly KnownRequester[];
  readonly next: string | null;
}

/** What forgetting somebody would take, and the word that confirms exactly that. */
export interface Erasure {
  readonly sessions: number;
  readonly texts: number;
  readonly confirmation: string;
}

/** Who holds a role. */
export interface RoleHolder {
  readonly kind: HolderKind;
  readonly holder: string;
}

/** Channels, groups, technicians and those who ask for help: who they are and what they may. */
@Injectable({ providedIn: 'root' })
export class DirectoryApi {
  readonly #line = inject(DeskLine);
  readonly #client = this.#line.client;

  async channels(): Promise<readonly ManagedChannel[]> {
    return (await this.#line.answer(this.#client.GET('/api/directory/channels'))).channels;
  }

  saveChannel(channel: string | null, body: ChannelSettings, key: string): Promise<ManagedChannel> {
    const header = this.#line.command(key);
    return this.#line.answer(
      channel === null
        ? this.#client.POST('/api/directory/channels', { params: { header }, body })
        : this.#client.PUT('/api/directory/channels/{channel}', {
            params: { path: { channel }, header },
            body,
          }),
    );
  }

  deleteChannel(channel: string, moveTo: string): Promise<{ moved: number; to: string }> {
    const params = { path: { channel }, query: { moveTo }, header: this.#line.command() };
    return this.#line.answer(this.#client.DELETE('/api/directory/channels/{channel}', { params }));
  }

  makeDefault(channel: string): Promise<ManagedChannel> {
    const params = { path: { channel }, header: this.#line.command() };
    return this.#line.answer(
      this.#client.POST('/api/directory/channels/{channel}/default', { params }),
    );
  }

  async staff(channel: string): Promise<readonly ChannelStaff[]> {
    const params = { path: { channel } };
    const asked = this.#client.GET('/api/directory/channels/{channel}/staff', { params });
    return (await this.#line.answer(asked)).staff;
  }

  async turnChannelRole(
    channel: string,
    holder: RoleHolder,
    role: ChannelRole,
    held: boolean,
  ): Promise<void> {
    const params = { path: { channel, ...holder, role }, header: this.#line.command() };
    const address = '/api/directory/channels/{channel}/staff/{kind}/{holder}/{role}';
    await this.#line.done(
      held ? this.#client.PUT(address, { params }) : this.#client.DELETE(address, { params }),
    );
  }

  async groups(): Promise<readonly ManagedGroup[]> {
    return (await this.#line.answer(this.#client.GET('/api/directory/groups'))).groups;
  }

  saveGroup(group: string | null, body: GroupSettings, key: string): Promise<ManagedGroup> {
    const header = this.#line.command(key);
    return this.#line.answer(
      group === null
        ? this.#client.POST('/api/directory/groups', { params: { header }, body })
        : this.#client.PUT('/api/directory/groups/{group}', {
            params: { path: { group }, header },
            body,
          }),
    );
  }

  deleteGroup(group: string): Promise<void> {
    const params = { path: { group }, header: this.#line.command() };
    return this.#line.done(this.#client.DELETE('/api/directory/groups/{group}', { params }));
  }

  async technicians(): Promise<readonly ManagedTechnician[]> {
    return (await this.#line.answer(this.#client.GET('/api/directory/technicians'))).technicians;
  }

  invite(body: NewTechnician, key: string): Promise<ManagedTechnician> {
    const params = { header: this.#line.command(key) };
    return this.#line.answer(this.#client.POST('/api/directory/technicians', { params, body }));
  }

  edit(technician: string, body: TechnicianSettings, key: string): Promise<ManagedTechnician> {
    const params = { path: { technician }, header: this.#line.command(key) };
    return this.#line.answer(
      this.#client.PUT('/api/directory/technicians/{technician}', { params, body }),
    );
  }

  turnTechnician(technician: string, to: 'disable' | 'enable'): Promise<ManagedTechnician> {
    const params = { path: { technician }, header: this.#line.command() };
    return this.#line.answer(
      to === 'disable'
        ? this.#client.POST('/api/directory/technicians/{technician}/disable', { params })
        : this.#client.POST('/api/directory/technicians/{technician}/enable', { params }),
    );
  }

  /** Gives or takes a role in a channel, or at the desk where no channel is named. */
  turnRole(holder: RoleHolder, role: Role, channel: string | null, held: boolean): Promise<void> {
    const query = channel === null ? {} : { in: channel };
    const params = { path: { ...holder, role }, query, header: this.#line.command() };
    const address = '/api/directory/roles/{kind}/{holder}/{role}';
    return this.#line.done(
      held ? this.#client.PUT(address, { params }) : this.#client.DELETE(address, { params }),
    );
  }

  async switches(holder: RoleHolder): Promise<readonly HeldSwitch[]> {
    const params = { path: { ...holder } };
    const asked = this.#client.GET('/api/directory/switches/{kind}/{holder}', { params });
    return (await this.#line.answer(asked)).switches;
  }

  async setSwitch(
    holder: RoleHolder,
    action: string,
    setting: SwitchSetting,
  ): Promise<readonly HeldSwitch[]> {
    const params = { path: { ...holder, action }, header: this.#line.command() };
    const body = { setting };
    const address = '/api/directory/switches/{kind}/{holder}/{action}';
    return (await this.#line.answer(this.#client.PUT(address, { params, body }))).switches;
  }

  setMyAvailability(availability: Availability): Promise<void> {
    const params = { header: this.#line.command() };
    return this.#line.done(
      this.#client.PUT('/api/me/availability', { params, body: { availability } }),
    );
  }

  requesters({ text, customer }: RequesterSearch, after: string | null): Promise<RequesterPage> {
    const query = {
      ...(text === '' ? {} : { text }),
      ...(customer === '' ? {} : { customer }),
      ...(after === null ? {} : { after }),
    };
    return this.#line.answer(this.#client.GET('/api/directory/requesters', { params: { query } }));
  }

  requester(requester: string): Promise<RequesterDetail> {
    const params = { path: { requester } };
    return this.#line.answer(this.#client.GET('/api/directory/requesters/{requester}', { params }));
  }

  saveRequester(
    requester: string | null,
    body: RequesterSettings,
    key: string,
  ): Promise<KnownRequester> {
    const header = this.#line.command(key);
    return this.#line.answer(
      requester === null
        ? this.#client.POST('/api/directory/requesters', { params: { header }, body })
        : this.#client.PUT('/api/directory/requesters/{requester}', {
            params: { path: { requester }, header },
            body,
          }),
    );
  }

  /** What forgetting somebody would take, and the word that confirms exactly that. */
  tryErasing(requester: string): Promise<Erasure> {
    const params = { path: { requester } };
    return this.#line.answer(
      this.#client.GET('/api/directory/requesters/{requester}/erasure', { params }),
    );
  }

  erase(requester: string, confirmation: string, key: string): Promise<unknown> {
    const params = { path: { requester }, header: this.#line.command(key) };
    return this.#line.answer(
      this.#client.POST('/api/directory/requesters/{requester}/erasure', {
        params,
        body: { confirmation },
      }),
    );
  }

  importTable(table: string, dryRun: boolean, key: string): Promise<RequesterImport> {
    const params = { header: this.#line.command(key) };
    const body = { table, dryRun };
    return this.#line.answer(
      this.#client.POST('/api/directory/requester-imports', { params, body }),
    );
  }

  async customers(): Promise<readonly Customer[]> {
    return (await this.#line.answer(this.#client.GET('/api/directory/customers'))).customers;
  }

  saveCustomer(customer: string | null, body: CustomerSettings, key: string): Promise<Customer> {
    const header = this.#line.command(key);
    return this.#line.answer(
      customer === null
        ? this.#client.POST('/api/directory/customers', { params: { header }, body })
        : this.#client.PUT('/api/directory/customers/{customer}', {
            params: { path: { customer }, header },
            body,
          }),
    );
  }

  deleteCustomer(customer: string): Promise<void> {
    const params = { path: { customer }, header: this.#line.command() };
    return this.#line.done(this.#client.DELETE('/api/directory/customers/{customer}', { params }));
  }
}
