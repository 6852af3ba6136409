import { isIP } from 'node:net';

/**
 * Where people reach the desk, and where it listens for them.
 * @typedef {object} PublicAddress
 * @property {string} url The origin of the console, without a slash at its end.
 * @property {string} name The host name in the URL.
 * @property {string} host
 * @property {number} port
 * @property {boolean} ownTls Whether the desk itself speaks TLS; else it is for this machine only, or a proxy on it does.
 * @property {boolean} behindProxy Whether a proxy on this machine speaks TLS for the desk.
 */

const unencrypted =
  'would serve other machines without encryption: plain HTTP is for this machine only. ' +
  'Let PUBLIC_URL begin with https; without TLS_CERT and TLS_KEY a certificate is made at start.';

/**
 * Reads PUBLIC_URL and HOST; adds a sentence to the problems for each mistake. Without PUBLIC_URL the desk is for this machine only.
 * @param {NodeJS.ProcessEnv} environment
 * @param {number} port
 * @param {string[]} problems
 * @returns {PublicAddress}
 */
export function readPublicUrl(environment, port, problems) {
  const usual = `http://localhost:${port}`;
  const url = parse(environment['PUBLIC_URL'] ?? usual, problems) ?? new URL(usual);
  const name = url.hostname.replace(/^\[|\]$/g, '');
  const host = environment['HOST'] ?? (isLoopback(name) ? '127.0.0.1' : '0.0.0.0');
  const encrypted = url.protocol === 'https:';
  const behindProxy = encrypted && isLoopback(host) && !isLoopback(name);
  const onlyHere = isLoopback(name) && isLoopback(host);
  if (!encrypted && !onlyHere) problems.push(`${url.origin} ${unencrypted}`);
  return {
    url: url.origin,
    name,
    host,
    port: portOf(url, environment, behindProxy, port),
    ownTls: encrypted && !behindProxy,
    behindProxy,
  };
}

/**
 * Whether a host name means this machine only.
 * @param {string} host
 */
export function isLoopback(host) {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

/**
 * @param {string} text
 * @param {string[]} problems
 */
function parse(text, problems) {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const good = url?.protocol === 'https:' || url?.protocol === 'http:';
  if (good && url.pathname === '/' && url.search === '' && url.hash === '') return url;
  problems.push(`PUBLIC_URL is "${text}": give an address such as https://desk.example.org.`);
  return undefined;
}

/**
 * Whoever gives PORT, or puts a proxy in front, decides; else the desk listens where its URL points.
 * @param {URL} url
 * @param {NodeJS.ProcessEnv} environment
 * @param {boolean} behindProxy
 * @param {number} port
 */
function portOf(url, environment, behindProxy, port) {
  if ((environment['PORT'] ?? '').trim() !== '' || behindProxy) return port;
  if (url.port !== '') return Number(url.port);
  return url.protocol === 'https:' ? 443 : 80;
}
