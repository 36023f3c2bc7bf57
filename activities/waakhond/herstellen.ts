import { type Client, WorkflowNotFoundError } from '@temporalio/client';

import { instant, oneOf, orNull, text } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { NU } from '#db/queries/klok.ts';
import { rows, sql } from '#db/sql.ts';
import { type Meldingsoort, SOORTEN_MELDING } from '#domain/beleid/meldingsoorten.ts';
import { gewijzigd, workflowIdVan } from '#workflows/messages.ts';

import { herplan } from '../schrijven/herplannen.ts';
import type { Uitvoeren } from '../schrijven/uitvoeren.ts';
import { LOOPT } from './controles.ts';
import { vraagTemporal } from './temporal.ts';
import { roep, type Wekken } from './wekken.ts';

/** For whom its queries run. */
const ALS = { rol: 'dienst', dienst: 'waakhond' } as const;

/** What the guard sets to work. */
export interface Middelen {
  database: Database;
  client: Client;
  uitvoeren: Pick<Uitvoeren, 'mijlpaal'>;
  wekken: Pick<Wekken, 'wek' | 'hervat'>;
  /** Bundles and sends what may be sent now. */
  bezorg: () => Promise<unknown>;
  /** Brings the newest calendar to every running signaal. */
  voerKalenderDoor: () => Promise<unknown>;
}

/** As many as one round takes on, the oldest first; a herd that the workers are busy with is not their second. */
const PER_RONDE = 500;
const TEGELIJK = 8;

/** Has everything done again that a melding says was not done. Throws AggregateError with what did not work; the next round tries again. */
export async function herstel(middelen: Middelen): Promise<void> {
  const open = await rows(
    middelen.database.voor(ALS),
    sql`select soort, stroom from waakhondmelding where opgelost_op is null order by eerst_gezien_op, id limit ${PER_RONDE}`,
    {
      soort: oneOf(SOORTEN_MELDING),
      stroom: orNull(text),
    },
  );
  const soorten = new Set(open.map(({ soort }) => soort));
  const fouten = [
    ...(await perGroep(open.flatMap(({ soort, stroom }) => herstelVan(middelen, soort, stroom)))),
    ...(await perGroep([
      ...(soorten.has('mail_wacht') || soorten.has('bericht_blijft_liggen') ? [middelen.bezorg] : []),
      ...(soorten.has('kalender_niet_doorgevoerd') ? [middelen.voerKalenderDoor] : []),
    ])),
  ];
  if (fouten.length > 0) throw new AggregateError(fouten, `${fouten.length} repairs did not work`);
}

type Werk = () => Promise<unknown>;

/** What helps one signaal; nothing where only a person can help. */
function herstelVan(middelen: Middelen, soort: Meldingsoort, stroom: string | null): Werk[] {
  if (stroom === null) return [];
  switch (soort) {
    case 'mijlpaal_te_laat':
      return [() => haalIn(middelen, stroom)];
    case 'wekker_blijft_liggen':
      return [() => middelen.wekken.wek(stroom)];
    case 'signaal_zonder_mijlpaal':
      return [() => herplan(middelen.database, stroom)];
    case 'signaal_zonder_workflow':
      return [() => middelen.wekken.hervat(stroom)];
    case 'workflow_zonder_signaal':
      return [() => zegAf(middelen.client, stroom)];
    case 'bericht_blijft_liggen':
    case 'mail_wacht':
    case 'mail_mislukt':
    case 'signaal_geparkeerd':
    case 'niemand_luistert':
    case 'wissen_hangt':
    case 'logboek_blijft_staan':
    case 'zegels_blijven_uit':
    case 'hoofdsleutel_ontbreekt':
    case 'kalender_niet_doorgevoerd':
    case 'feestdagen_raken_op':
      return [];
  }
}

/** Has a workflow read again: it finds that there is nothing to wait for, and ends. One that ended by itself meanwhile is what was wanted. */
async function zegAf(client: Client, stroom: string): Promise<void> {
  try {
    await vraagTemporal(client, () => client.workflow.getHandle(workflowIdVan(stroom)).signal(gewijzigd));
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
  }
}

/** Has a late signaal woken; after five minutes the guard no longer waits for its workflow, nor for Temporal. */
async function haalIn({ database, uitvoeren }: Middelen, stroom: string): Promise<void> {
  const [laat] = await rows(
    database.voor(ALS),
    sql`select volgende_sleutel as sleutel, tijdstip(${NU}) as nu from stroom s
         where id = ${stroom} and ${LOOPT} and volgende_op < ${NU} - interval '5 minutes'`,
    { sleutel: text, nu: instant },
  );
  if (laat !== undefined) await uitvoeren.mijlpaal(stroom, laat.sleutel, laat.nu);
  await roep(database, sql`id = ${stroom}`);
}

/** Does all of it, some at a time, and returns what went wrong. When a whole group fails, what they need is away: the rest would only wait for it. */
async function perGroep(werken: readonly Werk[]): Promise<unknown[]> {
  const fouten: unknown[] = [];
  for (let i = 0; i < werken.length; i += TEGELIJK) {
    const groep = werken.slice(i, i + TEGELIJK);
    const uitslag = await Promise.allSettled(groep.map((werk) => werk()));
    const mislukt = uitslag.filter((een) => een.status === 'rejected').map(({ reason }) => reason as unknown);
    fouten.push(...mislukt);
    if (mislukt.length === groep.length) break;
  }
  return fouten;
}
