import { type Database, rowOf, rowsOf } from '../store/database.js';
import { writeAudit } from '../store/log/audit-entry.js';
import type { DirectoryLimits } from './directory-limits.js';
import type { DirectoryWriter, Doer } from './directory-writer.js';
import { freeKey } from './free-key.js';
import { leadingNowhere } from './leading-nowhere.js';
import { broughtBy, type MappedValue, type SignInMapping } from './sign-in-mapping.js';
import { requireRoomForTechnician } from './technician-store.js';

/** Somebody as the identity provider has just named them. */
export interface SignedInPerson {
  /** Who they are there for good. */
  readonly subject: string;
  /** Names by which a technician may have been invited, the likeliest first. */
  readonly keys: readonly string[];
  readonly name: string | null;
  /** A mail address that the provider vouches for, or null. */
  readonly address: string | null;
  /** The values of the claim that the mapping reads. */
  readonly claimed: readonly string[];
}

/** What a sign-in came to: who it is here, or why nobody. */
export type Admission =
  | { readonly kind: 'admitted'; readonly technician: string }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'disabled'; readonly technician: string };

/** Where somebody signs in from, and under which policy. */
export type SignInPlace = Pick<Doer, 'revision' | 'from'>;

const signInDoer: Doer = {
  actor: { kind: 'desk', rule: 'sign-in' },
  action: 'sign-in',
  revision: null,
};

/** Lets people in whom the identity provider has named, with what their groups there bring them here. */
export class StaffSignIn {
  readonly #writer: DirectoryWriter;
  readonly #limits: Pick<DirectoryLimits, 'technicians'>;
  readonly #mapping: SignInMapping;

  constructor(
    writer: DirectoryWriter,
    limits: Pick<DirectoryLimits, 'technicians'>,
    mapping: SignInMapping,
  ) {
    this.#writer = writer;
    this.#limits = limits;
    this.#mapping = mapping;
  }

  /** Binds them to their technician at the first time; an unknown person comes in only if something is brought. */
  admit(person: SignedInPerson, place: SignInPlace): Promise<Admission> {
    const brought = broughtBy(this.#mapping, person.claimed);
    return this.#writer.change(signInDoer, async ({ tx }): Promise<Admission> => {
      const known = await knownAs(tx, person);
      if (known?.disabled === true) return { kind: 'disabled', technician: known.key };
      const bringsSomething = brought.groups.length + brought.roles.length > 0;
      if (!known && !bringsSomething) return { kind: 'unknown' };
      const technician = known?.key ?? (await this.#create(tx, person));
      await rowsOf(
        tx,
        `update technicians set last_sign_in_at = clock_timestamp(),
           subject = coalesce(subject, :subject) where key = :technician`,
        { technician, subject: person.subject },
      );
      const changes = await bring(tx, technician, brought);
      const nowhere = await leadingNowhere(tx, brought);
      await writeAudit(tx, {
        ...signInDoer,
        ...place,
        kind: 'sign-in',
        actor: { kind: 'technician', key: technician },
        subject: { kind: 'technician', key: technician },
        data: {
          created: known === null,
          // Which of the mapping's values counted: one that stands in no entry was nobody's.
          mapped: brought.values,
          ...changes,
          ...(nowhere.length === 0 ? {} : { nowhere }),
        },
      });
      return { kind: 'admitted', technician };
    });
  }

  async #create(tx: Database, { keys, name, address }: SignedInPerson): Promise<string> {
    await requireRoomForTechnician(tx, this.#limits);
    const key = await freeKey(tx, 'technicians', keys[0] ?? name ?? '');
    await rowsOf(
      tx,
      `insert into technicians (key, name, address) values (:key, :name, :address)`,
      { key, name: name ?? key, address },
    );
    return key;
  }
}

interface Known {
  readonly key: string;
  readonly disabled: boolean;
}

// A name or an address can pass to somebody else at the provider; the subject cannot. So the first two
// count only until a subject is known.
async function knownAs(
  tx: Database,
  { subject, keys, address }: SignedInPerson,
): Promise<Known | null> {
  const bound = await rowOf<Known>(
    tx,
    'select key, disabled from technicians where subject = :subject',
    { subject },
  );
  if (bound) return bound;
  return rowOf<Known>(
    tx,
    `select key, disabled from technicians
     where subject is null and (key = any(:keys) or lower(address) = lower(cast(:address as text)))
     order by array_position(cast(:keys as text[]), key) nulls last limit 1`,
    { keys, address },
  );
}

/** Brings what is due, and takes away what an earlier sign-in brought and is due no more. */
async function bring(
  tx: Database,
  technician: string,
  { groups, roles }: Pick<MappedValue, 'groups' | 'roles'>,
): Promise<Readonly<Record<string, unknown>>> {
  const given = { technician, groups, roles: JSON.stringify(roles) };
  const left = await rowsOf(tx, leaving, given);
  const joined = await rowsOf(tx, joining, given);
  const taken = await rowsOf(tx, taking, given);
  const got = await rowsOf(tx, giving, given);
  return { joined, left, given: got, taken };
}

const leaving = `
  delete from group_members where technician = :technician and source = 'sign-in'
    and not ("group" = any(:groups))
  returning "group"
`;

const joining = `
  insert into group_members ("group", technician, source)
  select key, :technician, 'sign-in' from groups where key = any(:groups)
  on conflict do nothing returning "group"
`;

const mapped = `jsonb_to_recordset(cast(:roles as jsonb)) as due (role text, "in" text)`;

const taking = `
  delete from role_assignments r where holder_kind = 'technician' and holder = :technician
    and source = 'sign-in'
    and not exists (select from ${mapped} where due.role = r.role and due."in" = r.place)
  returning role, place
`;

const giving = `
  insert into role_assignments (role, holder_kind, holder, place, source)
  select distinct due.role, 'technician', cast(:technician as text), due."in", 'sign-in' from ${mapped}
  where due."in" = '*'
    or exists (select from channels c where c.key = due."in" and c.deleted_at is null)
  on conflict do nothing returning role, place
`;
