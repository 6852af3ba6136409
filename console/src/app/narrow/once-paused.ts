const pause = 250;

/** Does something with what was typed, once the typing has paused. */
export function oncePaused(act: (text: string) => void): (text: string) => void {
  let typing: ReturnType<typeof setTimeout> | undefined;
  return (text) => {
    clearTimeout(typing);
    typing = setTimeout(() => {
      act(text);
    }, pause);
  };
}
