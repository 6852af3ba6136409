import type { Counts } from './counts.js';

/** Counts what specs did and tells failures as they happen; a failure outside any spec counts as one. */
export class ResultReporter implements jasmine.CustomReporter {
  #passed = 0;
  #failed = 0;

  counts(): Counts {
    return { passed: this.#passed, failed: this.#failed };
  }

  specDone(result: jasmine.SpecResult): void {
    if (result.status === 'passed') this.#passed += 1;
    else if (result.status === 'failed') this.#fail(result.fullName, result.failedExpectations);
    else console.log(`  not run: ${result.fullName}`);
  }

  suiteDone(result: jasmine.SuiteResult): void {
    const broken = result.failedExpectations;
    if (broken.length > 0) this.#fail(`around "${result.fullName}"`, broken);
  }

  jasmineDone(result: jasmine.JasmineDoneInfo): void {
    if (result.failedExpectations.length > 0) this.#fail('at load', result.failedExpectations);
    else if (result.overallStatus === 'incomplete') {
      this.#failed += 1;
      console.log(`  FAILED: ${result.incompleteReason}`);
    }
  }

  #fail(name: string, expectations: readonly jasmine.FailedExpectation[]): void {
    this.#failed += 1;
    console.log(`  FAILED: ${name}`);
    for (const { message, stack } of expectations) {
      console.log(indent(stack.includes(message) ? stack : `${message}\n${stack}`));
    }
  }
}

function indent(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .filter((line) => !line.includes('node_modules/jasmine'))
    .map((line) => `    ${line}`)
    .join('\n');
}
