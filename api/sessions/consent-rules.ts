import type { Directory } from '../../activities/directory/directory.js';
import { type ConsentScope, consentScopes } from '../../workflows/domain/session/vocabulary.js';

type Source = Pick<Directory, 'askableScopes'>;

/**
 * What the user may be asked for in each channel, as the directory has it. It is known to the
 * process, because every line of a list asks.
 */
export class ConsentRules {
  readonly #directory: Source;
  #byChannel: ReadonlyMap<string, readonly ConsentScope[]> = new Map();

  private constructor(directory: Source) {
    this.#directory = directory;
  }

  static async open(directory: Source): Promise<ConsentRules> {
    const rules = new ConsentRules(directory);
    await rules.refresh();
    return rules;
  }

  /** Reads them again. */
  async refresh(): Promise<void> {
    this.#byChannel = await this.#directory.askableScopes();
  }

  /** What may be asked for in a channel; all, where a channel has no rules. */
  of(channel: string): readonly ConsentScope[] {
    return this.#byChannel.get(channel) ?? consentScopes;
  }
}
