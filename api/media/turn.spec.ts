import { iceServersOf } from './turn.js';

const turn = {
  urls: ['turn:turn.example.org:3478?transport=udp', 'turns:turn.example.org:5349'],
  secret: 'a-secret-of-the-operator',
};

describe('The way around a network that lets nothing through', () => {
  it('is offered to nobody when there is none', () => {
    expect(iceServersOf(null, 'a-session', 0)).toEqual([]);
  });

  it('is opened by credentials that the server can check by itself, and that end', () => {
    const now = Date.UTC(2026, 10, 26);
    const servers = iceServersOf(turn, 'a-session', now);
    expect(servers.map(({ urls }) => urls)).toEqual(turn.urls);
    for (const { username, credential } of servers) {
      expect(username).toBe('1795680000:a-session');
      // printf 1795680000:a-session | openssl dgst -sha1 -hmac a-secret-of-the-operator -binary | base64
      expect(credential).toBe('pdIJCdmHUMplN2HEC8ZHyd7Hbdc=');
    }
  });
});
