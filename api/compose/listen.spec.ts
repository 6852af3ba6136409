import type { AddressInfo, Socket } from 'node:net';
import { connect } from 'node:net';
import type { Server } from 'node:http';
import express from 'express';
import { until } from '../../workflows/until-testing.js';
import { refuseUpgrade } from '../http/refuse-upgrade.js';
import { mediaPath } from '../media/media-tickets.js';
import { closeServer, createDeskServer, listen } from './listen.js';

describe('The server of the desk', () => {
  let server: Server;
  let unheard: unknown[];
  const hear = (error: unknown): void => {
    unheard.push(error);
  };

  beforeEach(async () => {
    unheard = [];
    process.on('uncaughtException', hear);
    server = createDeskServer(
      express(),
      {
        upgrade: (_request, socket) => {
          refuseUpgrade(socket, 403);
        },
      },
      null,
    );
    await listen(server, '127.0.0.1', 0);
  });

  afterEach(async () => {
    await closeServer(server, 0);
    process.off('uncaughtException', hear);
  });

  function dial(): Socket {
    const { port } = server.address() as AddressInfo;
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    socket.on('error', () => undefined);
    return socket;
  }

  function askForSocket(socket: Socket, path: string): void {
    socket.write(
      `GET ${path} HTTP/1.1\r\nHost: desk\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
    );
  }

  const unreadable = {
    'an address that is too long': [`GET /?${'a'.repeat(20_000)} HTTP/1.1`, 431, 'head-too-large'],
    'what is no HTTP': ['HELLO', 400, 'malformed-request'],
  } as const;
  for (const [what, [line, status, code]] of Object.entries(unreadable)) {
    it(`answers ${what} with a problem, and hangs up`, async () => {
      const socket = dial();
      let heard = '';
      socket.on('data', (data) => (heard += data.toString()));
      socket.write(`${line}\r\nHost: desk\r\n\r\n`);
      await until('the line is gone', async () => {
        return heard !== '' && (await connectionsOf(server)) === 0;
      });
      const [head = '', body = ''] = heard.split('\r\n\r\n');
      expect(head).toContain(`HTTP/1.1 ${status} `);
      expect(head).toContain('Content-Type: application/problem+json');
      expect(JSON.parse(body)).toEqual(
        jasmine.objectContaining({ type: `/problems/${code}`, status }),
      );
      socket.destroy();
    });
  }

  it('puts no second answer into one that has begun', async () => {
    const socket = dial();
    let heard = '';
    socket.on('data', (data) => (heard += data.toString()));
    server.on('request', (_request, response) => {
      response.write('begun');
      socket.write('HELLO\r\n\r\n');
    });
    socket.write('GET /slow HTTP/1.1\r\nHost: desk\r\n\r\n');
    await until('the line is gone', async () => {
      return heard !== '' && (await connectionsOf(server)) === 0;
    });
    expect(heard).toContain('begun');
    expect(heard).not.toContain('problem+json');
    socket.destroy();
  });

  for (const path of ['/nowhere', mediaPath]) {
    it(`outlives who asks for a socket at ${path} and cuts the line`, async () => {
      for (let time = 0; time < 20; time += 1) {
        const socket = dial();
        const handedOver = new Promise((resolve) => server.once('upgrade', resolve));
        askForSocket(socket, path);
        await handedOver;
        socket.resetAndDestroy();
      }
      await until('every line is gone', () => connectionsOf(server).then((count) => count === 0));
      expect(unheard).toEqual([]);
    });

    it(`keeps no line of who is refused a socket at ${path} and never hangs up`, async () => {
      const socket = dial();
      let heard = '';
      socket.on('data', (data) => (heard += data.toString()));
      askForSocket(socket, path);
      await until('the line is gone', async () => {
        return heard !== '' && (await connectionsOf(server)) === 0;
      });
      expect(heard).toMatch(/^HTTP\/1\.1 40[34] /);
      socket.destroy();
    });
  }
});

function connectionsOf(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.getConnections((error, count) => {
      if (error) reject(error);
      else resolve(count);
    });
  });
}
