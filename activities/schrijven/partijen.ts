import { orNull, text } from '#db/columns.ts';
import { type Db, rows, sql } from '#db/sql.ts';
import { isVanDezelfdeOrganisatie } from '#domain/post/maildomein.ts';
import type { Gebeurd, Verzoekfeit } from '#domain/signaal/gebeurtenissen.ts';
import { COLLEGA } from '#domain/signaal/opdrachten/antwoordregels.ts';
import type { Staat, Verzoek } from '#domain/signaal/staat.ts';
import type { Tijdstip } from '#domain/tijd/amsterdam.ts';

import { kiesLoket } from './bereik.ts';
import { laatAanCollega, trekLinksIn } from './partnerlink.ts';
import type { Voorval } from './projectie.ts';

/** The fields of a filing that say on whose behalf. */
export const CONSULENT = { naam: 'namens.naam', email: 'namens.email' } as const;

/** Keeps whom each verzoek is with, and which links are alive. */
export async function schrijfPartijen(db: Db, { staat, verloop }: Pick<Voorval, 'staat' | 'verloop'>): Promise<false> {
  for (const { gebeurtenis } of verloop) if ('verzoek' in gebeurtenis) await houdBij(db, staat, gebeurtenis);
  return false;
}

type Verzoekgebeurtenis<S extends Verzoekfeit['soort']> = Gebeurd<S> & { verzoek: string };

function houdBij<S extends Verzoekfeit['soort']>(
  db: Db,
  staat: Staat,
  gebeurtenis: Verzoekgebeurtenis<S>,
): Promise<void> {
  const gesteld = staat.verzoeken.find(({ id }) => id === gebeurtenis.verzoek);
  return BIJHOUDEN[gebeurtenis.soort as S](db, staat.id, gebeurtenis, gesteld);
}

type Bijhouden<S extends Verzoekfeit['soort']> = (
  db: Db,
  stroom: string,
  gebeurtenis: Gebeurd<S>,
  gesteld: Verzoek | undefined,
) => Promise<void>;

/** A new kind that is about a verzoek does not compile until it is said here whom the verzoek is then with. */
const BIJHOUDEN: { readonly [S in Verzoekfeit['soort']]: Bijhouden<S> } = {
  verzoek_gedaan: async (db, stroom, { verzoek, organisatie, loket }) => {
    if (organisatie !== null) await legPartijVast(db, stroom, verzoek, organisatie, loket);
  },
  verzoek_verlegd: async (db, stroom, { verzoek, op, loket }, gesteld) => {
    await trekLinksIn(db, stroom, verzoek, op);
    const { organisatie = null } = gesteld ?? {};
    if (organisatie !== null) await legPartijVast(db, stroom, verzoek, organisatie, loket);
  },
  verzoek_geeindigd: async (db, stroom, { verzoek, status, op }, gesteld) => {
    // After closing the link still tells its addressee that no answer is needed any more.
    if (status === 'vervallen') return;
    if (status === 'onbestelbaar' && gesteld !== undefined) await merkOnbestelbaar(db, stroom, gesteld, op);
    await trekLinksIn(db, stroom, verzoek, op);
  },
  verzoek_beantwoord: async (db, stroom, { verzoek, antwoord, door, op, tekst = {} }) => {
    if (antwoord.soort === 'doorgegeven') await geefDoor(db, { stroom, verzoek, op, door }, tekst);
  },
  informatie_gegeven: blijft,
  tegengehouden: blijft,
  geen_reactie: blijft,
  nakoming_gevraagd: blijft,
  niet_nagekomen: blijft,
};

async function blijft(): Promise<void> {}

/** As the desk is now. The rules have seen to it that there is one. */
async function legPartijVast(
  db: Db,
  stroom: string,
  verzoek: string,
  organisatie: string,
  loket: string | undefined,
): Promise<void> {
  const gekozen = await kiesLoket(db, { stroom, verzoek, organisatie, ...(loket !== undefined && { loket }) });
  if (gekozen === undefined) throw new Error(`${organisatie} has no desk for verzoek ${verzoek}`);
  await rows(
    db,
    sql`insert into partij (stroom, verzoek, organisatie, loket, naam, contactpersoon, email, telefoon,
                            escalatie_naam, escalatie_email, escalatie_telefoon)
        select ${stroom}, ${verzoek}, organisatie, id, naam, contactpersoon, email, telefoon,
               case when ${gekozen.escalatiecontact} then escalatie_naam end,
               case when ${gekozen.escalatiecontact} then escalatie_email end,
               case when ${gekozen.escalatiecontact} then escalatie_telefoon end
          from loket where id = ${gekozen.id}
        on conflict (stroom, verzoek) do update
           set loket = excluded.loket, naam = excluded.naam, contactpersoon = excluded.contactpersoon,
               email = excluded.email, telefoon = excluded.telefoon, escalatie_naam = excluded.escalatie_naam,
               escalatie_email = excluded.escalatie_email, escalatie_telefoon = excluded.escalatie_telefoon`,
  );
}

/** Nothing more is asked of a desk, or of the contact above it, to which mail came back, until somebody has looked at its address. */
async function merkOnbestelbaar(db: Db, stroom: string, { id, hogerop }: Verzoek, op: Tijdstip): Promise<void> {
  await rows(
    db,
    hogerop
      ? sql`update loket l set escalatie_onbestelbaar_op = ${op} from partij p
             where p.stroom = ${stroom} and p.verzoek = ${id} and l.id = p.loket
               and lower(l.escalatie_email) = lower(coalesce(p.escalatie_email, ''))`
      : sql`update loket l set onbestelbaar_op = ${op} from partij p
             where p.stroom = ${stroom} and p.verzoek = ${id} and l.id = p.loket and lower(l.email) = lower(p.email)`,
  );
}

interface Doorgegeven {
  stroom: string;
  verzoek: string;
  op: Tijdstip;
  door: string | null;
}

/**
 * What the family allows is for the organisation that was asked: it does not go along to somebody of another, to whom who handles it may
 * hand the question on (ADR 0044).
 */
async function sluitVoorAnderen(db: Db, { stroom, verzoek, op, door }: Doorgegeven, email: string): Promise<void> {
  const [partij] = await rows(
    db,
    sql`select email, escalatie_email as hogerop from partij where stroom = ${stroom} and verzoek = ${verzoek}`,
    { email: text, hogerop: orNull(text) },
  );
  const bekend = [partij?.email, partij?.hogerop].filter((adres) => adres != null);
  if (bekend.some((adres) => isVanDezelfdeOrganisatie(adres, email))) return;
  await rows(
    db,
    sql`update toestemming set ingetrokken_op = ${op}, ingetrokken_door = ${door}
         where stroom = ${stroom} and verzoek = ${verzoek} and ingetrokken_op is null`,
  );
}

/** From now on the colleague is the one who is written to and who can read it, in the place of whoever handed it on (ADR 0012). */
async function geefDoor(db: Db, plek: Doorgegeven, tekst: Readonly<Record<string, string>>): Promise<void> {
  const { stroom, verzoek, op } = plek;
  const { [COLLEGA.naam]: naam, [COLLEGA.email]: email } = tekst;
  if (naam === undefined || email === undefined) return;
  await sluitVoorAnderen(db, plek, email);
  await laatAanCollega(db, { stroom, verzoek, op, adres: email });
  await rows(
    db,
    sql`update partij p
           set contactpersoon = case when s.hogerop then p.contactpersoon else ${naam} end,
               email = case when s.hogerop then p.email else lower(${email}) end,
               telefoon = case when s.hogerop then p.telefoon end,
               escalatie_naam = case when s.hogerop then ${naam} else p.escalatie_naam end,
               escalatie_email = case when s.hogerop then lower(${email}) else p.escalatie_email end,
               escalatie_telefoon = case when s.hogerop then null else p.escalatie_telefoon end
          from (select coalesce(bool_or((v ->> 'hogerop')::boolean), false) as hogerop
                  from stroom, jsonb_array_elements(staat -> 'verzoeken') v
                 where id = ${stroom} and v ->> 'id' = ${verzoek}) s
         where p.stroom = ${stroom} and p.verzoek = ${verzoek}`,
  );
}
