/** A lock: pieces of work given to it run one after the other, in the order in which they came. */
export function oneAtATime(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    last = turn.catch(() => undefined); // Whoever comes next is not stopped by a failure before.
    return turn;
  };
}
