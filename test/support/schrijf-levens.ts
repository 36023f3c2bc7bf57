import { randomUUID } from 'node:crypto';

import { type Db, jsonb, rows, sql } from '#db/sql.ts';
import type { Gebeurtenis } from '#domain/signaal/gebeurtenissen.ts';
import { NIEUWE_LEVENSLOOP } from '#domain/signaal/levensloop.ts';

import { PERSONEN, type Zaak } from './zaak.ts';

/** Writes signalen that lived elsewhere into the database, with the people in them, numbered from `vanaf`: for reading only, nothing wakes them. */
export async function schrijfLevens(db: Db, zaken: readonly Zaak[], vanaf = 0): Promise<void> {
  await rows(
    db,
    sql`insert into gebruiker (id, naam, email, telefoon, rollen, regios)
        select id, id, id || '@voorbeeld.nl', '06', array(select jsonb_array_elements_text(rollen)),
               array(select jsonb_array_elements_text(regios))
          from jsonb_to_recordset(${jsonb(Object.values(PERSONEN))}) as p (id text, rollen jsonb, regios jsonb)
        on conflict (id) do nothing`,
  );
  for (const [nr, zaak] of zaken.entries()) await schrijf(db, zaak, `S-2099-${String(vanaf + nr).padStart(5, '0')}`);
}

async function schrijf(db: Db, { nu: staat, gebeurtenissen }: Zaak, nummer: string): Promise<void> {
  const id = randomUUID();
  const { volgnummer, inhoudsversie, laatsteOp } = staat;
  await rows(
    db,
    sql`insert into stroom (id, soort, nummer, staat, volgnummer, inhoudsversie, laatste_op)
        values (${id}, 'signaal', ${nummer}, ${jsonb({ ...staat, id })}, ${volgnummer}, ${inhoudsversie}, ${laatsteOp})`,
  );
  await rows(
    db,
    sql`insert into gebeurtenis (stroom, volgnummer, soort, op, verschuldigd_op, bron, deel, door, data)
        select ${id}::uuid, volgnummer, soort, op, "verschuldigdOp", bron,
               row_number() over (partition by bron order by volgnummer) - 1, door, data
          from jsonb_to_recordset(${jsonb(gebeurtenissen.map(rij))})
            as g (volgnummer int, soort text, op timestamptz, "verschuldigdOp" timestamptz, bron text, door text, data jsonb)`,
  );
  const [ingediend] = gebeurtenissen;
  const lijst = { ...staat, id, nummer, ingediend_op: ingediend?.op, laatste_op: laatsteOp };
  const leeg = {
    zonder_overdracht: false,
    gewist: false,
    klokverschil_ms: 0,
    ...NIEUWE_LEVENSLOOP,
    behandelaars: [],
    betrokken_organisaties: [],
    programmaleiding_weet: false,
    eerdere_regios: [],
    doelgroepen: [],
    knelpunttypen: [],
    wetten: [],
    leefgebieden: [],
  };
  await rows(
    db,
    sql`insert into signaal
        select (jsonb_populate_record(null::signaal, ${jsonb({ ...lijst, ...leeg, gemeente: 'ONBEKEND' })})).*`,
  );
}

function rij({ soort, op, verschuldigdOp, bron, door, tekst: _tekst, ...data }: Gebeurtenis, nr: number) {
  return { volgnummer: nr + 1, soort, op, verschuldigdOp, bron, door, data };
}
