import { rowOf, rowsOf } from '../store/database.js';
import { doer, openTestDirectory, type TestDirectory } from './directory-testing.js';
import { readRequesterTable, type TableRequester } from './read-requester-table.js';
import { mergingRequesters } from './requester-import.js';
import type { RequesterFacts } from './requester-store.js';

const dana: RequesterFacts = {
  name: 'Dana Ilves',
  address: null,
  language: 'en',
  customer: 'northwind',
  department: null,
};

describe('Requesters', () => {
  let test: TestDirectory;

  beforeEach(async () => {
    test = await openTestDirectory();
  });

  afterEach(async () => {
    await test.close();
  });

  const all = async () => {
    const { rows } = await test.stores.requesters.search({
      text: null,
      customer: null,
      after: null,
      limit: 200,
    });
    return rows;
  };

  it('come in pages that miss nobody and show nobody twice, also among equal names', async () => {
    const { requesters } = test.stores;
    for (let number = 0; number < 7; number += 1) {
      await requesters.create(doer('session.create'), dana);
    }
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof requesters.search>> = await requesters.search({
        text: null,
        customer: 'northwind',
        after,
        limit: 3,
      });
      seen.push(...page.rows.map(({ id }) => id));
      after = page.next;
    } while (after !== null);
    expect(seen).toHaveSize(9);
    expect(new Set(seen)).toHaveSize(9);
  });

  it('are found by name, address or department; signs with a meaning in SQL have none here', async () => {
    const found = async (text: string) =>
      (
        await test.stores.requesters.search({ text, customer: null, after: null, limit: 10 })
      ).rows.map(({ name }) => name);
    expect(await found('okonk')).toEqual(['Chidi Okonkwo']);
    expect(await found('FABRIKAM.example')).toEqual(['Aaron Whitfield']);
    expect(await found('fin')).toEqual(['Beatriz Salgado']);
    expect(await found('%')).toEqual([]);
  });

  it('are remembered by the way, once, however many invite them at once', async () => {
    const { requestersByTheWay } = test.stores;
    const by = doer('session.create', 'ana');
    const noted = await Promise.all(
      Array.from({ length: 8 }, () => requestersByTheWay.note(by, dana)),
    );
    expect(new Set(noted.map(({ id }) => id))).toHaveSize(1);
    const id = noted[0]?.id ?? '';
    const entries = await test.audited('requester', id);
    expect(entries).toHaveSize(1);
    expect(JSON.stringify(entries)).not.toContain('Ilves');
  });

  it('are known by their address, whatever name is given this time', async () => {
    const { requestersByTheWay } = test.stores;
    const address = 'AARON.whitfield@fabrikam.example';
    const known = await requestersByTheWay.note(doer('session.create'), {
      ...dana,
      name: 'A. Whitfield',
      address,
    });
    expect(known.name).toBe('Aaron Whitfield');
  });

  it('are edited; the audit says which fields, and keeps the rest apart', async () => {
    const { requesters } = test.stores;
    const id = await requesters.create(doer('session.create'), dana);
    await requesters.update(doer('session.create'), id, { ...dana, language: 'pt-BR' });
    expect((await requesters.find(id))?.language).toBe('pt-BR');
    const entries = await test.audited('requester', id);
    expect(entries[1]?.data).toEqual({ changed: ['language'] });
    await expectAsync(
      requesters.update(doer('session.create'), id, { ...dana, customer: 'nobody' }),
    ).toBeRejectedWith(jasmine.objectContaining({ code: 'customer-unknown' }));
  });

  it('keep their customer from being deleted', async () => {
    const { customers } = test.stores;
    await expectAsync(customers.delete(doer('channel.create'), 'northwind')).toBeRejectedWith(
      jasmine.objectContaining({ code: 'customer-in-use' }),
    );
    const key = await customers.create(doer('channel.create'), 'Adatum Hospitals');
    expect(await customers.keyOf('ADATUM hospitals')).toBe(key);
    await customers.delete(doer('channel.create'), key);
    expect(await customers.keyOf(key)).toBeNull();
  });

  describe('in a table', () => {
    const rowsIn = (text: string): readonly TableRequester[] => {
      const table = readRequesterTable(text);
      if (!table.ok) throw new Error(JSON.stringify(table.faults));
      return table.rows;
    };
    const faultsIn = (text: string) => {
      const table = readRequesterTable(text);
      return table.ok ? [] : table.faults.map(({ line, message }) => `${line}: ${message}`);
    };

    it('are brought up to date by address, else by name; what a row leaves empty stays', async () => {
      const rows = rowsIn(
        [
          '\uFEFFname;address;customer',
          'Aaron Whitfield;aaron.whitfield@fabrikam.example;Fabrikam Studios',
          'Bea Salgado;BEATRIZ.salgado@northwind.example;',
          'Dana "D" Ilves;;Adatum Hospitals',
          'Dana "D" Ilves;;Adatum Hospitals',
        ]
          .join('\r\n')
          .replaceAll('"', ''),
      );
      const { requesterImport } = test.stores;
      const by = doer('channel.create');
      const wanted = { created: 1, updated: 1, unchanged: 2, newCustomers: ['Adatum Hospitals'] };
      const before = await all();
      expect(await requesterImport.tryOut(by, rows)).toEqual(wanted);
      expect(await all()).toEqual(before);
      expect(await test.audited('requester', 'import')).toEqual([]);
      expect(await requesterImport.run(by, rows)).toEqual(wanted);
      const after = await all();
      expect(after).toHaveSize(4);
      expect(after.find(({ name }) => name === 'Bea Salgado')).toEqual(
        jasmine.objectContaining({
          language: 'pt-BR',
          customer: 'northwind',
          department: 'Finance',
        }),
      );
      expect(await test.audited('requester', 'import')).toHaveSize(1);
    });

    it('are each looked for by an index, however many are known', async () => {
      const { owner } = test.database;
      await rowsOf(
        owner,
        `insert into requesters (id, name, address)
         select gen_random_uuid(), 'Person ' || n,
           case when n % 2 = 0 then 'person-' || n || '@many.example' end
         from generate_series(1, 5000) as n`,
      );
      await rowsOf(owner, 'analyze requesters');
      const plan = await rowOf(owner, `explain (format json) ${mergingRequesters}`, {
        people: '[]',
      });
      const indexes = JSON.stringify(plan).match(/requesters_(by_address|by_name|of_customer)/g);
      expect(new Set(indexes)).toHaveSize(2);
    });

    it('are refused with line and reason', () => {
      expect(faultsIn('')).toEqual(['1: the table is empty']);
      expect(faultsIn('name,phone\nA,1')).toEqual([
        '1: there is no column "phone"; the columns are name, address, language, customer, department',
      ]);
      expect(faultsIn('address\na@b.example')).toEqual(['1: the column "name" is missing']);
      expect(faultsIn('name,name\na,b')).toEqual(['1: the column "name" stands there twice']);
      expect(faultsIn('name\nAa\u200Bron\n"Aaron\nW"')).toEqual([
        '2: the name must be one line of signs that can be seen',
        '4: the name must be one line of signs that can be seen',
      ]);
      expect(faultsIn('name,department\nA,"Night\nshift"')).toEqual([
        '3: the department must be one line of signs that can be seen',
      ]);
      expect(faultsIn('name,customer\nJos\uFFFD,\nA,Ada\u200Btum')).toEqual([
        '2: letters were lost here: save the table as UTF-8',
        '3: the customer must be one line of signs that can be seen',
      ]);
      expect(faultsIn('name,address,language\nA,nowhere,en\n,a@b.example,English\nB,,\nC')).toEqual(
        [
          '2: "nowhere" is no mail address',
          '3: the name is missing',
          '3: "English" is no language tag such as en or pt-BR',
          '5: 3 fields expected, 1 found',
        ],
      );
      expect(faultsIn('name,address\nA,a@b.example\n\nB,A@B.example')).toEqual([
        '4: the address of line 2 again',
      ]);
      expect(faultsIn('name,address\n"A,a@b.example')).toEqual([
        jasmine.stringContaining('a double quote is out of place'),
      ]);
      expect(faultsIn(`name\n${'A\n'.repeat(20_001)}`)).toEqual([
        '1: 20001 rows are too many at once; 20000 are taken',
      ]);
    });
  });
});
