import { BIJLAGE, type GoedBestand, mediatypeVan, nettenaam } from '#activities/ketenpartners/bijlagen.ts';
import type { Vraag } from '#activities/ketenpartners/vraag.ts';
import { KORTE_TEKST, LANGE_TEKST, ZOEKTEKST } from '#contract/basis.ts';
import type { GevondenOrganisatie } from '#db/queries/organisaties.ts';
import type { Antwoordsoort } from '#domain/beleid/codelijsten.ts';
import { heeftLink } from '#domain/post/naam.ts';
import type { Antwoord } from '#domain/signaal/opdracht.ts';
import { COLLEGA } from '#domain/signaal/opdrachten/antwoordregels.ts';
import { aantalTekens, isLangerDan, mailadresVan, MAILADRES, schoon, type Vorm } from '#domain/tekst.ts';
import { isDatum } from '#domain/tijd/amsterdam.ts';
import { voluit } from '#domain/tijd/uitleg.ts';

import { MET_BIJLAGEN, TE_BEVESTIGEN, VERPLICHT } from './teksten.ts';

/** What was typed into the form of one answer, as it was typed. */
export interface Invoer {
  datum: string;
  toelichting: string;
  /** `andere`, `weet_niet`, or the id of an organisatie that was offered. */
  bevoegd: string;
  organisatie: string;
  collegaNaam: string;
  collegaEmail: string;
  /** `ja` once she confirmed an answer that is asked about once more. */
  klopt: string;
  versie: string;
}

export const LEGE_INVOER: Invoer = {
  datum: '',
  toelichting: '',
  bevoegd: '',
  organisatie: '',
  collegaNaam: '',
  collegaEmail: '',
  klopt: '',
  versie: '',
};

/** A file that was sent along. */
export interface Upload {
  naam: string;
  inhoud: Buffer;
}

export type Veld = Exclude<keyof Invoer, 'versie'> | 'bestanden';

export interface Veldfout {
  veld: Veld;
  tekst: string;
}

export type Controle =
  | { soort: 'goed'; antwoord: Antwoord; tekst: Record<string, string>; bestanden: GoedBestand[] }
  /** `keuze`: the organisaties that may have been meant. */
  | { soort: 'fout'; fouten: Veldfout[]; keuze: readonly GevondenOrganisatie[] };

/** Of every field of the form how much fits in it, the same as in the API. */
export const VELDEN: Readonly<Record<keyof Invoer, { vorm: Vorm; maximum: number }>> = {
  datum: { vorm: 'een_regel', maximum: 10 },
  toelichting: { vorm: 'meer_regels', maximum: LANGE_TEKST },
  bevoegd: { vorm: 'een_regel', maximum: 40 },
  organisatie: { vorm: 'een_regel', maximum: ZOEKTEKST },
  collegaNaam: { vorm: 'een_regel', maximum: KORTE_TEKST },
  collegaEmail: { vorm: 'een_regel', maximum: MAILADRES.geheel },
  klopt: { vorm: 'een_regel', maximum: 2 },
  versie: { vorm: 'een_regel', maximum: 9 },
};

/** What was typed into one field, as it is kept and shown again. */
export function netteInvoer(veld: keyof Invoer, getypt: string): string {
  return schoon(getypt, VELDEN[veld].vorm);
}

/** Checks everything at once. `zoek` finds organisaties by a part of their name. */
export async function controleer(
  soort: Antwoordsoort,
  invoer: Invoer,
  uploads: readonly Upload[],
  vraag: Vraag,
  zoek: (naam: string) => Promise<readonly GevondenOrganisatie[]>,
): Promise<Controle> {
  const fouten: Veldfout[] = [];
  const tekst: Record<string, string> = {};
  const datum = soort === 'toegezegd' ? controleerDatum(invoer.datum, vraag, fouten) : '';
  const wie =
    soort === 'niet_bevoegd' ? await controleerBevoegd(invoer, vraag, zoek, fouten) : { bevoegd: null, keuze: [] };
  if (soort === 'doorgegeven') Object.assign(tekst, controleerCollega(invoer, vraag, fouten));
  const moet = VERPLICHT[soort] ?? (soort === 'niet_bevoegd' && !noemtIemand(invoer) ? WIE_NIET : undefined);
  if (invoer.toelichting !== '') tekst['toelichting'] = invoer.toelichting;
  else if (moet !== undefined) fouten.push({ veld: 'toelichting', tekst: moet });
  const teLang = meldTeLang('toelichting', invoer);
  if (teLang !== undefined) fouten.push(teLang);
  const bevestiging = TE_BEVESTIGEN[soort];
  if (bevestiging !== undefined && invoer.klopt !== 'ja') fouten.push({ veld: 'klopt', tekst: bevestiging.fout });
  const bestanden = MET_BIJLAGEN.includes(soort) ? controleerBestanden(uploads, fouten) : [];
  if (fouten.length > 0) return { soort: 'fout', fouten, keuze: wie.keuze };
  return { soort: 'goed', antwoord: antwoordVan(soort, datum, wie.bevoegd), tekst, bestanden };
}

/** Looked at before anything else is asked of a field. */
function meldTeLang(veld: Exclude<Veld, 'bestanden'>, invoer: Invoer): Veldfout | undefined {
  const { maximum } = VELDEN[veld];
  if (!isLangerDan(invoer[veld], maximum)) return undefined;
  return { veld, tekst: `Schrijf hoogstens ${maximum} tekens. Het zijn er nu ${aantalTekens(invoer[veld])}.` };
}

const WIE_NIET = 'Schrijf waarom dit niet voor u is.';

/** Whoever names an organisatie need not say more. A name without a choice is a choice too. */
function noemtIemand({ bevoegd, organisatie }: Invoer): boolean {
  return bevoegd === '' ? organisatie !== '' : bevoegd !== 'weet_niet';
}

function antwoordVan(soort: Antwoordsoort, datum: string, bevoegd: string | null): Antwoord {
  if (soort === 'toegezegd') return { soort, datum };
  return soort === 'niet_bevoegd' ? { soort, bevoegd } : { soort };
}

function controleerDatum(datum: string, { vandaag, uiterlijkeToezegging }: Vraag, fouten: Veldfout[]): string {
  const gelezen = leesDatum(datum);
  if (gelezen === null) {
    fouten.push({
      veld: 'datum',
      tekst:
        datum === ''
          ? 'Vul in voor welke datum u het doet.'
          : 'Dit is geen bestaande datum. Schrijf hem als 25-03-2027.',
    });
    return '';
  }
  if (gelezen <= vandaag || gelezen > uiterlijkeToezegging)
    fouten.push({ veld: 'datum', tekst: `Kies een datum na vandaag, en uiterlijk ${voluit(uiterlijkeToezegging)}.` });
  return gelezen;
}

/** Browsers send 2027-03-25; where they show a plain field, people type 25-3-2027. */
function leesDatum(tekst: string): string | null {
  if (isLangerDan(tekst, VELDEN.datum.maximum)) return null;
  const delen = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(tekst);
  const [, dag = '', maand = '', jaar = ''] = delen ?? [];
  const datum = delen === null ? tekst : `${jaar}-${maand.padStart(2, '0')}-${dag.padStart(2, '0')}`;
  return isDatum(datum) ? datum : null;
}

async function controleerBevoegd(
  invoer: Invoer,
  { organisatie: eigen }: Vraag,
  zoek: (naam: string) => Promise<readonly GevondenOrganisatie[]>,
  fouten: Veldfout[],
): Promise<{ bevoegd: string | null; keuze: readonly GevondenOrganisatie[] }> {
  const { bevoegd, organisatie } = invoer;
  if (bevoegd === 'weet_niet') return { bevoegd: null, keuze: [] };
  if ((bevoegd === '' && organisatie === '') || isLangerDan(bevoegd, VELDEN.bevoegd.maximum)) {
    fouten.push({ veld: 'bevoegd', tekst: 'Kies wie dit wel kan, of dat u dat niet weet.' });
    return { bevoegd: null, keuze: [] };
  }
  if (organisatie.length < 2) {
    fouten.push({ veld: 'organisatie', tekst: 'Schrijf de naam van de organisatie, of een deel ervan.' });
    return { bevoegd: null, keuze: [] };
  }
  const teLang = meldTeLang('organisatie', invoer);
  if (teLang !== undefined) {
    fouten.push(teLang);
    return { bevoegd: null, keuze: [] };
  }
  const gevonden = await zoek(organisatie);
  const gelijk = gevonden.filter((een) => heetZo(een, organisatie.toLowerCase()));
  const gekozen = gevonden.find(({ id }) => id === bevoegd) ?? (gelijk.length === 1 ? gelijk[0] : undefined);
  const enige = gekozen ?? (gevonden.length === 1 ? gevonden[0] : undefined);
  if (enige === undefined) {
    fouten.push(
      gevonden.length === 0
        ? {
            veld: 'organisatie',
            tekst:
              'Wij vinden geen organisatie met deze naam. Controleer de naam, of kies dat u het niet weet en noem de naam in de toelichting.',
          }
        : { veld: 'bevoegd', tekst: 'Kies welke organisatie u bedoelt.' },
    );
    return { bevoegd: null, keuze: gevonden };
  }
  if (enige.id === eigen.id)
    fouten.push({ veld: 'organisatie', tekst: 'Dit is uw eigen organisatie. Geef de vraag dan door aan een collega.' });
  return { bevoegd: enige.id, keuze: enige.id === eigen.id ? [] : [enige] };
}

function heetZo({ naam, plaats }: GevondenOrganisatie, gezocht: string): boolean {
  return [gezocht, `gemeente ${gezocht}`].includes(naam.toLowerCase()) || plaats?.toLowerCase() === gezocht;
}

function controleerCollega(invoer: Invoer, { maildomein, vrager }: Vraag, fouten: Veldfout[]): Record<string, string> {
  const { collegaNaam } = invoer;
  if (collegaNaam === '') fouten.push({ veld: 'collegaNaam', tekst: 'Vul de naam van uw collega in.' });
  const teLang = meldTeLang('collegaNaam', invoer);
  if (teLang !== undefined) fouten.push(teLang);
  else if (heeftLink(collegaNaam))
    fouten.push({ veld: 'collegaNaam', tekst: 'Schrijf alleen de naam, zonder internetadres of mailadres.' });
  const email = mailadresVan(invoer.collegaEmail)?.toLowerCase() ?? '';
  if (invoer.collegaEmail === '')
    fouten.push({ veld: 'collegaEmail', tekst: 'Vul het e-mailadres van uw collega in.' });
  else if (maildomein === null)
    fouten.push({
      veld: 'collegaEmail',
      tekst: `Wij kunnen niet zien of dit iemand van uw organisatie is. Bel ${vrager.naam}. Die kan de vraag aan uw collega stellen.`,
    });
  else if (email === '')
    fouten.push({ veld: 'collegaEmail', tekst: `Dit is geen goed e-mailadres. Schrijf het als naam@${maildomein}.` });
  else if (!email.endsWith(`@${maildomein}`))
    fouten.push({
      veld: 'collegaEmail',
      tekst: `Vul een adres in dat eindigt op @${maildomein}. Is het voor iemand buiten uw organisatie? Kies dan “Dit is niet voor ons”, of bel ${vrager.naam}.`,
    });
  return { [COLLEGA.naam]: collegaNaam, [COLLEGA.email]: email };
}

function controleerBestanden(uploads: readonly Upload[], fouten: Veldfout[]): GoedBestand[] {
  const meld = (tekst: string): void => void fouten.push({ veld: 'bestanden', tekst });
  if (uploads.length > BIJLAGE.hoogstensStuks) meld(`Stuur hoogstens ${BIJLAGE.hoogstensStuks} bestanden mee.`);
  return uploads.flatMap(({ naam, inhoud }) => {
    const mediatype = mediatypeVan(inhoud);
    if (inhoud.length > BIJLAGE.hoogstensBytes) meld(`“${naam}” is te groot. Een bestand mag hoogstens 10 MB zijn.`);
    else if (inhoud.length === 0) meld(`“${naam}” is leeg.`);
    else if (mediatype === null) meld(`“${naam}” is geen PDF, JPEG of PNG.`);
    return mediatype === null ? [] : [{ naam: nettenaam(naam, mediatype), inhoud, mediatype }];
  });
}
