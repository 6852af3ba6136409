/** Something that is done again and again until it is stopped. */
export interface Repeated {
  stop(): void;
}

/** Does something every so often, never twice at once; what fails is told and tried again. */
export function repeat(
  everyMs: number,
  act: () => Promise<void> | void,
  onError: (error: unknown) => void,
): Repeated {
  let busy = false;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    Promise.resolve()
      .then(act)
      .catch(onError)
      .finally(() => {
        busy = false;
      });
  }, everyMs);
  return {
    stop() {
      clearInterval(timer);
    },
  };
}
