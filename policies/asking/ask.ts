import type { Authorizer } from '../authorize.js';
import { csvLine } from '../reading/csv.js';
import type { AskedQuestion } from '../question.js';
import { questionColumns } from '../reading/read-questions.js';

/** Asks all questions and writes them down with their answers, in their order, under a header line. */
export function askAll(authorizer: Authorizer, asked: readonly AskedQuestion[]): string {
  const lines = asked.map(({ question }) => {
    const { technician, channel, action, relation } = question;
    const answer = authorizer.decide(question).allowed ? 'allow' : 'deny';
    return csvLine([technician, channel, action, relation, answer]);
  });
  return [csvLine([...questionColumns, 'answer']), ...lines, ''].join('\n');
}
