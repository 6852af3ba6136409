import { existsSync, statSync } from 'node:fs';
import { ConfigError } from './config-error.js';
import { type NumberSetting, readNumber } from './settings/number-settings.mjs';

/** The variables of a process. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Secrets that stand in somebody's documentation; nobody keeps a desk behind them. */
const sampleSecrets =
  /^(?:janusrocks|supersecret|changeme|change-me|postgres|secret|password|admin|adminpwd|test|demo|mayday|default|example|foobar|0+|1+|a+|123456.*)$/i;

/**
 * Reads single values of an environment, and gathers what is wrong with them, so that an operator
 * learns of every mistake at once. Until `refuseMistakes` has passed, what it gave may be made up.
 */
export class EnvironmentReader {
  /** Whether this is the demonstration, behind whose sample secrets nobody keeps anything. */
  readonly isDemo: boolean;
  readonly #mistakes: string[] = [];
  readonly #environment: Environment;

  constructor(environment: Environment) {
    this.#environment = environment;
    this.isDemo = environment['MAYDAY_DEMO'] === '1';
  }

  /** Notes a mistake, as a sentence that names the variable. */
  complain(mistake: string): void {
    this.#mistakes.push(mistake);
  }

  /** Throws a ConfigError that lists every mistake, where there is one. */
  refuseMistakes(): void {
    if (this.#mistakes.length > 0) throw new ConfigError(this.#mistakes);
  }

  /** A value without the spaces around it; one that is set to nothing counts as one that is not set. */
  optional(name: string): string | null {
    const value = this.#environment[name]?.trim() ?? '';
    return value === '' ? null : value;
  }

  text(name: string): string {
    const value = this.optional(name);
    if (value === null) this.complain(`${name} is missing.`);
    return value ?? '';
  }

  secret(name: string): string {
    const value = this.text(name);
    if (value !== '' && !this.isDemo && (sampleSecrets.test(value) || value.length < 16)) {
      this.complain(`${name} is a sample or too short: make up a secret of 16 characters or more.`);
    }
    return value;
  }

  /** For what others have made up, who may have reasons for a short one; a sample is none. */
  refuseSample(name: string, value: string): void {
    if (!this.isDemo && sampleSecrets.test(value)) {
      this.complain(`${name} is a sample: make up a secret.`);
    }
  }

  rootKey(name: string): Buffer {
    const value = this.text(name);
    const key = Buffer.from(value, 'base64url');
    if (value !== '' && (key.length < 32 || new Set(key).size < 8)) {
      this.complain(`${name} must be 32 random bytes or more, in base64url.`);
    }
    return key;
  }

  url(name: string, protocols: readonly string[]): URL {
    const value = this.text(name);
    const url = URL.canParse(value) ? new URL(value) : null;
    if (url && protocols.includes(url.protocol)) return url;
    if (value !== '') {
      this.complain(`${name} must be an address that begins with ${protocols.join(' or ')}//.`);
    }
    return new URL('http://127.0.0.1/');
  }

  /** A whole number within what is possible, or null where it is not set. */
  number(name: NumberSetting): number | null {
    return readNumber(this.#environment, name, this.#mistakes);
  }

  /** One of several words; the first of them unless told. */
  oneOf<Word extends string>(name: string, words: readonly [Word, ...Word[]]): Word {
    const value = this.optional(name);
    const found = words.find((word) => word === value);
    if (value !== null && found === undefined) {
      this.complain(`${name} must be ${words.join(' or ')}.`);
    }
    return found ?? words[0];
  }

  folder(name: string): string | null {
    const path = this.optional(name);
    if (path !== null && !statSync(path, { throwIfNoEntry: false })?.isDirectory())
      this.complain(`${name} names a folder that is not there.`);
    return path;
  }

  file(name: string): string | null {
    const path = this.optional(name);
    if (path !== null && !existsSync(path))
      this.complain(`${name} names a file that is not there.`);
    return path;
  }
}
