import type { DeliveryFaultCode } from './delivery-fault.js';

const codes: Readonly<Record<string, DeliveryFaultCode>> = {
  ENOTFOUND: 'name-not-found',
  EAI_AGAIN: 'name-not-found',
  EAI_NODATA: 'name-not-found',
  EAI_NONAME: 'name-not-found',
  EDNS: 'name-not-found',
  ECONNREFUSED: 'connection-refused',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  ETIMEDOUT: 'timed-out',
  ETIMEOUT: 'timed-out',
  ECONNRESET: 'connection-lost',
  EPIPE: 'connection-lost',
  ECONNECTION: 'connection-lost',
  ETLS: 'encryption-failed',
  EPROTO: 'encryption-failed',
};

/** How OpenSSL and Node call what is wrong with a certificate or with the way of encrypting. */
const ofEncryption =
  /^(?:ERR_TLS_|ERR_SSL_|CERT_|HOSTNAME_MISMATCH$|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_(?:GET|VERIFY)_)/;

/** What went wrong with a line to another machine, by the name of a system error; null where it is none of the line. */
export function lineFaultOf(systemCode: string): DeliveryFaultCode | null {
  return ofEncryption.test(systemCode) ? 'encryption-failed' : (codes[systemCode] ?? null);
}

/** The name of a system error, where an error has one. */
export function systemCodeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}
