import { instant, json, object, orNull, type Row, text } from '#db/columns.ts';
import { type Db, rows, sql } from '#db/sql.ts';
import type { Antwoordsoort, Niveau, Status, Uitkomst } from '#domain/beleid/codelijsten.ts';
import { soortenMet } from '#domain/signaal/betekenis.ts';
import type { Feit } from '#domain/signaal/gebeurtenissen.ts';
import type { Afsluiting, Staat } from '#domain/signaal/staat.ts';
import { termijnen } from '#domain/signaal/termijnen.ts';
import { isOpen, stapVan } from '#domain/signaal/verzoeken.ts';
import { datumVanDag } from '#domain/stroom/stap.ts';
import { type Datum, datumVan, type Tijdstip } from '#domain/tijd/amsterdam.ts';
import { plusWerkdagen } from '#domain/tijd/werkdagen.ts';

import type { Belcontact } from '../post/contacten.ts';
import { termijnVan } from '../post/zaak.ts';
import { CONSULENT } from '../schrijven/partijen.ts';
import { LINK_LEEFT_NA } from '../schrijven/partnerlink.ts';
import { leesBijgewerkt } from './bijgewerkt.ts';
import type { Link } from './toegang.ts';

/** All that a consulent may know of the signaal that was filed on behalf of that consulent: where it is, whom to phone, and what came of it. */
export interface Inzage {
  nummer: string;
  /** The name of the consulent, as the filer gave it. */
  consulent: string;
  ingediendOp: Tijdstip;
  /** What was filed in the name of the consulent; null once that text was erased. */
  knelpunt: string | null;
  /** Who filed it, and takes what is to be added. */
  melder: Belcontact;
  /** Who has it in hand today: the behandelaar, or whoever deputises; null for nobody. */
  behandelaar: Belcontact | null;
  niveau: Niveau;
  status: Status;
  /** How it was closed; null while it is open. */
  afsluiting: Afsluiting | null;
  /** The last day of a pause; null outside one. */
  wachtTot: Datum | null;
  /** Until when somebody must act on it now; null while nobody must. */
  totEnMet: Datum | null;
  /** The last day for bezwaar against the decision that came with it, while that runs. */
  bezwaarTotEnMet: Datum | null;
  /** The organisations that have not answered yet, or have promised something, in the order in which they were asked. */
  gevraagd: readonly Gevraagd[];
  /** What parties answered, oldest first. */
  antwoorden: readonly Partijantwoord[];
  /** Known to the consulent once the filer was told. */
  uitkomst: Uitkomst | null;
  /** The plain answer to the filer. */
  terugkoppeling: string | null;
  /** What came of the patroon of which it is part, also while it is open. */
  patroonantwoord: string | null;
  /** The last day on which the link opens; null while the signaal is open. */
  leesbaarTot: Datum | null;
  nu: Tijdstip;
}

export interface Gevraagd {
  op: Tijdstip;
  organisatie: string;
  /** The last day to answer; null once it was silent, or waits for information. */
  totEnMet: Datum | null;
  /** What was promised for, while that runs. */
  toegezegd: Datum | null;
}

export interface Partijantwoord {
  op: Tijdstip;
  organisatie: string;
  soort: Antwoordsoort;
  /** What was promised for. */
  datum: Datum | null;
  /** The behandelaar wrote it down. */
  vastgelegd: boolean;
  toelichting: string | null;
}

/** What the link of a consulent shows now, on the clock of its stream; null when the link is dead. */
export async function leesInzage(db: Db, link: Link): Promise<Inzage | null> {
  if (link.ingetrokken || link.verzoek !== null) return null;
  const gelezen = await leesBijgewerkt(db, link.stroom);
  if (gelezen === undefined) return null;
  const { nummer, staat, nu } = gelezen;
  const vandaag = datumVan(nu);
  const regels = await leesRegels(db, link.stroom);
  const leesbaarTot = leesbaarTotVan(staat, regels);
  if (staat.afsluiting === 'ingetrokken' || (leesbaarTot !== null && leesbaarTot < vandaag)) return null;
  const mensen = await leesMensen(db, staat, link.stroom, vandaag);
  if (mensen === undefined) return null;
  const { niveau, status, afsluiting, uitkomst, stappen } = staat;
  return {
    nummer,
    ...mensen,
    niveau,
    status,
    afsluiting,
    totEnMet: afsluiting === null ? (termijnVan(staat)?.uitleg.laatsteDag ?? null) : null,
    bezwaarTotEnMet: termijnen(staat).find(({ soort }) => soort === 'bezwaar')?.uitleg.laatsteDag ?? null,
    gevraagd: regels.flatMap((regel) => gevraagdIn(regel, staat)),
    wachtTot: stappen.find(({ soort }) => soort === 'pauze')?.datum ?? null,
    antwoorden: regels.flatMap(antwoordVan),
    uitkomst: afsluiting === null ? null : uitkomst,
    terugkoppeling: afsluiting === null ? null : terugkoppelingIn(regels.filter(({ feit }) => !isVanPatroon(feit))),
    patroonantwoord: regels.findLast(({ feit }) => isVanPatroon(feit))?.terugkoppeling ?? null,
    leesbaarTot,
    nu,
  };
}

/** Reopened, it has no end again; merged into another it has none before the answer to that one has come. An answer on its patroon may come long after. */
function leesbaarTotVan({ afgeslotenOp, afsluiting, kalender }: Staat, regels: readonly Regel[]): Datum | null {
  const doorgegeven = regels.findLast(({ feit }) => feit.soort === 'teruggekoppeld' && feit.uit !== undefined)?.op;
  const einde = afsluiting === 'samengevoegd' ? (doorgegeven ?? null) : afgeslotenOp;
  if (einde === null) return null;
  const antwoord = regels.findLast(({ feit }) => isVanPatroon(feit))?.op;
  const laatste = antwoord !== undefined && antwoord > einde ? antwoord : einde;
  return plusWerkdagen(datumVan(laatste), LINK_LEEFT_NA, kalender);
}

function isVanPatroon({ soort }: Feit): boolean {
  return soort === 'patroonantwoord_gegeven';
}

type Mensen = Pick<Inzage, 'consulent' | 'knelpunt' | 'ingediendOp' | 'melder' | 'behandelaar'>;
const MENSEN_RIJ = {
  consulent: text,
  knelpunt: orNull(text),
  ingediendOp: instant,
  melder: object({ naam: text, telefoon: text }),
  behandelaar: orNull(object({ naam: text, telefoon: text })),
};

/** undefined once the text with the name was erased. */
async function leesMensen(
  db: Db,
  { melder, behandelaar }: Staat,
  stroom: string,
  vandaag: Datum,
): Promise<Mensen | undefined> {
  const [wie] = await rows(
    db,
    sql`select c.inhoud as consulent, (select inhoud from tekst where stroom = s.id and volgnummer = 1 and veld = 'knelpunt') as knelpunt, tijdstip(s.ingediend_op) as "ingediendOp",
               jsonb_build_object('naam', m.naam, 'telefoon', m.telefoon) as melder,
               (select jsonb_build_object('naam', b.naam, 'telefoon', b.telefoon) from gebruiker b
                 where b.id = coalesce((select waarnemer from waarneming
                                         where afwezige = ${behandelaar} and ${vandaag}::date between van and tot),
                                       ${behandelaar})) as behandelaar
          from signaal s join gebruiker m on m.id = ${melder} join tekst c on c.stroom = s.id and c.veld = ${CONSULENT.naam}
         where s.id = ${stroom}`,
    MENSEN_RIJ,
  );
  return wie;
}

const REGEL_RIJ = {
  op: instant,
  feit: json<Feit>(),
  /** Of the party that answered. */
  organisatie: orNull(text),
  toelichting: orNull(text),
  terugkoppeling: orNull(text),
};

type Regel = Row<typeof REGEL_RIJ>;

const VOOR_DE_CONSULENT = soortenMet('voorDeConsulent');

/** The answers and outcomes on record, with the two texts that may be shown. */
function leesRegels(db: Db, stroom: string): Promise<Regel[]> {
  return rows(
    db,
    sql`select tijdstip(g.op) as op, jsonb_build_object('soort', g.soort) || g.data as feit,
               (select o.naam from gebeurtenis v join organisatie o on o.id = v.data ->> 'organisatie'
                 where v.stroom = g.stroom and v.soort = 'verzoek_gedaan' and v.data ->> 'verzoek' = g.data ->> 'verzoek'
                 limit 1) as organisatie,
               max(t.inhoud) filter (where t.veld = 'toelichting') as toelichting,
               max(t.inhoud) filter (where t.veld = 'terugkoppeling') as terugkoppeling
          from gebeurtenis g left join tekst t on t.stroom = g.stroom and t.volgnummer = g.volgnummer
         where g.stroom = ${stroom}
           and g.soort = any(${VOOR_DE_CONSULENT}::text[])
         group by g.stroom, g.volgnummer order by g.volgnummer`,
    REGEL_RIJ,
  );
}

function antwoordVan({ op, feit, organisatie, toelichting }: Regel): Partijantwoord[] {
  if (feit.soort !== 'verzoek_beantwoord' || organisatie === null) return [];
  const { antwoord, vastgelegd } = feit;
  const datum = antwoord.soort === 'toegezegd' ? antwoord.datum : null;
  return [{ op, organisatie, soort: antwoord.soort, datum, vastgelegd, toelichting }];
}

function gevraagdIn({ op, feit, organisatie }: Regel, staat: Staat): Gevraagd[] {
  if (feit.soort !== 'verzoek_gedaan' || organisatie === null) return [];
  const verzoek = staat.verzoeken.find(({ id }) => id === feit.verzoek);
  if (verzoek === undefined || !isOpen(verzoek)) return [];
  const stap = stapVan(staat, verzoek.id);
  const belooft = stap?.soort === 'toezegging';
  return [
    {
      op,
      organisatie,
      totEnMet: stap === undefined || belooft ? null : datumVanDag(stap, staat, stap.n),
      toegezegd: belooft ? stap.begin : null,
    },
  ];
}

/** What was told before a reopening is no outcome any more. */
function terugkoppelingIn(regels: readonly Regel[]): string | null {
  const sinds = regels.findLastIndex(({ feit }) => feit.soort === 'heropend');
  return regels.slice(sinds + 1).findLast(({ terugkoppeling }) => terugkoppeling !== null)?.terugkoppeling ?? null;
}
