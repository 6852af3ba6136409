/** Where the user's machine stands, for the desk and whoever looks on from its side. */
export interface UserPlace {
  /** Where the user's machine is reached. */
  readonly address: string;
  /** Where the desk listens to be reached from there, and by which name it is known there as here. */
  readonly desk: { readonly host: string; readonly name: string };
  /** How a program is started there. */
  startedThere(
    command: string,
    args: readonly string[],
  ): readonly [command: string, args: readonly string[]];
}

/** On the desk's own machine. */
export const besideTheDesk: UserPlace = {
  address: '127.0.0.1',
  desk: { host: '127.0.0.1', name: '127.0.0.1' },
  startedThere: (command, args) => [command, args],
};
