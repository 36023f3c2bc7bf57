import type { Config } from '../config.ts';
import { StartError } from '../start-error.ts';
import { readRunning } from './running.ts';

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
  const running = await readRunning(dataDir);
  if (running === undefined)
    throw new StartError(
      `Er draait geen Signaalpunt op ${dataDir}: begin met "npm start", of zet DATABASE_URL, TEMPORAL_ADDRESS en PAYLOAD_KEY.`,
    );
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
