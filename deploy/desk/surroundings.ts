/** Where the command line stands and where its answers go. */
export interface Surroundings {
  /** The directory that paths are taken from. */
  readonly base: string;
  /** The policy that is asked unless another is named. */
  readonly policy: string;
  readonly print: (answer: string) => void;
  /** The environment that says which desk's record is meant. */
  readonly environment: NodeJS.ProcessEnv;
}
