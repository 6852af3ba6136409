/** Why the directory does not take a change. */
export type DirectoryRefusal =
  | 'channel-unknown'
  | 'group-unknown'
  | 'colleague-unknown'
  | 'customer-unknown'
  | 'requester-unknown'
  | 'name-taken'
  | 'address-taken'
  | 'key-taken'
  | 'limit-reached'
  | 'default-channel'
  | 'channel-not-empty'
  | 'last-owner'
  | 'from-sign-in'
  | 'group-in-routing'
  | 'customer-in-use';

/** Thrown where what the directory holds forbids a change; nothing of the change is kept. */
export class DirectoryRefusedError extends Error {
  readonly code: DirectoryRefusal;
  readonly detail: string | null;
  /** The name of what is in the way, or null. */
  readonly other: string | null;

  constructor(code: DirectoryRefusal, detail: string | null = null, other: string | null = null) {
    super(detail ?? code);
    this.name = 'DirectoryRefusedError';
    this.code = code;
    this.detail = detail;
    this.other = other;
  }
}
