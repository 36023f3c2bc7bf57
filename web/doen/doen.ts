import type { Casusbijlagen } from '#activities/casus/casus.ts';
import type { Geweigerd } from '#activities/schrijven/antwoorden.ts';
import { type Opties, Schrijffout, type Uitvoeren } from '#activities/schrijven/uitvoeren.ts';
import { invoerfout } from '#contract/invoerfout.ts';
import { NIET_BEGONNEN } from '#contract/schrijffouten.ts';
import type { Gebruiker } from '#db/queries/gebruikers.ts';
import type { Db } from '#db/sql.ts';
import type { Patroonopdracht } from '#domain/patroon/opdracht.ts';
import { PATROONREGELS } from '#domain/patroon/regels.ts';
import type { Opdracht } from '#domain/signaal/opdracht.ts';
import type { Datum } from '#domain/tijd/amsterdam.ts';
import type { Handeling, Voorstel } from '#handelingen/handeling.ts';
import { HANDELINGEN } from '#handelingen/index.ts';
import { metKeuzes } from '#handelingen/indienen.ts';
import { toonPatroongevolg } from '#handelingen/patroon/lezen.ts';
import { toonGevolg, toonGevolgen } from '#handelingen/vooruitblik.ts';
import { hexHash } from '#platform/hash.ts';

import type { Veldmelding } from '../components/formulier.tsx';
import { type Gepost, leesGepost } from '../formulier.ts';
import { zinzoekerVan } from './velden.ts';

/** What somebody asks with a form: what to do, and whether to do it or only to look ahead. */
export interface Doenvraag {
  handeling: Handeling;
  gepost: Gepost;
  /** What this act would ask of the rules. */
  voorstel: (invoer: unknown, id: string) => Promise<Voorstel>;
  /** On which signaal, given the id of the opdracht: one that is still to be filed is named after it. */
  stroom: (opdracht: string) => string;
  persoon: Gebruiker;
  db: Db;
}

/** What an act would lead to, in sentences, and what in its text others may not have to know. */
export interface Vooruitzicht {
  inWoorden: readonly string[];
  twijfels: readonly string[];
  /** The terms that begin or move; of a patroon nobody asks. */
  loopt?: readonly { soort: string; laatsteDag: Datum }[];
}

export type Doenuitslag =
  | { soort: 'gedaan'; stroom: string }
  | { soort: 'gevolg'; gevolg: Vooruitzicht }
  | { soort: 'onjuist'; fouten: Veldmelding[] }
  | { soort: 'geweigerd'; waarom: string; status: number }
  /** The signaal changed since this form was shown. */
  | { soort: 'verouderd' }
  /** This form was sent before, with something else in it. */
  | { soort: 'al_verstuurd' };

const STATUS = { niet_gevonden: 404, vraagt_aandacht: 409, tijdelijk_niet_beschikbaar: 503 } as const;

/** The id of an opdracht that is only looked ahead to. */
const PROEF = 'vooraf';

export type Keuzegevolgen = ReadonlyMap<Gepost, readonly string[]>;

export interface Doener {
  doe: (vraag: Doenvraag) => Promise<Doenuitslag>;
  kijkVooruit: (vraag: Doenvraag) => Promise<Doenuitslag>;
  /**
   * What filing would lead to, in sentences, with each of these forms, which differ in what is chosen alone; without those that may not be.
   * null where the data do not know what they name.
   */
  kijkNaarKeuzes: (vraag: Doenvraag, keuzes: readonly Gepost[]) => Promise<Keuzegevolgen | null>;
}

/** What people do with a form, by the same acts, writer and look ahead as the API. */
export function createDoener({
  voerUit,
  vooraf,
  voorafElk,
  casus,
}: Pick<Uitvoeren, 'voerUit' | 'vooraf' | 'voorafElk'> & { casus: Pick<Casusbijlagen, 'bijIndienen'> }): Doener {
  return {
    doe: (vraag) =>
      metOpdracht(vraag, opdrachtId(vraag), async (opdracht, invoer) => {
        const stroom = vraag.stroom(opdracht.id);
        const versie = getalIn(vraag.gepost, 'versie');
        const antwoord = await voerUit(stroom, opdracht, {
          ...(versie !== null && { inhoudsversie: versie }),
          ...erbijIn(casus, vraag, stroom, invoer),
        });
        if (antwoord.soort === 'verouderd') return { soort: 'verouderd' };
        if (antwoord.soort === 'geweigerd') return { soort: 'geweigerd', waarom: antwoord.reden, status: 409 };
        return { soort: 'gedaan', stroom };
      }),
    kijkVooruit: (vraag) =>
      metOpdracht(vraag, PROEF, async (opdracht) => {
        const vooruit = await (isVanPatroon(opdracht) ? kijkNaarPatroon(opdracht) : kijkNaarSignaal(opdracht));
        return 'inWoorden' in vooruit
          ? { soort: 'gevolg', gevolg: vooruit }
          : { soort: 'geweigerd', waarom: vooruit.reden, status: 409 };

        async function kijkNaarSignaal(wat: Opdracht): Promise<Vooruitzicht | Geweigerd> {
          const uitslag = await vooraf(vraag.stroom(PROEF), wat);
          if (uitslag.soort === 'geweigerd') return uitslag;
          return toonGevolg(vraag.db, { ...uitslag, opdracht: wat }, vraag.persoon);
        }
        async function kijkNaarPatroon(wat: Patroonopdracht): Promise<Vooruitzicht | Geweigerd> {
          const uitslag = await vooraf(vraag.stroom(PROEF), wat);
          if (uitslag.soort === 'geweigerd') return uitslag;
          return { ...(await toonPatroongevolg(vraag.db, uitslag, vraag.persoon)), twijfels: [] };
        }
      }),
    kijkNaarKeuzes: (vraag, keuzes) => kijkNaarKeuzes(voorafElk, vraag, keuzes),
  };
}

async function kijkNaarKeuzes(
  voorafElk: Uitvoeren['voorafElk'],
  vraag: Doenvraag,
  keuzes: readonly Gepost[],
): Promise<Keuzegevolgen | null> {
  const { persoon, db } = vraag;
  const goed = keuzes.flatMap((gepost) => {
    const gelezen = leesGepost(HANDELINGEN.indienen.invoer, gepost, zinzoekerVan(HANDELINGEN.indienen));
    return gelezen.gelukt ? [{ gepost, invoer: gelezen.invoer }] : [];
  });
  const inhoud = goed[0] === undefined ? undefined : await vraag.voorstel(goed[0].invoer, PROEF);
  if (inhoud === undefined || 'fouten' in inhoud || inhoud.soort !== 'indienen') return null;
  const opdrachten = goed.map(({ invoer }) => ({ ...metKeuzes(inhoud, invoer), id: PROEF, door: persoon.id }));
  const uitslagen = await voorafElk(vraag.stroom(PROEF), opdrachten);
  const gezien = goed.flatMap(({ gepost }, i) => {
    const uitslag = uitslagen[i];
    return uitslag?.soort === 'gevolg' ? [{ gepost, gevolg: uitslag.gevolg }] : [];
  });
  const zinnen = await toonGevolgen(
    db,
    gezien.map(({ gevolg }) => gevolg),
    persoon,
  );
  return new Map(gezien.map(({ gepost }, i) => [gepost, zinnen[i] ?? []]));
}

function isVanPatroon(opdracht: Opdracht | Patroonopdracht): opdracht is Patroonopdracht {
  return Object.hasOwn(PATROONREGELS, opdracht.soort);
}

/** A number that a form of ours carried along. */
export function getalIn(gepost: Gepost, naam: string): number | null {
  const [waarde = ''] = gepost[naam] ?? [];
  return /^\d{1,9}$/.test(waarde) ? Number(waarde) : null;
}

/** Who it is about is kept in the same transaction in which a signaal is filed. */
function erbijIn(
  casus: Pick<Casusbijlagen, 'bijIndienen'>,
  { handeling, persoon, gepost }: Doenvraag,
  stroom: string,
  invoer: unknown,
): Opties {
  if (handeling.soort !== 'indienen') return {};
  const [sleutel = ''] = gepost['sleutel'] ?? [];
  return casus.bijIndienen({ stroom, door: persoon.id }, handeling.casus(invoer), sleutel);
}

/** Keys are per person and never meet those of the API. */
function opdrachtId({ persoon, gepost }: Doenvraag): string {
  return hexHash(`${persoon.id}\nformulier\n${gepost['sleutel']?.[0] ?? ''}`, 40);
}

async function metOpdracht(
  { handeling, gepost, voorstel, persoon }: Doenvraag,
  id: string,
  werk: (opdracht: Opdracht | Patroonopdracht, invoer: unknown) => Promise<Doenuitslag>,
): Promise<Doenuitslag> {
  const zoek = zinzoekerVan(handeling);
  const gelezen = leesGepost(handeling.invoer, gepost, zoek);
  if (!gelezen.gelukt) return { soort: 'onjuist', fouten: gelezen.fouten };
  const inhoud = await voorstel(gelezen.invoer, id);
  if ('fouten' in inhoud) {
    const fouten = inhoud.fouten.map(({ pad, soort }) => invoerfout(pad, soort, zoek));
    return { soort: 'onjuist', fouten: fouten.map(({ pad, zin }) => ({ veld: pad.join('.'), tekst: zin })) };
  }
  return inHetNet(() => werk({ ...inhoud, id, door: persoon.id }, gelezen.invoer));
}

/** What the writer throws, as somebody may read it. */
async function inHetNet(werk: () => Promise<Doenuitslag>): Promise<Doenuitslag> {
  try {
    return await werk();
  } catch (error) {
    if (!(error instanceof Schrijffout)) throw error;
    if (error.reden === 'sleutel_hergebruikt') return { soort: 'al_verstuurd' };
    return { soort: 'geweigerd', waarom: NIET_BEGONNEN[error.reden], status: STATUS[error.reden] };
  }
}
