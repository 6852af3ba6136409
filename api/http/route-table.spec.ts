import { fileURLToPath } from 'node:url';
import { isOperation, operations } from '../operations.js';
import { readDescription } from './request-validation.js';
import { RouteTable } from './route-table.js';

const description = fileURLToPath(new URL('../../../openapi.yaml', import.meta.url));
const id = '0b7f2d2e-6d1c-4a57-8a85-0d3c9b0f7a11';

describe('The table of routes', () => {
  const table = new RouteTable(readDescription(description), isOperation);

  it('knows every operation of the description, and no other', () => {
    const described = table.operations.map((one) => one.id as string).sort();
    expect(described).toEqual(Object.keys(operations).sort());
  });

  it('finds an operation by its very path', () => {
    expect(table.find('POST', `/api/sessions/${id}/claim`)).toEqual({
      id: 'claimSession',
      path: { id },
    });
  });

  it('tells another method from another path', () => {
    expect(table.find('DELETE', '/api/queue')).toEqual({ allowed: ['GET'] });
    expect(table.find('GET', '/api/nothing')).toBe('not-found');
  });

  it('takes no other spelling for it', () => {
    for (const path of [
      '/api/queue/',
      '/API/queue',
      '/api/Queue',
      '/api//queue',
      '/api/./queue',
      '/api/queue;x=1',
      '/api/%71ueue',
      '/api/queue%2e',
      '/api/queue%252e',
      '/api/queue\\',
      '/api/x/../queue',
      ' /api/queue',
    ]) {
      expect(table.find('GET', path)).withContext(path).toBe('not-found');
    }
  });
});
