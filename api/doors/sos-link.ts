/** The address to put on a page or a poster. The token stands in the fragment, which browsers never send. */
export function sosUrl(publicUrl: URL, token: string): string {
  return `${new URL('/sos', publicUrl).href}#${token}`;
}
