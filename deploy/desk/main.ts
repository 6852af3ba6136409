import { defaultPolicyDirectory } from '../../policies/reading/read-policy-set.js';
import { DeskFailure } from './desk-failure.js';
import { deskProgram } from './program.js';

// Under npm the working directory is the project's; what the user wrote is meant from where they stand.
const { INIT_CWD: typedIn, npm_lifecycle_event: script, POLICY_DIR: policy } = process.env;

const program = deskProgram({
  base: script === 'desk' && typedIn !== undefined ? typedIn : process.cwd(),
  policy: policy ?? defaultPolicyDirectory,
  print: (answer) => process.stdout.write(answer),
  environment: process.env,
});

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof DeskFailure)) throw error;
  console.error(error.message);
  process.exitCode = error.exitCode;
}
