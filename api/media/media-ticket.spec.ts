import { deriveKey } from '../../activities/keys/derive-key.js';
import { openTicket, sealTicket, type TicketClaims } from './media-ticket.js';

const key = deriveKey(Buffer.alloc(32, 1), 'media-ticket');
const claims: TicketClaims = {
  sessionId: '6a3f8f3e-0f55-4b8f-9f70-0f2f6f7b6c11',
  holder: { kind: 'device', deviceId: 'd' },
  epoch: 3,
  expiresAt: 2_000,
};

describe('A media ticket', () => {
  it('gives back what it was made with until it expires', () => {
    const ticket = sealTicket(key, claims);
    expect(openTicket(key, ticket, 1_999)).toEqual(claims);
    expect(openTicket(key, ticket, 2_000)).toBeNull();
  });

  it('is refused when it was signed under another key', () => {
    const foreign = deriveKey(Buffer.alloc(32, 2), 'media-ticket');
    expect(openTicket(key, sealTicket(foreign, claims), 0)).toBeNull();
  });

  it('is refused when what it says was changed', () => {
    const [, signature = ''] = sealTicket(key, claims).split('.');
    const other = Buffer.from(JSON.stringify({ ...claims, expiresAt: 9_000 })).toString(
      'base64url',
    );
    expect(openTicket(key, `${other}.${signature}`, 0)).toBeNull();
  });

  it('is refused when it is not a ticket at all', () => {
    for (const text of ['', '.', 'a', 'a.b', 'a.b.c', '..']) {
      expect(openTicket(key, text, 0))
        .withContext(text)
        .toBeNull();
    }
  });
});
