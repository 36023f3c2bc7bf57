import { randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';

import { inhoudhash } from '#db/queries/inhoudhash.ts';
import { type Db, jsonb, rows, sql } from '#db/sql.ts';
import { hexHash } from '#platform/hash.ts';

import { binnenVerzoek } from './logregels.ts';
import { huidigeVerrichting } from './verrichting.ts';

/** A change of what is kept beside signalen: people, desks, policy, the calendar. */
export interface Beheerwijziging {
  operatie: string;
  /** What was changed, as `loket:<id>`. */
  object: string;
  /** null for a command. */
  door: string | null;
  /** null for what is new. */
  voor: object | null;
  /** null for what was taken away. */
  na: object | null;
}

/**
 * Writes that this was changed, in the transaction that changes it. The line says which fields, for good; what stood there before and
 * after is beside it, where it can be erased, and of an address or a telephone number only a fingerprint.
 */
export async function noteerWijzigingen(db: Db, wijzigingen: readonly Beheerwijziging[]): Promise<void> {
  const regels = wijzigingen.map(({ voor, na, door, ...over }) => {
    const zout = randomBytes(16).toString('hex');
    const regel = binnenVerzoek({ verrichting: 'wijziging', ...over, bijzonderheden: { velden: verschil(voor, na) } });
    return { ...regel, persoon: door, zout, voor: zonderBereik(voor, zout), na: zonderBereik(na, zout) };
  });
  await rows(
    db,
    sql`with nieuw as materialized (
          select n.*, ${inhoudhash(sql`decode(n.zout, 'hex')`, sql`n.voor`, sql`n.na`)} as inhoud
            from jsonb_to_recordset(${jsonb(regels)}) as n (verrichting text, operatie text, afloop text, persoon text, rollen text[],
                 organisatie text, object text, ingang text, spoor text, adres text, bijzonderheden jsonb, zout text, voor jsonb, na jsonb)),
        regel as (
          insert into logregel (verrichting, operatie, afloop, persoon, rollen, organisatie, object, ingang, spoor, adres,
                 bijzonderheden, inhoud)
          select verrichting, operatie, afloop, persoon, rollen, organisatie, object, ingang, spoor, adres, bijzonderheden, inhoud
            from nieuw returning nr, inhoud)
        insert into loginhoud (regel, zout, voor, na)
        select r.nr, decode(n.zout, 'hex'), n.voor, n.na from nieuw n join regel r on r.inhoud = n.inhoud`,
  );
  const verzoek = huidigeVerrichting();
  if (verzoek !== undefined && regels.length > 0) verzoek.geschreven = true;
}

/** The names of what differs. */
function verschil(voor: object | null, na: object | null): string[] {
  const [was, werd] = [new Map(Object.entries(voor ?? {})), new Map(Object.entries(na ?? {}))];
  const namen = new Set([...was.keys(), ...werd.keys()]);
  return [...namen].filter((naam) => !isDeepStrictEqual(was.get(naam), werd.get(naam)));
}

const BEREIK = /mail|telefoon/i;

/** The same, where it says how somebody is reached no more than that it is another, or the same. */
function zonderBereik(waarde: unknown, zout: string): unknown {
  if (Array.isArray(waarde)) return waarde.map((deel) => zonderBereik(deel, zout));
  if (typeof waarde !== 'object' || waarde === null) return waarde;
  return Object.fromEntries(
    Object.entries(waarde).map(([naam, deel]) => [
      naam,
      BEREIK.test(naam) && typeof deel === 'string'
        ? `sha256:${hexHash(`${zout}${deel}`, 24)}`
        : zonderBereik(deel, zout),
    ]),
  );
}
