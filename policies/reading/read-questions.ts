import { actions, isAction } from '../../workflows/domain/policy/actions.js';
import { isRelation, relations } from '../../workflows/domain/policy/roles.js';
import { readCsv, type Row } from './csv.js';
import { readOf, type Fault, type Read } from './fault.js';
import { unknown } from './nearest.js';
import type { AskedQuestion } from '../question.js';

/** The columns of a question; an answer may follow them. */
export const questionColumns = ['technician', 'channel', 'action', 'relation'] as const;
const withAnswer = [...questionColumns, 'answer'];

/** Reads questions, with or without their answers; every fault comes with its line. */
export function readQuestions(file: string, text: string): Read<AskedQuestion[]> {
  const table = readCsv(file, text, [questionColumns, withAnswer]);
  const faults = [...table.faults];
  const questions = table.rows.flatMap((row) => {
    const read = readQuestion(row);
    if (typeof read !== 'string') return [read];
    faults.push({ file, line: row.line, message: read });
    return [];
  });
  return readOf(questions, byLine(faults));
}

/** Reads expected decisions: questions that must all have their answers. */
export function readExpectations(file: string, text: string): Read<AskedQuestion[]> {
  const read = readQuestions(file, text);
  if (!read.ok) return read;
  const faults = read.value
    .filter(({ answer }) => answer === null)
    .map(({ line }) => ({ file, line, message: 'an expected decision needs its answer' }));
  return readOf(read.value, faults);
}

function readQuestion({ line, fields }: Row): AskedQuestion | string {
  const [technician = '', channel = '', action = '', relation = '', given] = fields;
  if (technician === '') return 'the technician is missing';
  if (channel === '') return 'the channel is missing (* for the desk)';
  if (!isAction(action)) return unknown(action, 'an action', actions);
  if (!isRelation(relation)) return `"${relation}" is not a relation (${relations.join(', ')})`;
  const answer = answerOf(given);
  if (answer === undefined) return `the answer "${given ?? ''}" is neither allow nor deny`;
  return { question: { technician, channel, action, relation }, line, answer };
}

function answerOf(text = ''): AskedQuestion['answer'] | undefined {
  if (text === '') return null;
  return text === 'allow' || text === 'deny' ? text : undefined;
}

function byLine(faults: readonly Fault[]): Fault[] {
  return faults.toSorted((a, b) => a.line - b.line);
}
