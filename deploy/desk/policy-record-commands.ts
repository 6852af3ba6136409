import type { Command } from 'commander';
import { DeskHouse } from './desk-house.js';
import type { InputFiles } from './input-files.js';
import { PolicyRecord } from './policy-record.js';
import type { Surroundings } from './surroundings.js';

/** Adds what concerns the policy of a running desk: its decisions, its organisation, what was in force. */
export function addPolicyRecordCommands(
  policy: Command,
  files: InputFiles,
  { print, environment }: Surroundings,
): void {
  const record = new PolicyRecord(files, new DeskHouse(environment));
  policy
    .command('replay <new>')
    .description('says which recorded decisions would have come out differently under a policy')
    .option('--since <instant>', 'leaves out what was decided before; a month ago unless told')
    .action(async (directory: string, { since }: { since?: string }) => {
      print(await record.replay(directory, since));
    });
  policy
    .command('export')
    .description(
      'writes down the desk’s people, groups, roles and switches in the form of org.json',
    )
    .action(async () => {
      print(await record.exported());
    });
  policy
    .command('rollback')
    .description('takes the desk back to the policy that was in force before, on every process')
    .action(async () => {
      print(await record.rollBack());
    });
}
