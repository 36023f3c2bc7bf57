import type { Database } from '#db/database.ts';
import { jsonb, rows, type Sql, sql } from '#db/sql.ts';
import type { Logregel } from '#domain/audit/logregel.ts';
import { isOnleesbaar } from '#domain/tekst.ts';
import { followChanges } from '#platform/changes.ts';

/** For whom its queries run. */
const ALS = { rol: 'dienst', dienst: 'logboek' } as const;

/** A line as a request knows it: of some things only what leads to them. */
export interface Verzoekregel extends Logregel {
  /** The id of the signaal, when that was asked for instead of its number. */
  stroom: string | null;
  /** Through which link, by its id or by the hash of its token, in hexadecimal digits. */
  link: string | null;
  linkhash: string | null;
  /** The hash of the key of a calendar, which says whose it is. */
  agendahash: string | null;
}

/** Writes lines beside what they are about. */
export interface Logboekschrijver {
  /** Resolves when the line is kept for good. Throws what the database throws; then it is not known whether it is. */
  readonly noteer: (regel: Verzoekregel) => Promise<void>;
}

interface Wachtende {
  regel: Verzoekregel;
  klaar: (fout?: unknown) => void;
}

/** Lines that come while others are being written go together with the next: one commit for all of them. */
export function createLogboekschrijver(database: Database): Logboekschrijver {
  let rij: Wachtende[] = [];
  let isBezig = false;

  async function leeg(): Promise<void> {
    isBezig = true;
    while (rij.length > 0) {
      const nu = rij;
      rij = [];
      // That a line was written changes nothing for who asked.
      await followChanges(() =>
        schrijf(
          database,
          nu.map(({ regel }) => regel),
        ),
      ).then(
        () => nu.forEach(({ klaar }) => klaar()),
        (fout: unknown) => nu.forEach(({ klaar }) => klaar(fout)),
      );
    }
    isBezig = false;
  }

  return {
    noteer: (regel) =>
      new Promise((resolve, reject) => {
        // oxlint-disable-next-line typescript/prefer-promise-reject-errors -- whatever the database threw
        rij.push({ regel: leesbaar(regel), klaar: (fout) => (fout === undefined ? resolve() : reject(fout)) });
        if (!isBezig) void leeg();
      }),
  };
}

/** What the provider calls somebody may be something that PostgreSQL cannot store; nobody here has such a name. */
function leesbaar(regel: Verzoekregel): Verzoekregel {
  return regel.persoon !== null && isOnleesbaar(regel.persoon) ? { ...regel, persoon: null } : regel;
}

/** Of most requests all is known that must be known of a link: that there is none. Looking for it would cost as much as the line. */
async function schrijf(database: Database, regels: readonly Verzoekregel[]): Promise<void> {
  const isMetLink = ({ link, linkhash, agendahash }: Verzoekregel): boolean =>
    (link ?? linkhash ?? agendahash) !== null;
  await rows(database.voor(ALS), regels.some(isMetLink) ? metLinks(regels) : zonderLinks(regels));
}

function zonderLinks(regels: readonly Verzoekregel[]): Sql {
  return sql`insert into logregel (verrichting, operatie, afloop, code, persoon, rollen, organisatie, namens, stroom, nummer,
               object, ingang, spoor, adres, bijzonderheden)
        select n.verrichting, n.operatie, n.afloop, n.code, n.persoon, n.rollen, n.organisatie, n.namens,
               coalesce(n.stroom, (select s.id from stroom s where s.nummer = n.nummer)),
               coalesce(n.nummer, (select s.nummer from stroom s where s.id = n.stroom)),
               n.object, n.ingang, n.spoor, n.adres, n.bijzonderheden
          from ${nieuweRegels(regels)}`;
}

function metLinks(regels: readonly Verzoekregel[]): Sql {
  return sql`insert into logregel (verrichting, operatie, afloop, code, persoon, rollen, organisatie, namens, link, stroom, nummer,
               object, ingang, spoor, adres, bijzonderheden)
        select n.verrichting, n.operatie, n.afloop, n.code, coalesce(n.persoon, a.gebruiker), n.rollen,
               coalesce(n.organisatie, l.organisatie), n.namens,
               coalesce(l.id, n.link), coalesce(s.id, n.stroom), coalesce(s.nummer, n.nummer), n.object, n.ingang, n.spoor,
               n.adres, n.bijzonderheden
          from ${nieuweRegels(regels)}
          left join lateral (select p.id, p.stroom, x.organisatie
                               from (select d.id, d.stroom, d.verzoek from partnerlink d where d.id = n.link
                                     union all
                                     select d.id, d.stroom, d.verzoek from partnerlink d where d.hash = decode(n.linkhash, 'hex')) p
                                 left join partij x on x.stroom = p.stroom and x.verzoek = p.verzoek) l on true
          left join lateral (select s.id, s.nummer from stroom s where s.nummer = n.nummer
                             union all
                             select s.id, s.nummer from stroom s where s.id = coalesce(n.stroom, l.stroom) and n.nummer is null) s on true
          left join agendasleutel a on a.hash = decode(n.agendahash, 'hex')`;
}

function nieuweRegels(regels: readonly Verzoekregel[]): Sql {
  return sql`jsonb_to_recordset(${jsonb(regels)}) as n (verrichting text, operatie text, afloop text, code text,
               persoon text, rollen text[], organisatie text, namens text, link uuid, linkhash text, agendahash text,
               stroom uuid, nummer text, object text, ingang text, spoor text, adres text, bijzonderheden jsonb)`;
}
