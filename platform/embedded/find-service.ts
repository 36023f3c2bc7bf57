import type { Config } from '../config.ts';
import { needRunning, type Running } from './running.ts';

/** What a tool beside the service needs to reach the same database and workflows. */
export interface Service {
  databaseUrl: string;
  temporal: { address: string; namespace: string; payloadKey: Uint8Array };
  timeTravel: boolean;
}

/** The service of the settings, and for what they leave out the running `npm start`. Throws StartError when there is neither. */
export async function findService({ database, temporal, dataDir, timeTravel }: Config): Promise<Service> {
  if (database.url !== undefined && temporal.address !== undefined && temporal.payloadKey !== undefined) {
    const { address, namespace, payloadKey } = temporal;
    return { databaseUrl: database.url, temporal: { address, namespace, payloadKey }, timeTravel };
  }
  return serviceOf(await needRunning(dataDir));
}

/** The service of a running `npm start`. */
export function serviceOf(running: Running): Service {
  return {
    databaseUrl: running.databaseUrl,
    temporal: {
      address: running.temporalAddress,
      namespace: running.temporalNamespace,
      payloadKey: Buffer.from(running.payloadKey, 'base64'),
    },
    timeTravel: running.timeTravel,
  };
}

/** The same for a tool that needs no workflows. */
export async function findDatabase({ database, dataDir, timeTravel, web }: Config): Promise<DatabaseAccess> {
  if (database.url !== undefined) return { databaseUrl: database.url, timeTravel, publicUrl: web.publicUrl };
  return needRunning(dataDir);
}

/** The database, whether the clock of a case may be moved there, and where people reach the service. */
export interface DatabaseAccess {
  databaseUrl: string;
  timeTravel: boolean;
  publicUrl: string;
}
