import { whatIsMissing } from '../supervisor/preflight/what-is-missing.mjs';
import { nodeProblems } from './project-node.mjs';
import { project } from './project.mjs';

/** Ends a start that cannot succeed with the list of what is missing and what to do, before anything is installed or built. */
export async function refuseWhatCannotStart() {
  const missing = [...nodeProblems(), ...(await whatIsMissing(process.env, project))];
  if (missing.length === 0) return;
  console.error('Mayday cannot start yet:');
  for (const sentence of missing) console.error(`  - ${sentence}`);
  process.exit(1);
}
