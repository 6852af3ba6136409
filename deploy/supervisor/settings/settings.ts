import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheFolder } from './cache-folder.mjs';
import type { PartName } from '../part.js';
import { partNames } from './part-names.mjs';
import { freePorts, type Ports } from './ports.js';
import type { PublicAddress } from './public-url.mjs';
import { silently, type Progress } from '../getting/progress.js';

/** Parts that somebody else runs; each that is given replaces an embedded one. */
export interface Elsewhere {
  readonly databaseUrl?: string;
  /** For migrations; without it the database must already be in its newest form. */
  readonly databaseOwnerUrl?: string;
  readonly temporalAddress?: string;
  readonly janusUrl?: string;
  readonly janusTokenSecret?: string;
  readonly janusAdminKey?: string;
}

/** The files of a certificate and its key, in PEM. */
export interface TlsFiles {
  readonly cert: string;
  readonly key: string;
}

/** Everything that a house is told before it starts. */
export interface HouseSettings {
  readonly data: string;
  readonly cache: string;
  readonly host: string;
  readonly ports: Ports;
  readonly publicUrl: string;
  readonly tls: TlsFiles | undefined;
  /** Addresses under which other machines reach the relay, when those are not the machine's own. */
  readonly publicAddresses: readonly string[];
  readonly elsewhere: Elsewhere;
  /** Which parts to run, out of those that are not elsewhere. */
  readonly parts: readonly PartName[];
  readonly demo: boolean;
  /** Data that may be lost with the machine, and is removed with the house. */
  readonly throwaway: boolean;
  /** Further environment of the worker and the API. */
  readonly environment: Readonly<Record<string, string>>;
  readonly temporalNamespace: string;
  readonly temporalTaskQueue: string;
  /** Ends a start that somebody no longer wants. */
  readonly abort: AbortSignal;
  /** One sentence that a person should see. */
  readonly say: (line: string) => void;
  readonly progress: Progress;
}

/** What the environment says about a house; certificate, media addresses and the ways to talk to a person come from elsewhere. */
export type EnvironmentSettings = Omit<
  HouseSettings,
  'say' | 'progress' | 'abort' | 'publicAddresses' | 'throwaway'
> & {
  readonly publicAddress: PublicAddress;
};

export type HouseOptions = Partial<HouseSettings>;

/** Fills in what is not said: a throwaway demonstration house on free ports with its data in a temporary folder. */
export async function completeSettings(options: HouseOptions): Promise<HouseSettings> {
  const ports = options.ports ?? (await freePorts());
  return {
    data: options.data ?? mkdtempSync(join(tmpdir(), 'mayday-')),
    cache: cacheFolder(process.env),
    host: '127.0.0.1',
    publicUrl: `http://127.0.0.1:${ports.api}`,
    tls: undefined,
    publicAddresses: [],
    elsewhere: {},
    parts: partNames,
    demo: true,
    throwaway: options.data === undefined,
    environment: {},
    temporalNamespace: 'default',
    temporalTaskQueue: 'mayday',
    abort: new AbortController().signal,
    say: () => undefined,
    progress: silently,
    ...options,
    ports,
  };
}
