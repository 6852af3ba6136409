import { createHash, randomBytes } from 'node:crypto';

/** A text about a person as the record keeps it: the digest stands in the record, the rest can be erased. */
export interface SaltedText {
  /** SHA-256 of the salt and the text in UTF-8, as hex. */
  readonly digest: string;
  readonly salt: string;
  readonly text: string;
  /** Where a request came from: only the audit ever shows it, and no other search finds by it. */
  readonly isAddress?: boolean;
}

/** Salts a text, so that nobody finds it again by trying once the salt is gone. */
export function salted(text: string): SaltedText {
  const salt = randomBytes(16);
  return { digest: digestOf(salt, text), salt: salt.toString('hex'), text };
}

/** The digest that stands in the record for a text. */
export function digestOf(salt: Buffer, text: string): string {
  return createHash('sha256').update(salt).update(text, 'utf8').digest('hex');
}

/** Named texts: their digests as an entry names them, and the texts to be kept. */
export function saltedByName(named: Readonly<Record<string, string>>): {
  digests: Readonly<Record<string, string>>;
  texts: readonly SaltedText[];
} {
  const texts = Object.entries(named).map(([name, text]) => ({
    name,
    ...salted(text),
    isAddress: name === 'from',
  }));
  return {
    digests: Object.fromEntries(texts.map(({ name, digest }) => [name, digest])),
    texts: texts.map(({ digest, salt, text, isAddress }) => ({ digest, salt, text, isAddress })),
  };
}

/** The part of a statement that keeps `:texts` of `:subjectKind` and `:subjectKey`. */
export const keepingTexts = `
  insert into personal_texts (subject_kind, subject_key, digest, salt, text, is_address)
  select :subjectKind, :subjectKey, decode(t.digest, 'hex'), decode(t.salt, 'hex'), t.text,
    coalesce(t."isAddress", false)
  from jsonb_to_recordset(:texts) as t (digest text, salt text, text text, "isAddress" boolean)`;
