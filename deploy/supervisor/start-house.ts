import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import {
  deskDatabase,
  deskEnvironment,
  logFileIn,
  migrationEnvironment,
  temporalAddress,
} from './house-environment.js';
import { House } from './house.js';
import { HouseLock } from './lock/lock.js';
import type { PartPlan } from './part.js';
import { planApi, planWorker } from './parts/desk-process.js';
import { makeDeskDatabase } from './parts/desk-database.js';
import { migrate, migrateEntry } from './parts/migrate.js';
import { planJanus } from './parts/janus.js';
import { planPostgres } from './parts/postgres.js';
import { planTemporal } from './parts/temporal.js';
import { gatherPrograms, type PartUsers, type Programs } from './programs.js';
import { ownedFolder } from './reachable.js';
import { isLoopback } from './settings/public-url.mjs';
import { keepSecrets } from './secrets/secrets.js';
import { completeSettings, type HouseOptions, type HouseSettings } from './settings/settings.js';
import { SupervisedPart } from './supervised-part.js';
import { janusUser, postgresUser, weAreRoot } from './system-user.js';

/**
 * Starts a desk and resolves when it can be used. Left alone it is a throwaway demonstration on free ports;
 * `parts` chooses some of its processes. Throws HouseProblems (something is missing), AlreadyRunning or PartFailed,
 * and then leaves nothing running.
 */
export async function startHouse(options: HouseOptions = {}): Promise<House> {
  const settings = await completeSettings(options);
  openFolder(settings.data);
  const lock = await HouseLock.take(settings.data);
  const secrets = keepSecrets(settings.data, { isPublic: isReachable(settings) });
  const house = new House(settings, lock, secrets, deskEnvironment(settings, secrets));
  const giveUp = () => {
    house.forceStop();
  };
  settings.abort.addEventListener('abort', giveUp);
  try {
    await new Builder(settings, house).build();
    return house;
  } catch (error) {
    await house.stop();
    throw error;
  } finally {
    settings.abort.removeEventListener('abort', giveUp);
  }
}

/** Whether anybody but this machine's own users can come to the desk. */
function isReachable({ publicUrl, host }: HouseSettings): boolean {
  const name = new URL(publicUrl).hostname.replace(/^\[|\]$/g, '');
  return !isLoopback(name) || !isLoopback(host);
}

/** Ours alone; as root other users' parts pass through it to their own folders, and see nothing of it. */
function openFolder(data: string): void {
  mkdirSync(data, { recursive: true });
  chmodSync(data, weAreRoot() ? 0o711 : 0o700);
}

/** Waits for all, so that nothing is still starting when a failure is answered with the end of the house. */
async function allOf(starts: readonly Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(starts)).find((start) => start.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}

/** Starts the parts of one house in the order in which they need each other. */
class Builder {
  readonly #settings: HouseSettings;
  readonly #house: House;
  readonly #users: PartUsers;

  constructor(settings: HouseSettings, house: House) {
    this.#settings = settings;
    this.#house = house;
    this.#users = {
      postgres: settings.parts.includes('postgres') ? postgresUser(settings.say) : undefined,
      janus: settings.parts.includes('janus') ? janusUser() : undefined,
    };
  }

  async build(): Promise<void> {
    const programs = await gatherPrograms(this.#settings, this.#users);
    await allOf([
      this.#startDatabase(programs),
      this.#startTemporal(programs),
      this.#startJanus(programs),
    ]);
    await allOf([this.#startWorker(), this.#startApi()]);
  }

  async #startDatabase({ postgres }: Programs): Promise<void> {
    const { ports, throwaway, parts } = this.#settings;
    if (postgres !== undefined) {
      const { secrets } = this.#house;
      const user = this.#users.postgres;
      const plan = await planPostgres({
        ...{ programs: postgres, user, throwaway, port: ports.postgres },
        folder: this.#folder('postgres', user),
        password: secrets.POSTGRES_PASSWORD,
        logFile: this.#log('postgres'),
      });
      await this.#add(plan);
      await makeDeskDatabase(deskDatabase(this.#settings, secrets));
    }
    if (parts.includes('worker') || parts.includes('api')) await this.#migrate();
  }

  async #migrate(): Promise<void> {
    const environment = migrationEnvironment(this.#settings, this.#house.secrets);
    if (environment === undefined || !existsSync(migrateEntry)) return;
    await migrate({ ...process.env, ...environment });
  }

  async #startTemporal({ temporal }: Programs): Promise<void> {
    if (temporal === undefined) return;
    await this.#add(
      planTemporal({
        program: temporal,
        folder: this.#folder('temporal', undefined),
        port: this.#settings.ports.temporal,
        logFile: this.#log('temporal'),
      }),
    );
  }

  async #startJanus({ janus }: Programs): Promise<void> {
    if (janus === undefined) return;
    const { ports } = this.#settings;
    const { secrets } = this.#house;
    const user = this.#users.janus;
    const plan = planJanus(
      { program: janus, user, folder: this.#folder('janus', user), logFile: this.#log('janus') },
      {
        port: ports.janus,
        rtp: ports.rtp,
        tokenSecret: secrets.JANUS_TOKEN_SECRET,
        adminKey: secrets.JANUS_ADMIN_KEY,
        publicAddresses: this.#settings.publicAddresses,
        modules: janus.modules,
      },
    );
    await this.#add(plan);
  }

  async #startWorker(): Promise<void> {
    const { parts, temporalNamespace: namespace, temporalTaskQueue: taskQueue } = this.#settings;
    if (!parts.includes('worker')) return;
    const queue = { address: temporalAddress(this.#settings), namespace, taskQueue };
    await this.#add(planWorker(this.#deskProcess('worker'), queue));
  }

  async #startApi(): Promise<void> {
    const { parts, ports, tls, host } = this.#settings;
    if (!parts.includes('api')) return;
    const scheme = tls === undefined ? 'http' : 'https';
    const here = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
    await this.#add(planApi(this.#deskProcess('api'), `${scheme}://${here}:${ports.api}`));
  }

  #deskProcess(name: string) {
    // Only migrations may know the owner of the database; a variable that is undefined is not passed on.
    const withoutOwner = { ...process.env, DATABASE_OWNER_URL: undefined };
    const environment = { ...withoutOwner, ...this.#house.environment };
    return { environment, logFile: this.#log(name) };
  }

  async #add(plan: PartPlan): Promise<void> {
    const part = new SupervisedPart(plan, (news) => {
      this.#settings.say(news);
      this.#house.rememberParts();
    });
    await this.#house.add(part);
  }

  #folder(name: string, user: PartUsers['postgres']): string {
    const folder = ownedFolder(this.#settings.data, name, user, this.#settings.say);
    this.#house.alsoOwns(folder);
    return folder;
  }

  #log(name: string): string {
    return logFileIn(this.#settings.data, name);
  }
}
