import { randomBytes } from 'node:crypto';

import { type Db, jsonb, rows, sql } from '#db/sql.ts';
import type { Logregel } from '#domain/audit/logregel.ts';
import type { Bewaarsoort, Termijnsoort } from '#domain/beleid/bewaartermijnen.ts';
import { contactVan, DIENST } from '#domain/signaal/opdracht.ts';
import type { Staat } from '#domain/signaal/staat.ts';
import type { Stroomsoort } from '#domain/stroom/soorten.ts';

import type { Voorval } from './projectie.ts';
import type { Schakel } from './verloop.ts';
import { huidigeVerrichting } from './verrichting.ts';
import { namensWie } from './verslag.ts';

/** What of a line does not follow from the request in which it is written. */
type Daadregel = Pick<Logregel, 'verrichting' | 'operatie'> & Partial<Logregel> & { stroom?: string };

/** A line about what is done now, with what is known of the request. */
export function binnenVerzoek(regel: Daadregel): Daadregel & Logregel {
  const verzoek = huidigeVerrichting();
  return {
    afloop: 'gelukt',
    code: null,
    persoon: verzoek?.vrager?.id ?? null,
    rollen: verzoek?.vrager?.rollen ?? [],
    organisatie: verzoek?.vrager?.organisatie ?? null,
    namens: null,
    nummer: null,
    object: null,
    ingang: verzoek?.ingang ?? 'dienst',
    spoor: verzoek?.spoor ?? randomBytes(16).toString('hex'),
    adres: verzoek?.adres ?? null,
    bijzonderheden: {},
    ...regel,
  };
}

/** Writes lines in the transaction `db`, which needs no more than the right to add them. */
async function schrijfLogregels(db: Db, regels: readonly (Daadregel & Logregel)[]): Promise<void> {
  await rows(
    db,
    sql`insert into logregel (verrichting, operatie, afloop, code, persoon, rollen, organisatie, namens, stroom, nummer, object,
               ingang, spoor, adres, bijzonderheden)
        select verrichting, operatie, afloop, code, persoon, rollen, organisatie, namens, stroom, nummer, object,
               ingang, spoor, adres, bijzonderheden
          from jsonb_to_recordset(${jsonb(regels)}) as nieuw (verrichting text, operatie text, afloop text, code text,
               persoon text, rollen text[], organisatie text, namens text, stroom uuid, nummer text, object text,
               ingang text, spoor text, adres text, bijzonderheden jsonb)`,
  );
  const verzoek = huidigeVerrichting();
  // What the service does because somebody asked does not name that one: the request keeps a line of its own.
  if (verzoek !== undefined && regels.some(({ verrichting, persoon }) => verrichting !== 'klok' && persoon !== DIENST))
    verzoek.geschreven = true;
}

/** One line for what one person or the clock did to a signaal: of an act, of each milestone that came before it. */
export function schrijfDaden(db: Db, voorval: Voorval): Promise<false> {
  const { staat, kader } = voorval;
  return schrijfRegels(db, voorval, ({ gebeurtenis, voor }) => ({
    organisatie: gevraagdeVan(gebeurtenis.door, staat),
    namens: namensWie(gebeurtenis, voor, kader),
  }));
}

/** The same for a patroon. */
export function schrijfPatroondaden(db: Db, voorval: Voorval<'patroon'>): Promise<false> {
  return schrijfRegels(db, voorval, () => ({ organisatie: null, namens: null }));
}

/** The organisation of who answers with a link; null for everybody else. */
function gevraagdeVan(door: string | null, { verzoeken }: Staat): string | null {
  return verzoeken.find(({ id }) => contactVan(id) === door)?.organisatie ?? null;
}

async function schrijfRegels<K extends Stroomsoort>(
  db: Db,
  { nummer, staat, verloop, kader }: Voorval<K>,
  overDader: (schakel: Schakel<K>) => Pick<Logregel, 'organisatie' | 'namens'>,
): Promise<false> {
  const perBron = Map.groupBy(verloop, ({ gebeurtenis }) => gebeurtenis.bron);
  const regels = Array.from(perBron.values(), (schakels) => {
    const [eerste] = schakels as [Schakel<K>, ...Schakel<K>[]];
    const { gebeurtenis } = eerste;
    const { door, bron } = gebeurtenis;
    const soorten = schakels.map((schakel) => schakel.gebeurtenis.soort);
    const over = { stroom: staat.id, nummer, bijzonderheden: { gebeurtenissen: soorten } };
    if (door === null)
      return binnenVerzoek({
        verrichting: 'klok',
        operatie: bron,
        ...over,
        persoon: null,
        rollen: [],
        organisatie: null,
      });
    const dader = kader.personen[door];
    const { namens, organisatie } = overDader(eerste);
    return binnenVerzoek({
      verrichting: 'daad',
      operatie: gebeurtenis.soort,
      ...over,
      persoon: door,
      rollen: dader?.rollen ?? [],
      namens,
      organisatie: dader?.organisatie ?? organisatie,
    });
  });
  await schrijfLogregels(db, regels);
  return false;
}

/** One line for what went by itself because its term was over: of which kind, and how much (`object`). */
export function schrijfOpgeruimd(
  db: Db,
  soort: Exclude<Termijnsoort, Bewaarsoort> | 'verhalen',
  object: string,
): Promise<void> {
  return schrijfLogregels(db, [binnenVerzoek({ verrichting: 'klok', operatie: `opruimen:${soort}`, object })]);
}
