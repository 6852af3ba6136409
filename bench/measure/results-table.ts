import type { Detail, Result } from './result.js';

const begin = '<!-- results: written by npm run bench -->';
const end = '<!-- /results -->';

/** Puts the results between the two marks of a Markdown text; throws when a mark is missing. */
export function withResults(markdown: string, results: readonly Result[]): string {
  const from = markdown.indexOf(begin);
  const to = markdown.indexOf(end);
  if (from < 0 || to < from) throw new Error(`The marks ${begin} and ${end} are missing.`);
  const before = markdown.slice(0, from + begin.length);
  return `${before}\n\n${resultsMarkdown(results)}\n\n${markdown.slice(to)}`;
}

function resultsMarkdown(results: readonly Result[]): string {
  const summary = table(
    ['id', 'what', 'figure', 'goal', 'verdict', 'command'],
    results.map(({ id, what, figure, goal, verdict, command }) => [
      id,
      what,
      figure,
      goal,
      verdict,
      `\`${command}\``,
    ]),
  );
  return [summary, ...results.filter(hasDetails).map(section)].join('\n\n');
}

function hasDetails({ details }: Result): boolean {
  return details.length > 0;
}

function section(result: Result): string {
  return [`### ${result.id}`, circumstances(result), ...result.details.map(detail)].join('\n\n');
}

function circumstances({ day, machine, loadBefore }: Result): string {
  const { cores, processor, memoryGiB, system, node } = machine;
  const busy = loadBefore > 1 ? ', so others were at work on it' : '';
  return `${day}, ${cores} × ${processor}, ${memoryGiB} GiB, ${system}, Node ${node}; load before ${loadBefore.toFixed(2)}${busy}.`;
}

function detail({ title, columns, rows }: Detail): string {
  return `${title}\n\n${table(columns, rows)}`;
}

function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return [columns, columns.map(() => '---'), ...rows].map(line).join('\n');
}

function line(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}
