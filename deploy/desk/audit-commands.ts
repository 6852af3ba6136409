import type { Command } from 'commander';
import { AuditAnswers, type Against, type Period, type Proving } from './audit-answers.js';
import { DeskHouse } from './desk-house.js';
import { RetentionAnswers, type Trial } from './retention-answers.js';
import type { Surroundings } from './surroundings.js';

/** Adds what can be asked of the audit log. */
export function addAuditCommands(program: Command, surroundings: Surroundings): void {
  const { base, print, environment } = surroundings;
  const house = new DeskHouse(environment);
  const answers = new AuditAnswers(base, house);
  const audit = program
    .command('audit')
    .description('the log of all that was done, and its proofs');
  audit
    .command('verify')
    .description('verifies the whole log in the desk’s database')
    .option('--key <file>', 'the log’s public key; the desk’s own unless told')
    .option('--checkpoint <file>', 'checkpoints kept elsewhere, the last of which counts')
    .action(async (against: Against) => {
      print(await answers.verify(against));
    });
  audit
    .command('export <directory>')
    .description('writes a part of the log with its proofs and a verifier of one file')
    .option('--from <instant>', 'leaves out what was written before')
    .option('--to <instant>', 'leaves out what was written then or later')
    .option('--checkpoint <file>', 'a checkpoint to which the bundle must lead')
    .action(async (directory: string, period: Period) => {
      print(await answers.export(directory, period));
    });
  audit
    .command('rotate-key')
    .description('hands the log over to a new key, signed by the one before')
    .action(async () => {
      print(await answers.rotateKey());
    });
  audit
    .command('restored')
    .description('goes on with the log of a database that was restored from a backup')
    .action(async () => {
      print(await answers.resume());
    });
  addProofCommands(audit, answers, print);
  addRetentionCommands(program, new RetentionAnswers(house), print);
}

function addProofCommands(
  audit: Command,
  answers: AuditAnswers,
  print: Surroundings['print'],
): void {
  audit
    .command('prove <entry>')
    .description('the proof that one entry is in the log, for verify.mjs')
    .option('--checkpoint <file>', 'a checkpoint to which the proof must lead')
    .action(async (entry: string, proving: Proving) => {
      print(await answers.prove(entry, proving));
    });
  audit
    .command('prove-growth <size> [later]')
    .description('the proof that the log of one signed size became that of another, or the last')
    .action(async (from: string, to: string | undefined) => {
      print(await answers.proveGrowth(from, to));
    });
  audit
    .command('verifier')
    .description('the program of one file that verifies bundles and proofs')
    .action(() => {
      print(answers.verifier());
    });
}

function addRetentionCommands(
  program: Command,
  answers: RetentionAnswers,
  print: Surroundings['print'],
): void {
  const retention = program.command('retention').description('how long what is personal is kept');
  retention
    .command('run')
    .description('erases what is older than its class is kept')
    .option('--dry-run', 'only says what would go')
    .action(async (trial: Trial) => {
      print(await answers.run(trial));
    });
  retention
    .command('set <class> <days>')
    .description('keeps a class (session, chat, recording, audit) so many days, or forever')
    .action(async (name: string, days: string) => {
      print(await answers.set(name, days));
    });
  program
    .command('person')
    .description('people who asked for help')
    .command('erase <id>')
    .description('erases somebody, with all that their sessions say of them')
    .option('--dry-run', 'only says what would go')
    .action(async (id: string, trial: Trial) => {
      print(await answers.erasePerson(id, trial));
    });
}
