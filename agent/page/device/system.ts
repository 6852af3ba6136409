/** The system of a browser, as far as its user agent string tells. */
export type SystemName = 'Windows' | 'macOS' | 'Linux' | 'ChromeOS' | 'Android' | 'iOS';

/** Reads the system out of a user agent string, or null when it names none that is known. */
export function systemOf(userAgent: string): SystemName | null {
  if (/iPhone|iPad|iPod/.test(userAgent)) return 'iOS';
  if (userAgent.includes('Android')) return 'Android';
  if (userAgent.includes('Windows')) return 'Windows';
  if (/Mac OS X|Macintosh/.test(userAgent)) return 'macOS';
  if (userAgent.includes('CrOS')) return 'ChromeOS';
  return userAgent.includes('Linux') ? 'Linux' : null;
}

/** The browser's name and major version, such as `Firefox 142`, or null. */
export function browserOf(userAgent: string): string | null {
  const found = /(Edg|OPR|Firefox|Chrome)\/(\d+)/.exec(preferred(userAgent));
  if (found?.[1] && found[2]) return `${browserNames[found[1]] ?? found[1]} ${found[2]}`;
  const safari = /Version\/(\d+)[.\d]* (?:Mobile\/\S+ )?Safari/.exec(userAgent);
  return safari?.[1] ? `Safari ${safari[1]}` : null;
}

const browserNames: Readonly<Record<string, string>> = { Edg: 'Edge', OPR: 'Opera' };

/** Edge and Opera also call themselves Chrome; their own name stands further back. */
function preferred(userAgent: string): string {
  const own = /(?:Edg|OPR)\/\d+/.exec(userAgent);
  return own ? own[0] : userAgent;
}

/** Whether the helper built for 64-bit PC Linux runs on this machine. */
export function runsLinuxHelper(userAgent: string): boolean {
  return systemOf(userAgent) === 'Linux' && /x86_64|amd64/.test(userAgent);
}
