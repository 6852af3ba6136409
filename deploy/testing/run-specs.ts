import { writeFileSync } from 'node:fs';
import Jasmine from 'jasmine';
import { ResultReporter } from './result-reporter.js';

/** Runs the spec files named on the command line in this process and writes the counts as JSON to the first argument. */
const [resultFile, ...files] = process.argv.slice(2);
if (resultFile === undefined) throw new Error('usage: run-specs.js RESULT-FILE SPEC-FILE…');

const runner = new Jasmine();
const reporter = new ResultReporter();
runner.exitOnCompletion = false;
runner.randomizeTests(false);
runner.clearReporters();
runner.addReporter(reporter);
jasmine.DEFAULT_TIMEOUT_INTERVAL = 30_000;
await runner.execute([...files]);
writeFileSync(resultFile, JSON.stringify(reporter.counts()));
process.exit(0);
