/** What each problem says whoever has it: its HTTP status and one plain sentence. */
export interface ProblemKind {
  readonly status: number;
  readonly title: string;
}
