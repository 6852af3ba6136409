import type { Progress } from './getting/progress.js';

/** Tells on standard output what is being done, and when it is done how long it took. */
export const terminalProgress: Progress = async (title, work) => {
  const began = performance.now();
  const tell = (end: string) => {
    console.log(`  ${title}${end}`);
  };
  const elapsed = () => `${((performance.now() - began) / 1000).toFixed(1)} s`;
  tell(' …');
  try {
    const result = await work();
    tell(`  ${elapsed()}`);
    return result;
  } catch (error) {
    tell(`  failed after ${elapsed()}`);
    throw error;
  }
};
