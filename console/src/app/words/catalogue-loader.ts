import { Injectable } from '@angular/core';
import type { Translation, TranslocoLoader } from '@jsverse/transloco';

/** Brings the catalogue of a language as a chunk of its own. */
@Injectable({ providedIn: 'root' })
export class CatalogueLoader implements TranslocoLoader {
  async getTranslation(language: string): Promise<Translation> {
    return language === 'pt-BR' ? (await import('./pt-br.js')).ptBr : (await import('./en.js')).en;
  }
}
