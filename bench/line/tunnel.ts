import { openSync } from 'node:fs';
import koffi from 'koffi';
import { bind } from '../../agent/platform/native.js';

const ioctl = bind<[number, number, Uint8Array], number>(
  koffi.load('libc.so.6'),
  'int ioctl(int file, ulong request, uint8_t *argument)',
);
const setInterface = 0x400454ca;
/** A network interface of whole packets with nothing before them. */
const packetsOnly = 0x1001;
const requestBytes = 40;
const nameBytes = 16;

/** Makes a network interface whose packets this process reads and writes by the file that is answered; it is gone when that is closed. Throws when the system does not let us. */
export function openTunnel(name: string): number {
  const file = openSync('/dev/net/tun', 'r+');
  const request = Buffer.alloc(requestBytes);
  request.write(name, 0, nameBytes - 1, 'latin1');
  request.writeUInt16LE(packetsOnly, nameBytes);
  if (ioctl(file, setInterface, request) < 0) {
    throw new Error(`The system makes no network interface ${name}.`);
  }
  return file;
}
