const storageKey = 'mayday.device-key';
const keyBytes = 32;

/** The random secret by which the desk knows this browser again, made on first use; base64url. */
export function deviceKey(): string {
  const kept = localStorage.getItem(storageKey);
  if (kept) return kept;
  const fresh = newKey();
  localStorage.setItem(storageKey, fresh);
  return fresh;
}

function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(keyBytes));
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
