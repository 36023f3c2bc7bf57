import { instant, json, number, object, orNull, type Row, text } from '#db/columns.ts';
import { type Db, rows, sql } from '#db/sql.ts';
import type { Antwoordsoort, Urgentie, Verzoeksoort } from '#domain/beleid/codelijsten.ts';
import { organisatiedomein } from '#domain/post/maildomein.ts';
import type { Verzoekfeit } from '#domain/signaal/gebeurtenissen.ts';
import { mogelijkeAntwoorden } from '#domain/signaal/opdrachten/verzoek-beantwoorden.ts';
import type { Staat, Verzoek, Verzoekstatus } from '#domain/signaal/staat.ts';
import { isOpen, stapVan } from '#domain/signaal/verzoeken.ts';
import { datumVanDag } from '#domain/stroom/stap.ts';
import { type Datum, datumVan, type Tijdstip } from '#domain/tijd/amsterdam.ts';
import { plusWerkdagen } from '#domain/tijd/werkdagen.ts';

import { LINK_LEEFT_NA } from '../schrijven/partnerlink.ts';
import { leesBijgewerkt } from './bijgewerkt.ts';
import type { Link } from './toegang.ts';

/** All that the addressee of a link may know. Of the signaal there are its number and its urgency, which the mail told too, and nothing else. */
export interface Vraag {
  nummer: string;
  /** The id of what is asked. */
  verzoek: string;
  soort: Verzoeksoort;
  status: Verzoekstatus;
  urgentie: Urgentie;
  organisatie: { id: string; naam: string };
  /** Who is asked. */
  gevraagde: string;
  /** The domain of the address that was mailed, where a colleague has one too; null where that says nothing of who works together. */
  maildomein: string | null;
  /** Who asks it, to be phoned. */
  vrager: { naam: string; telefoon: string };
  /** What was asked, and what was added to it since, oldest first. */
  teksten: readonly { op: Tijdstip; soort: 'vraag' | 'informatie'; regels: readonly string[] }[];
  antwoorden: readonly GegevenAntwoord[];
  /** The opdracht with which the party answered, while nothing happened after it. */
  laatste: string | null;
  /** The last day to answer; null when no answer is waited for. */
  totEnMet: Datum | null;
  /** What was promised for, while that runs. */
  toegezegd: Datum | null;
  mogelijk: readonly Antwoordsoort[];
  /** The last day for which something may be promised. */
  uiterlijkeToezegging: Datum;
  vandaag: Datum;
  nu: Tijdstip;
  /** Raised by whatever happens to the verzoek. Two answers to the same version are one. */
  versie: number;
}

export interface GegevenAntwoord {
  /** By which its files are found. */
  opdracht: string;
  op: Tijdstip;
  soort: Antwoordsoort;
  datum: Datum | null;
  /** The name of the organisatie that can do it instead. */
  bevoegd: string | null;
  /** The behandelaar wrote it down. */
  vastgelegd: boolean;
  /** It took the place of the answer before it. */
  herziet: boolean;
  toelichting: string | null;
}

/** What a link shows now, on the clock of its stream with all that the clock owes; null when the link is dead. */
export async function leesVraag(db: Db, link: Link): Promise<Vraag | null> {
  if (link.ingetrokken || link.verzoek === null) return null;
  const gelezen = await leesBijgewerkt(db, link.stroom);
  if (gelezen === undefined) return null;
  const { nummer, staat, geparkeerd, nu, kader } = gelezen;
  const verzoek = staat.verzoeken.find(({ id }) => id === link.verzoek);
  const regels = await leesRegels(db, link);
  if (verzoek === undefined || !leeft(verzoek, staat, regels, nu)) return null;
  const wie = await leesMensen(db, link, staat, datumVan(nu));
  if (wie === undefined) return null;
  const stap = stapVan(staat, verzoek.id);
  const vraagt = stap?.soort === 'vraag' || stap?.soort === 'vraag_hogerop';
  return {
    nummer,
    verzoek: verzoek.id,
    soort: verzoek.soort,
    status: verzoek.status,
    urgentie: staat.urgentie,
    ...wie,
    maildomein: organisatiedomein(link.adres),
    teksten: regels.flatMap(tekstenVan),
    antwoorden: regels.flatMap(antwoordVan),
    laatste: laatsteVan(regels),
    totEnMet: stap !== undefined && vraagt ? datumVanDag(stap, staat, stap.n) : null,
    toegezegd: stap?.soort === 'toezegging' ? stap.begin : null,
    mogelijk: geparkeerd ? [] : mogelijkeAntwoorden(staat, verzoek, nu, kader),
    uiterlijkeToezegging: plusWerkdagen(datumVan(nu), kader.beleid.stappen.toezegging.uiterlijk, staat.kalender),
    vandaag: datumVan(nu),
    nu,
    versie: regels.at(-1)?.volgnummer ?? 0,
  };
}

const REGEL_RIJ = {
  volgnummer: number,
  bron: text,
  op: instant,
  feit: json<Verzoekfeit>(),
  bevoegd: orNull(text),
  teksten: json<Record<string, string>>(),
};

type Regel = Row<typeof REGEL_RIJ>;

/** Everything on record about one verzoek. */
function leesRegels(db: Db, { stroom, verzoek }: Link): Promise<Regel[]> {
  return rows(
    db,
    sql`select g.volgnummer, g.bron, tijdstip(g.op) as op, jsonb_build_object('soort', g.soort) || g.data as feit,
               (select naam from organisatie where id = g.data -> 'antwoord' ->> 'bevoegd') as bevoegd,
               coalesce((select jsonb_object_agg(t.veld, t.inhoud order by t.veld) from tekst t
                          where t.stroom = g.stroom and t.volgnummer = g.volgnummer), '{}') as teksten
          from gebeurtenis g
         where g.stroom = ${stroom} and g.data ->> 'verzoek' = ${verzoek} order by g.volgnummer`,
    REGEL_RIJ,
  );
}

/** A verzoek that was taken back or never arrived has no link; any other keeps it until 30 working days after its end. */
function leeft(verzoek: Verzoek, staat: Staat, regels: readonly Regel[], nu: Tijdstip): boolean {
  if (verzoek.status === 'ingetrokken' || verzoek.status === 'onbestelbaar') return false;
  if (isOpen(verzoek)) return true;
  const einde = regels.findLast(({ feit }) => isEinde(feit))?.op ?? nu;
  return plusWerkdagen(datumVan(einde), LINK_LEEFT_NA, staat.kalender) >= datumVan(nu);
}

function isEinde<S extends Verzoekfeit['soort']>(feit: Extract<Verzoekfeit, { soort: S }>): boolean {
  return EINDIGT[feit.soort as S](feit);
}

/** A new kind that is about a verzoek does not compile until it is said here whether it ends it. */
const EINDIGT: { readonly [S in Verzoekfeit['soort']]: (feit: Extract<Verzoekfeit, { soort: S }>) => boolean } = {
  verzoek_gedaan: () => false,
  verzoek_beantwoord: ({ status }) => status === 'beantwoord' || status === 'niet_nagekomen',
  informatie_gegeven: () => false,
  tegengehouden: () => false,
  verzoek_geeindigd: () => true,
  verzoek_verlegd: () => false,
  geen_reactie: ({ definitief }) => definitief,
  nakoming_gevraagd: () => false,
  niet_nagekomen: () => true,
};

/** Who asks is who can be phoned today: the behandelaar, or whoever deputises; without one whoever asked it. */
async function leesMensen(
  db: Db,
  { stroom, verzoek, hogerop }: Link,
  { behandelaar, melder }: Staat,
  vandaag: Datum,
): Promise<Pick<Vraag, 'organisatie' | 'gevraagde' | 'vrager'> | undefined> {
  const [wie] = await rows(
    db,
    sql`select jsonb_build_object('id', o.id, 'naam', o.naam) as organisatie,
               case when ${hogerop} then coalesce(p.escalatie_naam, p.contactpersoon) else p.contactpersoon end as gevraagde,
               jsonb_build_object('naam', g.naam, 'telefoon', g.telefoon) as vrager
          from partij p join organisatie o on o.id = p.organisatie
          join gebruiker g on g.id = coalesce(
            (select waarnemer from waarneming where afwezige = ${behandelaar} and ${vandaag}::date between van and tot),
            ${behandelaar},
            (select door from gebeurtenis where stroom = p.stroom and soort = 'verzoek_gedaan'
                and data ->> 'verzoek' = p.verzoek limit 1), ${melder})
         where p.stroom = ${stroom} and p.verzoek = ${verzoek}`,
    { organisatie: object({ id: text, naam: text }), gevraagde: text, vrager: object({ naam: text, telefoon: text }) },
  );
  return wie;
}

function tekstenVan({ op, feit, teksten }: Regel): Vraag['teksten'][number][] {
  if (feit.soort !== 'verzoek_gedaan' && feit.soort !== 'informatie_gegeven') return [];
  return [{ op, soort: feit.soort === 'verzoek_gedaan' ? 'vraag' : 'informatie', regels: Object.values(teksten) }];
}

function laatsteVan(regels: readonly Regel[]): Vraag['laatste'] {
  const { feit, bron = null } = regels.at(-1) ?? {};
  return feit?.soort === 'verzoek_beantwoord' && !feit.vastgelegd ? bron : null;
}

function antwoordVan({ op, bron, feit, bevoegd, teksten }: Regel): GegevenAntwoord[] {
  if (feit.soort !== 'verzoek_beantwoord') return [];
  const { antwoord, vastgelegd, herziet = false } = feit;
  const datum = antwoord.soort === 'toegezegd' ? antwoord.datum : null;
  // What the behandelaar wrote down is not the party's own text.
  const toelichting = vastgelegd ? null : (teksten['toelichting'] ?? null);
  return [{ opdracht: bron, op, soort: antwoord.soort, datum, bevoegd, vastgelegd, herziet, toelichting }];
}
