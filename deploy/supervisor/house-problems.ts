/** What keeps a house from starting, all of it at once: each a sentence with what is missing and what to do. */
export class HouseProblems extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}
