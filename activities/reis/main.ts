import { leesSignaal, type Signaaldossier } from '#db/queries/signaal.ts';
import { volgendeMijlpaal } from '#domain/signaal/mijlpalen.ts';
import { datumVan, type Tijdstip } from '#domain/tijd/amsterdam.ts';
import { voluit } from '#domain/tijd/uitleg.ts';
import { loadConfig } from '#platform/config.ts';
import { findService } from '#platform/embedded/find-service.ts';
import { readEnvFile } from '#platform/env-file.ts';
import { runCommand } from '#platform/last-resort.ts';
import { StartError } from '#platform/start-error.ts';

import { createWakeContext, type WakeContext } from '../wake-context.ts';
import { createBezorgen } from './bezorgen.ts';
import { eindeVanReis, versteDatum } from './duur.ts';
import { reisverslag } from './reisverslag.ts';
import { reis, ReisStokt } from './reizen.ts';

const GEBRUIK =
  'Gebruik: npm run reis -- <signaalnummer> <duur>, met als duur 12wd (werkdagen), 3d (dagen), 5u (uren) of "tot 2027-05-10".';

await runCommand(() => main(process.argv.slice(2)).catch(uitgelegd), 'De reis is mislukt.');

function uitgelegd(error: unknown): never {
  if (!(error instanceof ReisStokt)) throw error;
  throw new StartError(`${error.message} Draait de worker nog? Kijk bij npm start.`, { cause: error });
}

async function main([nummer, ...woorden]: readonly string[]): Promise<void> {
  readEnvFile();
  const config = loadConfig(process.env);
  if (config.temporal.address !== undefined)
    throw new StartError('Reizen kan alleen naast "npm start" met zijn eigen Temporal: haal TEMPORAL_ADDRESS weg.');
  if (nummer === undefined) throw new StartError(GEBRUIK);
  const service = await findService(config);
  if (!service.timeTravel)
    throw new StartError('De klok van een signaal mag hier niet worden verzet: TIJDREIZEN staat uit.');
  await using context = await createWakeContext(service);
  await reisMet(context, nummer, woorden.join(' '));
}

async function reisMet(context: WakeContext, nummer: string, duur: string): Promise<void> {
  const { database } = context;
  const db = database.voor({ rol: 'dienst', dienst: 'reis' });
  const vertrek = /^S-\d{4}-\d+$/.test(nummer) ? await leesSignaal(db, nummer) : null;
  if (vertrek === null) throw new StartError(`Er is geen signaal ${nummer}.`);
  const tot = bestemming(vertrek, duur);
  await reis({ ...context, bezorg: createBezorgen(database) }, vertrek.id, tot);
  console.log(await reisverslag(db, vertrek));
}

function bestemming({ nummer, nu, staat }: Signaaldossier, duur: string): Tijdstip {
  if (volgendeMijlpaal(staat) === null)
    throw new StartError(`Signaal ${nummer} is klaar: de klok doet er niets meer mee.`);
  const tot = eindeVanReis(duur, nu, staat.kalender);
  if (tot === undefined) throw new StartError(GEBRUIK);
  const verste = versteDatum(new Date().toISOString());
  if (datumVan(tot) > verste)
    throw new StartError(`Zo ver kan de klok van een signaal niet vooruit: het verste moment is ${voluit(verste)}.`);
  if (tot <= nu) throw new StartError('De klok van een signaal kan alleen vooruit.');
  return tot;
}
