import { type Db, jsonb, sql } from '#db/sql.ts';
import { berichten } from '#domain/signaal/berichten.ts';
import type { Bericht } from '#domain/signaal/berichtsoorten.ts';
import type { Gebeurtenis } from '#domain/signaal/gebeurtenissen.ts';
import { COLLEGA } from '#domain/signaal/opdrachten/antwoordregels.ts';
import type { Staat } from '#domain/signaal/staat.ts';
import { stapVan } from '#domain/signaal/verzoeken.ts';

import { legBerichtenKlaar } from './berichten.ts';
import { nietVoor } from './niet-voor.ts';
import { CONSULENT } from './partijen.ts';
import type { Voorval } from './projectie.ts';
import type { Schakel } from './verloop.ts';

/** Writes the berichten to who has an address alone: parties, and the consulent on whose behalf was filed. Returns whether there were any. */
export async function schrijfPartijpost(
  db: Db,
  { staat, verloop }: Pick<Voorval, 'staat' | 'verloop'>,
): Promise<boolean> {
  const aanPartijen = await schrijfAanPartijen(db, staat, verloop);
  const aanConsulent = await schrijfAanConsulent(db, staat, verloop);
  return aanPartijen || aanConsulent;
}

async function schrijfAanPartijen(db: Db, staat: Staat, verloop: readonly Schakel[]): Promise<boolean> {
  const reeks = verloop.flatMap(berichtenVan);
  if (reeks.length === 0) return false;
  const aantal = await legBerichtenKlaar(
    db,
    sql`select ${staat.id}::uuid as stroom, b.volgnummer, null as gebruiker, null as namens,
               case when b.hogerop and p.escalatie_email is not null then p.escalatie_email else p.email end as adres,
               b.verzoek, b.soort, b.bundel, b.waarom, b.stap, b.op, b.niet_voor
          from jsonb_to_recordset(${jsonb(reeks)}) as b (volgnummer int, verzoek text, hogerop boolean, soort text,
                 bundel text, waarom text, stap text, op timestamptz, niet_voor timestamptz)
          join partij p on p.stroom = ${staat.id} and p.verzoek = b.verzoek`,
  );
  return (await schrijfAanEerderen(db, staat, verloop)) || aantal > 0;
}

/**
 * Whoever was mailed a question with a link that has not died before, and is not the one who is mailed now, hears that no answer is needed
 * any more: the desk after which the contact above it was asked, and who had it before it was moved.
 */
async function schrijfAanEerderen(db: Db, staat: Staat, verloop: readonly Schakel[]): Promise<boolean> {
  const reeks = verloop.flatMap(({ gebeurtenis, na }) => {
    const { soort } = gebeurtenis;
    const isNietMeerNodig = soort === 'verzoek_geeindigd' && gebeurtenis.status !== 'onbestelbaar';
    return soort === 'verzoek_verlegd' || isNietMeerNodig
      ? [{ verzoek: gebeurtenis.verzoek, ...wanneer('direct', gebeurtenis, na) }]
      : [];
  });
  if (reeks.length === 0) return false;
  const aantal = await legBerichtenKlaar(
    db,
    sql`select distinct ${staat.id}::uuid as stroom, v.volgnummer, null as gebruiker, null as namens, lower(l.adres) as adres,
               v.verzoek, 'verzoek_vervallen' as soort, 'direct' as bundel, 'partij' as waarom, null as stap, v.op, v.niet_voor
          from jsonb_to_recordset(${jsonb(reeks)}) as v (volgnummer int, verzoek text, op timestamptz, niet_voor timestamptz)
          join partnerlink l on l.stroom = ${staat.id} and l.verzoek = v.verzoek and coalesce(l.ingetrokken_op = v.op, true)
         where not exists (select from bericht b where b.stroom = ${staat.id} and b.volgnummer = v.volgnummer and b.verzoek = v.verzoek
                              and lower(b.adres) = lower(l.adres))`,
  );
  return aantal > 0;
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
  const aantal = await legBerichtenKlaar(
    db,
    sql`select ${staat.id}::uuid as stroom, b.volgnummer, null as gebruiker, null as namens, lower(t.inhoud) as adres,
               null as verzoek, b.soort, b.bundel, b.waarom, null as stap, b.op, b.niet_voor
          from jsonb_to_recordset(${jsonb(reeks)}) as b (volgnummer int, soort text, bundel text, waarom text,
                 op timestamptz, niet_voor timestamptz)
          join tekst t on t.stroom = ${staat.id} and t.veld = ${CONSULENT.email}`,
  );
  return aantal > 0;
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
