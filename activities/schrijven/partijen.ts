import { type Db, jsonb, rows, sql } from '#db/sql.ts';
import { berichten } from '#domain/signaal/berichten.ts';
import type { Bericht } from '#domain/signaal/berichtsoorten.ts';
import type { Gebeurtenis } from '#domain/signaal/gebeurtenissen.ts';
import { COLLEGA } from '#domain/signaal/opdrachten/antwoordregels.ts';
import type { Staat, Verzoek } from '#domain/signaal/staat.ts';
import { stapVan } from '#domain/signaal/verzoeken.ts';
import type { Tijdstip } from '#domain/tijd/amsterdam.ts';

import { kiesLoket } from './bereik.ts';
import { nietVoor } from './niet-voor.ts';
import { trekLinksIn } from './partnerlink.ts';
import type { Schakel } from './verloop.ts';

/** The fields of a filing that say on whose behalf. */
export const CONSULENT = { naam: 'namens.naam', email: 'namens.email' } as const;

/**
 * Keeps, in the transaction of the act, whom each verzoek is with and which links are alive, and writes the berichten to who has an
 * address alone: parties, and the consulent on whose behalf was filed. Returns whether there were any.
 */
export async function schrijfPartijen(db: Db, staat: Staat, verloop: readonly Schakel[]): Promise<boolean> {
  for (const { gebeurtenis } of verloop) await houdBij(db, staat, gebeurtenis);
  const aanPartijen = await schrijfAanPartijen(db, staat, verloop);
  const aanConsulent = await schrijfAanConsulent(db, staat, verloop);
  return aanPartijen || aanConsulent;
}

async function schrijfAanPartijen(db: Db, staat: Staat, verloop: readonly Schakel[]): Promise<boolean> {
  const reeks = verloop.flatMap(berichtenVan);
  if (reeks.length === 0) return false;
  const geschreven = await rows(
    db,
    sql`insert into bericht (stroom, volgnummer, adres, verzoek, soort, bundel, waarom, stap, op, niet_voor)
        select ${staat.id}::uuid, b.volgnummer,
               case when b.hogerop and p.escalatie_email is not null then p.escalatie_email else p.email end,
               b.verzoek, b.soort, b.bundel, b.waarom, b.stap, b.op, b.niet_voor
          from jsonb_to_recordset(${jsonb(reeks)}) as b (volgnummer int, verzoek text, hogerop boolean, soort text,
                 bundel text, waarom text, stap text, op timestamptz, niet_voor timestamptz)
          join partij p on p.stroom = ${staat.id} and p.verzoek = b.verzoek
        returning 1`,
  );
  return geschreven.length > 0;
}

/** To the address that was given at filing; to nobody once that text was erased. */
async function schrijfAanConsulent(db: Db, staat: Staat, verloop: readonly Schakel[]): Promise<boolean> {
  if (staat.consulent !== true) return false;
  const reeks = verloop.flatMap(({ gebeurtenis, voor, na }) =>
    berichten(gebeurtenis, na, voor)
      .filter(({ aan }) => aan.soort === 'consulent')
      .map(({ soort, bundel, waarom }) => ({ soort, bundel, waarom, ...wanneer(bundel, gebeurtenis, na) })),
  );
  if (reeks.length === 0) return false;
  const geschreven = await rows(
    db,
    sql`insert into bericht (stroom, volgnummer, adres, soort, bundel, waarom, op, niet_voor)
        select ${staat.id}::uuid, b.volgnummer, lower(t.inhoud), b.soort, b.bundel, b.waarom, b.op, b.niet_voor
          from jsonb_to_recordset(${jsonb(reeks)}) as b (volgnummer int, soort text, bundel text, waarom text,
                 op timestamptz, niet_voor timestamptz)
          join tekst t on t.stroom = ${staat.id} and t.veld = ${CONSULENT.email}
        returning 1`,
  );
  return geschreven.length > 0;
}

async function houdBij(db: Db, { id: stroom, verzoeken }: Staat, gebeurtenis: Gebeurtenis): Promise<void> {
  const gesteld = 'verzoek' in gebeurtenis ? verzoeken.find(({ id }) => id === gebeurtenis.verzoek) : undefined;
  switch (gebeurtenis.soort) {
    case 'verzoek_gedaan':
      if (gebeurtenis.organisatie === null) return;
      return legPartijVast(db, stroom, gebeurtenis.verzoek, gebeurtenis.organisatie, gebeurtenis.loket);
    case 'verzoek_verlegd': {
      await trekLinksIn(db, stroom, gebeurtenis.verzoek, gebeurtenis.op);
      const { organisatie = null } = gesteld ?? {};
      if (organisatie === null) return;
      return legPartijVast(db, stroom, gebeurtenis.verzoek, organisatie, gebeurtenis.loket);
    }
    case 'verzoek_geeindigd':
      // After closing the link still tells its addressee that no answer is needed any more.
      if (gebeurtenis.status === 'vervallen') return;
      if (gebeurtenis.status === 'onbestelbaar' && gesteld !== undefined)
        await merkOnbestelbaar(db, stroom, gesteld, gebeurtenis.op);
      return trekLinksIn(db, stroom, gebeurtenis.verzoek, gebeurtenis.op);
    case 'verzoek_beantwoord':
      if (gebeurtenis.antwoord.soort !== 'doorgegeven') return;
      return geefDoor(db, stroom, gebeurtenis.verzoek, gebeurtenis.tekst ?? {});
    default:
      return;
  }
}

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

/** From now on the colleague is the one who is written to, in the place of whoever handed it on. */
async function geefDoor(
  db: Db,
  stroom: string,
  verzoek: string,
  tekst: Readonly<Record<string, string>>,
): Promise<void> {
  const { [COLLEGA.naam]: naam, [COLLEGA.email]: email } = tekst;
  if (naam === undefined || email === undefined) return;
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

function berichtenVan({ gebeurtenis, voor, na }: Schakel): Record<string, unknown>[] {
  const aanPartij = berichten(gebeurtenis, na, voor).flatMap(({ aan, soort, bundel, waarom, stap }) =>
    aan.soort === 'partij' ? [{ verzoek: aan.verzoek, hogerop: aan.hogerop, soort, bundel, waarom, stap }] : [],
  );
  return [...aanPartij, ...aanCollega(gebeurtenis, na)].map((bericht) => ({
    ...bericht,
    ...wanneer(bericht.bundel, gebeurtenis, na),
  }));
}

function wanneer(bundel: Bericht['bundel'], { op }: Gebeurtenis, { volgnummer, kalender }: Staat) {
  return { op, volgnummer, niet_voor: nietVoor(bundel, op, kalender) };
}

/** The colleague gets the question itself. */
function aanCollega(gebeurtenis: Gebeurtenis, staat: Staat) {
  if (gebeurtenis.soort !== 'verzoek_beantwoord' || gebeurtenis.antwoord.soort !== 'doorgegeven') return [];
  if (gebeurtenis.tekst?.[COLLEGA.email] === undefined) return [];
  const { verzoek: id } = gebeurtenis;
  const hogerop = staat.verzoeken.find((verzoek) => verzoek.id === id)?.hogerop === true;
  const stap = stapVan(staat, id)?.sleutel ?? null;
  return [{ verzoek: id, hogerop, soort: 'verzoek', bundel: 'direct', waarom: 'partij', stap } as const];
}
