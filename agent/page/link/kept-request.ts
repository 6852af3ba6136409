const storageKey = 'mayday.request';

/** A request that was sent from this browser, to come back to after its window was closed. */
export interface KeptRequest {
  readonly token: string;
  readonly subject: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Nobody looks for a request that is older. */
const keptForMs = 14 * 86_400_000;

export function keepRequest(request: KeptRequest): void {
  localStorage.setItem(storageKey, JSON.stringify(request));
}

/** The latest request of this browser, or null. */
export function keptRequest(): KeptRequest | null {
  const found = read(localStorage.getItem(storageKey));
  return found && Date.now() - found.at < keptForMs ? found : null;
}

function read(text: string | null): KeptRequest | null {
  try {
    const found: unknown = JSON.parse(text ?? 'null');
    return isRequest(found) ? found : null;
  } catch {
    // A SyntaxError: not ours, or cut off.
    return null;
  }
}

function isRequest(found: unknown): found is KeptRequest {
  return (
    typeof found === 'object' &&
    found !== null &&
    'token' in found &&
    'subject' in found &&
    'at' in found &&
    typeof found.token === 'string' &&
    typeof found.subject === 'string' &&
    typeof found.at === 'number'
  );
}
