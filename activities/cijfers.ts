import { Gauge, Histogram, type Registry } from 'prom-client';

import { json, number, oneOf } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { NU } from '#db/queries/klok.ts';
import { rows, sql } from '#db/sql.ts';

import type { Activiteiten } from './activiteiten.ts';
import { LOOPT } from './waakhond/controles.ts';

/** For whom its queries run. */
const ALS = { rol: 'dienst', dienst: 'cijfers' } as const;

export interface Cijfers {
  /** Reads every gauge anew from PostgreSQL. */
  ververs: () => Promise<void>;
  /** The same activities, of which is kept how long after its time each milestone was recorded. */
  meet: (activiteiten: Activiteiten) => Activiteiten;
}

/** The gauges, by name without `signaalpunt_`, with what they say and by what they are told apart. */
const METERS = {
  signalen_open: { help: 'Signalen that are not closed', labelNames: ['niveau', 'status'] },
  mijlpalen_te_laat: { help: 'Signalen whose next milestone is more than two minutes late', labelNames: [] },
  mijlpaal_achterstand_seconds: { help: 'How late the latest milestone is', labelNames: [] },
  wekkers_wachtend: { help: 'Signalen that wait to be woken', labelNames: [] },
  wek_achterstand_seconds: { help: 'How long the first of them has waited', labelNames: [] },
  berichten_wachtend: { help: 'Notices whose time has come and that are in no mail yet', labelNames: [] },
  bericht_achterstand_seconds: { help: 'How long after its time the first of them still waits', labelNames: [] },
  zendingen_wachtend: { help: 'Mails that wait to be sent', labelNames: [] },
  zending_achterstand_seconds: { help: 'How long the first of them has waited', labelNames: [] },
  geparkeerd: { help: 'Signalen that are set apart because the rules fail on them', labelNames: [] },
  waakhondmeldingen_open: { help: 'What the guard sees now', labelNames: ['soort'] },
  waakhond_geslaagd_seconds: { help: 'How long ago a round of the guard succeeded', labelNames: [] },
} as const;
const TELLING_RIJ = {
  naam: oneOf(Object.keys(METERS) as (keyof typeof METERS)[]),
  labels: json<Record<string, string>>(),
  waarde: number,
};

/** The figures of the worker, for `registry`. */
export function createCijfers({ database, registry }: { database: Database; registry: Registry }): Cijfers {
  const meters = new Map(
    Object.entries(METERS).map(([naam, { help, labelNames }]) => [
      naam,
      new Gauge({ name: `signaalpunt_${naam}`, help, labelNames: [...labelNames], registers: [registry] }),
    ]),
  );
  const achterstand = new Histogram({
    name: 'signaalpunt_mijlpaal_vastgelegd_seconds',
    help: 'How long after it was due a milestone was recorded',
    buckets: [1, 5, 10, 20, 30, 40, 50, 60, 120, 300, 900, 3_600, 86_400],
    registers: [registry],
  });

  return {
    ververs: async () => {
      const tellingen = await rows(database.voor(ALS), TELLINGEN, TELLING_RIJ);
      for (const meter of meters.values()) meter.reset();
      for (const { naam, labels, waarde } of tellingen) meters.get(naam)?.set(labels, waarde);
    },
    meet: (activiteiten) => ({
      ...activiteiten,
      mijlpaal: async (stroom, sleutel, eigenTijd) => {
        const stand = await activiteiten.mijlpaal(stroom, sleutel, eigenTijd);
        // Nobody waits for a figure, and a figure that is missed is no fault.
        void vertraging(database, stroom, sleutel).then(
          (seconden) => seconden !== undefined && achterstand.observe(seconden),
          () => undefined,
        );
        return stand;
      },
    }),
  };
}

/** The seconds between the time of a milestone and its record; undefined when it was not recorded. */
async function vertraging(database: Database, stroom: string, sleutel: string): Promise<number | undefined> {
  const [gebeurd] = await rows(
    database.voor(ALS),
    sql`select extract(epoch from op - verschuldigd_op)::float8 as seconden from gebeurtenis
         where stroom = ${stroom} and bron = ${sleutel} and deel = 0 and verschuldigd_op is not null`,
    { seconden: number },
  );
  return gebeurd?.seconden;
}

/** One row per figure: what it is called, what tells it apart, how much. */
const TELLINGEN = sql`
  select 'signalen_open' as naam, jsonb_build_object('niveau', niveau, 'status', status) as labels, count(*)::float8 as waarde
    from signaal where status <> 'afgesloten' group by niveau, status
  union all
  select naam, '{}', waarde from (
    select count(*) filter (where laat > 120) as aantal, coalesce(max(laat), 0) as laatst
      from stroom s, lateral (select extract(epoch from ${NU} - s.volgende_op) as laat) as l
     where ${LOOPT} and laat > 0) as mijlpalen,
    lateral (values ('mijlpalen_te_laat', aantal::float8), ('mijlpaal_achterstand_seconds', laatst::float8)) as m (naam, waarde)
  union all
  select naam, '{}', waarde from (
    select count(*) as aantal, extract(epoch from coalesce(clock_timestamp() - min(wek_sinds), '0')) as laatst
      from stroom where wek_nodig) as wekkers,
    lateral (values ('wekkers_wachtend', aantal::float8), ('wek_achterstand_seconds', laatst::float8)) as m (naam, waarde)
  union all
  select naam, '{}', waarde from (
    select count(*) as aantal, coalesce(max(extract(epoch from ${NU} - b.niet_voor)), 0) as laatst
      from bericht b join stroom s on s.id = b.stroom where b.status = 'wacht' and b.niet_voor <= ${NU}) as berichten,
    lateral (values ('berichten_wachtend', aantal::float8), ('bericht_achterstand_seconds', laatst::float8)) as m (naam, waarde)
  union all
  select naam, '{}', waarde from (
    select count(*) as aantal, extract(epoch from coalesce(clock_timestamp() - min(uuid_extract_timestamp(id)), '0')) as laatst
      from zending where status = 'wacht') as zendingen,
    lateral (values ('zendingen_wachtend', aantal::float8), ('zending_achterstand_seconds', laatst::float8)) as m (naam, waarde)
  union all
  select 'geparkeerd', '{}', count(*)::float8 from stroom where geparkeerd_op is not null
  union all
  select 'waakhondmeldingen_open', jsonb_build_object('soort', soort), count(*)::float8
    from waakhondmelding where opgelost_op is null group by soort
  union all
  select 'waakhond_geslaagd_seconds', '{}', extract(epoch from clock_timestamp() - geslaagd_op)::float8
    from waakhondronde where geslaagd_op is not null`;
