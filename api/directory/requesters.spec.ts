import type { components } from '../generated/openapi.js';
import { invite, joined, openTestApi, type TestApi } from '../testing/test-api-testing.js';
import type { TestClient } from '../testing/test-client-testing.js';
import { said } from './directory-api-testing.js';

type Schemas = components['schemas'];
interface Requesters {
  requesters: Schemas['KnownRequester'][];
  next: string | null;
}

describe('Managing requesters', () => {
  let api: TestApi;
  let ana: TestClient;
  let kofi: TestClient;
  let lena: TestClient;

  beforeAll(async () => {
    api = await openTestApi();
    [ana, kofi, lena] = await Promise.all([
      api.signedIn('ana'),
      api.signedIn('kofi'),
      api.signedIn('lena'),
    ]);
  });

  afterAll(async () => {
    await api.close();
  });

  const requesters = '/api/directory/requesters';

  it('shows them to whoever may invite them, a page at a time', async () => {
    expect(said(await lena.get(requesters))).toBe('403 not-permitted');
    const first = await ana.get<Requesters>(`${requesters}?limit=2`);
    const next = first.body.next ?? '';
    const second = await ana.get<Requesters>(`${requesters}?limit=2&after=${next}`);
    expect([...first.body.requesters, ...second.body.requesters].map(({ name }) => name)).toEqual([
      'Aaron Whitfield',
      'Beatriz Salgado',
      'Chidi Okonkwo',
    ]);
    expect(second.body.next).toBeNull();
    expect(said(await ana.get(`${requesters}?limit=0`))).toBe('400 malformed-request');
    expect(said(await ana.get(`${requesters}?after=me`))).toBe('400 malformed-request');
  });

  it('remembers and edits them, with every fault named', async () => {
    const body = { name: 'Dana Ilves', address: 'dana@northwind.example', customer: 'northwind' };
    const made = await ana.post<Schemas['KnownRequester']>(requesters, body);
    expect(made.status).toBe(201);
    expect(said(await ana.post(requesters, body))).toBe('409 address-taken');
    expect(said(await ana.post(requesters, { name: 'X', address: 'nowhere' }))).toBe(
      '400 malformed-request',
    );
    expect(said(await ana.post(requesters, { name: 'X', customer: 'nobody' }))).toBe(
      '422 customer-unknown',
    );
    const path = `${requesters}/${made.body.id}`;
    const edited = await ana.send<Schemas['KnownRequester']>('PUT', path, {
      body: { ...body, language: 'pt-BR' },
    });
    expect(edited.body.language).toBe('pt-BR');
    const { body: detail } = await ana.get<Schemas['RequesterDetail']>(path);
    expect(detail).toEqual({ requester: edited.body, devices: [], sessions: [] });
    expect(said(await ana.get(`${requesters}/${crypto.randomUUID()}`))).toBe('404 not-found');
    expect(said(await lena.send('PUT', path, { body }))).toBe('403 not-permitted');
  });

  it('takes a whole table or nothing, after a look at what it would do', async () => {
    const imports = '/api/directory/requester-imports';
    const lines = Array.from(
      { length: 3000 },
      (_, index) => `Person ${index},p${index}@big.example`,
    );
    const table = ['name,address', ...lines].join('\n');
    expect(said(await ana.post(imports, { table, dryRun: true }))).toBe('403 not-permitted');
    const wanted = { created: 3000, updated: 0, unchanged: 0, newCustomers: [] };
    const dry = await kofi.post(imports, { table, dryRun: true });
    expect(dry.body).toEqual(wanted);
    expect((await ana.get<Requesters>(`${requesters}?text=big.example`)).body.requesters).toEqual(
      [],
    );
    const bad = await kofi.post<Schemas['Problem']>(imports, {
      table: `${table}\nLast,nowhere`,
      dryRun: false,
    });
    expect(said(bad)).toBe('422 import-refused');
    expect(bad.body.errors).toEqual([
      {
        ...{ path: 'line 3002', code: 'address-malformed', values: { value: 'nowhere' } },
        message: '"nowhere" is no mail address',
      },
    ]);
    expect((await ana.get<Requesters>(`${requesters}?text=big.example`)).body.requesters).toEqual(
      [],
    );
    expect((await kofi.post(imports, { table, dryRun: false })).body).toEqual(wanted);
    const again = await kofi.post(imports, { table, dryRun: false });
    expect(again.body).toEqual({ ...wanted, created: 0, unchanged: 3000 });
  });

  it('keeps customers for those who lay out the desk', async () => {
    const customers = '/api/directory/customers';
    expect(said(await ana.post(customers, { name: 'Adatum' }))).toBe('403 not-permitted');
    const made = await kofi.post<Schemas['Customer']>(customers, { name: 'Adatum' });
    expect(made.body).toEqual({ key: 'adatum', name: 'Adatum', requesters: 0 });
    expect(said(await kofi.post(customers, { name: 'ADATUM' }))).toBe('409 name-taken');
    const alike = await kofi.post<Schemas['Problem']>(customers, { name: 'Ａdatum' });
    expect(said(alike)).toBe('409 name-taken');
    expect([alike.body.detail, alike.body.other]).toEqual(['There is “Adatum” already.', 'Adatum']);
    const table = 'name,customer\nNoor,Ａｄａｔｕｍ\nNuria,adatum\n';
    const imported = await kofi.post<{ newCustomers: string[] }>(
      '/api/directory/requester-imports',
      { table, dryRun: true },
    );
    expect(imported.body.newCustomers).toEqual([]);
    const renamed = await kofi.send<Schemas['Customer']>('PUT', `${customers}/adatum`, {
      body: { name: 'Adatum AG' },
    });
    expect(renamed.body.name).toBe('Adatum AG');
    expect((await kofi.send('DELETE', `${customers}/adatum`)).status).toBe(204);
    expect(said(await kofi.send('DELETE', `${customers}/northwind`))).toBe('409 customer-in-use');
    const { body } = await ana.get<{ customers: Schemas['Customer'][] }>(customers);
    expect(body.customers.map(({ key }) => key)).toContain('fabrikam');
  });

  it('remembers whoever is invited, and shows of their sessions and devices what the caller may see', async () => {
    const first = await invite(ana, { name: 'Ines Prado', address: 'ines@northwind.example' });
    const elena = await api.signedIn('elena');
    const second = await invite(elena, {
      name: 'Ines Prado',
      address: 'INES@northwind.example',
      channel: 'finance',
      ticket: 'INC-4711',
      customer: 'Northwind',
    });
    await joined(api, first);
    const found = await ana.get<Requesters>(`${requesters}?text=ines%40`);
    expect(found.body.requesters).toHaveSize(1);
    const id = found.body.requesters[0]?.id ?? '';
    const seenBy = async (client: TestClient) => {
      const { body } = await client.get<Schemas['RequesterDetail']>(`${requesters}/${id}`);
      return [body.sessions.map((row) => row.id), body.devices.map(({ host }) => host)];
    };
    expect(await seenBy(ana)).toEqual([[first.id], ['studio-14']]);
    expect(await seenBy(elena)).toEqual([[second.id], []]);
    expect(await seenBy(kofi)).toEqual([[second.id, first.id], ['studio-14']]);
    const third = await invite(ana, { name: 'Ines P.', requesterId: id });
    expect((await seenBy(kofi))[0]).toContain(third.id);
    const row = await kofi.get<Schemas['SessionDetail']>(`/api/sessions/${second.id}`);
    expect(row.body.ticket).toBe('INC-4711');
    expect(row.body.customerName).toBe('Northwind');
    expect(row.body.requester.customer).toBe('northwind');
    const unknown = { name: 'X', subject: 'Y', requesterId: crypto.randomUUID() };
    expect(said(await ana.post('/api/invitations', unknown))).toBe('422 requester-unknown');
  });
});
