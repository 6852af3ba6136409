import { getCACertificates, setDefaultCACertificates } from 'node:tls';

/** Lets the helper believe every certificate that its machine believes, as browsers there do, beside those that come with it. */
export function trustTheMachine(): void {
  setDefaultCACertificates([...getCACertificates('default'), ...getCACertificates('system')]);
}
