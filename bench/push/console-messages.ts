/** What the process of the open consoles is told. */
export type ConsoleQuestion =
  | {
      readonly kind: 'sign-in';
      readonly desk: string;
      readonly people: readonly string[];
      readonly password: string;
    }
  /** They look at something that lets everybody in. */
  | { readonly kind: 'look-at'; readonly desk: string }
  /** So many are open from then on. */
  | { readonly kind: 'open'; readonly count: number }
  | { readonly kind: 'count' };

/** Its answer: how many are open, and how many events of sessions all of them have heard. */
export interface ConsoleAnswer {
  readonly open: number;
  readonly heard: number;
}
