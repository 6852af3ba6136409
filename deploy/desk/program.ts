import { Command } from 'commander';
import { addAuditCommands } from './audit-commands.js';
import { addBackupCommands } from './backup-commands.js';
import { InputFiles } from './input-files.js';
import { PolicyAnswers, questionFrom } from './policy-answers.js';
import { addPolicyRecordCommands } from './policy-record-commands.js';
import { RoutingAnswers, type RoutingSources } from './routing-answers.js';
import { SlaAnswers } from './sla-answers.js';
import type { Surroundings } from './surroundings.js';

interface PolicyOptions {
  readonly policy: string;
  readonly organisation?: string;
}

/** The `desk` command line. Parsing it rejects with DeskFailure where there is no answer. */
export function deskProgram(surroundings: Surroundings): Command {
  const program = new Command('desk').description('Ask the desk, and look after what it keeps');
  const files = new InputFiles(surroundings.base);
  const policy = program.command('policy').description('who may do what');
  addPolicyCommands(policy, new PolicyAnswers(files), surroundings);
  addPolicyRecordCommands(policy, files, surroundings);
  program
    .command('sla')
    .description('promises and their clocks')
    .command('evaluate <cases>')
    .description('reads the clocks of every case of a JSON file')
    .action((cases: string) => {
      new SlaAnswers(files).evaluate(cases).forEach(surroundings.print);
    });
  addRoutingCommands(program, new RoutingAnswers(files), surroundings);
  addAuditCommands(program, surroundings);
  addBackupCommands(program, surroundings);
  return program;
}

function addRoutingCommands(
  program: Command,
  answers: RoutingAnswers,
  { policy, print }: Surroundings,
): void {
  program
    .command('routing')
    .description('how requests find their technician')
    .command('try <request>')
    .description('says where the request of a JSON file would go, to whom, and why')
    .option('--policy <directory>', 'the policy that says who may take it', policy)
    .option('--organisation <file>', 'channels and people', 'deploy/demo/org.json')
    .option('--routing <file>', 'the rules and the channels’ routing', 'deploy/demo/routing.json')
    .option('--people <file>', 'what the people can and speak', 'deploy/demo/directory.json')
    .option('--sos-calls <file>', 'the SOS Calls', 'deploy/demo/sos-calls.json')
    .action(async (request: string, options: RoutingSources) => {
      print(await answers.try(request, options));
    });
}

function addPolicyCommands(
  policy: Command,
  answers: PolicyAnswers,
  { policy: usual, print }: Surroundings,
): void {
  const withPolicy = (command: Command) =>
    command.option('--policy <directory>', 'the policy to ask', usual);
  const withSources = (command: Command) =>
    withPolicy(command).option('--organisation <file>', 'the organisation to ask it about');

  withPolicy(policy.command('ask <organisation> <questions>'))
    .description('answers every question of a CSV file about an organisation')
    .action(async (organisation: string, questions: string, options: PolicyOptions) => {
      print(await answers.ask(organisation, questions, options.policy));
    });
  policy
    .command('check [directory]')
    .description('reads a policy and asks it everything that is expected of it')
    .action(async (directory: string | undefined) => {
      print(await answers.check(directory ?? usual));
    });
  withSources(policy.command('explain <technician> <channel> <action> [relation]'))
    .description('takes one decision and says what it rests on')
    .action(
      async (
        technician: string,
        channel: string,
        action: string,
        relation: string | undefined,
        options: PolicyOptions,
      ) => {
        const asked = questionFrom(channel, action, relation ?? 'own');
        print(await answers.explain({ technician, ...asked }, options));
      },
    );
  withSources(policy.command('who-can <channel> <action> [relation]'))
    .description('lists everybody who may do something')
    .action(
      async (
        channel: string,
        action: string,
        relation: string | undefined,
        options: PolicyOptions,
      ) => {
        print(await answers.whoCan(questionFrom(channel, action, relation ?? 'own'), options));
      },
    );
  withSources(policy.command('diff <old> <new>'))
    .description('says who gains and loses what between two policies or two organisations')
    .action(async (before: string, after: string, options: PolicyOptions) => {
      print(await answers.diff(before, after, options));
    });
}
