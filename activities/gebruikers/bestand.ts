import { CsvError, parse } from 'csv-parse/sync';

import { codesVan, type Rol } from '#domain/beleid/codelijsten.ts';
import { type Regio, REGIOCODES } from '#domain/beleid/regios.ts';
import { heeftLink } from '#domain/post/naam.ts';
import { isLangerDan, mailadresVan, schoon } from '#domain/tekst.ts';
import { StartError } from '#platform/start-error.ts';

/** An account as a file describes it. */
export interface Gebruikersregel {
  /** The `sub` of the OpenID provider. */
  id: string;
  naam: string;
  email: string;
  telefoon: string;
  rollen: Rol[];
  regios: Regio[];
  thuisregio: Regio | null;
  organisatie: string | null;
  actief: boolean;
}

/** What a file says of an account. */
export const KOLOMMEN = [
  'id',
  'naam',
  'email',
  'telefoon',
  'rollen',
  'regios',
  'thuisregio',
  'organisatie',
  'actief',
] as const satisfies (keyof Gebruikersregel)[];
type Kolom = (typeof KOLOMMEN)[number];

const LANGST: Partial<Record<Kolom, number>> = { id: 255, naam: 200, telefoon: 30 };
const CODES = {
  // A ketenpartner has a link, and no account.
  rollen: codesVan('rol').filter((rol): rol is Rol => rol !== 'ketenpartner'),
  regios: REGIOCODES,
};

/**
 * The accounts in a CSV file in UTF-8: a line with the names of the columns in any order, then one account a line; between the columns a
 * semicolon or a comma, between roles or regions a space. Throws one StartError that names every fault with its line.
 */
export function leesGebruikers(bestand: Uint8Array, organisaties: ReadonlySet<string>): Gebruikersregel[] {
  const [kop, ...rijen] = rijenVan(bestand);
  const kolommen = (kop?.cellen ?? []).map((naam) => naam.toLowerCase());
  const ontbreekt = KOLOMMEN.filter((kolom) => !kolommen.includes(kolom));
  if (ontbreekt.length > 0)
    throw new StartError(`De eerste regel mist ${opgesomd(ontbreekt)}. Nodig: ${KOLOMMEN.join(';')}`);
  const fouten: string[] = [];
  const gezien = new Map<string, number>();
  const regels = rijen.map(({ regel, cellen }) => {
    const meld = (zin: string): void => void fouten.push(`Regel ${regel}: ${zin}`);
    if (cellen.length !== kolommen.length)
      meld(`hier staan ${cellen.length} kolommen, en dat moeten er ${kolommen.length} zijn.`);
    const cel = (kolom: Kolom): string => schoon(cellen[kolommen.indexOf(kolom)] ?? '', 'een_regel');
    const gebruiker = leesRegel(cel, organisaties, meld);
    const eerder = gezien.get(gebruiker.id);
    if (eerder !== undefined) meld(`id ${gebruiker.id} staat ook op regel ${eerder}.`);
    gezien.set(gebruiker.id, regel);
    return gebruiker;
  });
  if (regels.length === 0) fouten.push('Er staat geen enkele gebruiker in.');
  if (fouten.length > 0)
    throw new StartError(['Het bestand klopt niet. Er is niets veranderd.', ...fouten].join('\n- '));
  return regels;
}

function leesRegel(
  cel: (kolom: Kolom) => string,
  organisaties: ReadonlySet<string>,
  meld: (zin: string) => void,
): Gebruikersregel {
  for (const kolom of ['id', 'naam', 'email', 'telefoon', 'rollen'] as const)
    if (cel(kolom) === '') meld(`${kolom} ontbreekt.`);
  for (const kolom of ['id', 'naam', 'telefoon'] as const)
    if (isLangerDan(cel(kolom), LANGST[kolom] ?? 0)) meld(`${kolom} heeft meer dan ${LANGST[kolom]} tekens.`);
  if (heeftLink(cel('naam'))) meld('naam mag geen adres van een website of mailadres zijn.');
  if (cel('email') !== '' && mailadresVan(cel('email')) === null) meld(`${cel('email')} is geen mailadres.`);
  const rollen = codes('rollen', cel('rollen'), meld);
  const regios = codes('regios', cel('regios'), meld);
  const [thuisregio = null] = codes('regios', cel('thuisregio'), meld);
  const isCoordinator = rollen.includes('regiocoordinator');
  if (isCoordinator && regios.length === 0) meld('een regiocoordinator heeft minstens één regio.');
  if (!isCoordinator && regios.length > 0) meld('regios horen alleen bij een regiocoordinator.');
  const organisatie = cel('organisatie') === '' ? null : cel('organisatie');
  if (organisatie !== null && !organisaties.has(organisatie)) meld(`organisatie ${organisatie} kennen wij niet.`);
  if (!['', 'ja', 'nee'].includes(cel('actief').toLowerCase())) meld('actief is "ja" of "nee".');
  return {
    id: cel('id'),
    naam: cel('naam'),
    email: cel('email'),
    telefoon: cel('telefoon'),
    rollen,
    regios,
    thuisregio,
    organisatie,
    actief: cel('actief').toLowerCase() !== 'nee',
  };
}

function codes<K extends keyof typeof CODES>(
  lijst: K,
  tekst: string,
  meld: (zin: string) => void,
): (typeof CODES)[K][number][] {
  const woorden = [...new Set(tekst.split(' ').filter((woord) => woord !== ''))];
  const bekend: readonly string[] = CODES[lijst];
  for (const woord of woorden.filter((een) => !bekend.includes(een)))
    meld(`${woord} kennen wij niet; kies uit ${bekend.join(', ')}.`);
  return CODES[lijst].filter((code) => woorden.includes(code));
}

interface Rij {
  /** As an editor counts them. */
  regel: number;
  cellen: string[];
}

function rijenVan(bestand: Uint8Array): Rij[] {
  const tekst = alsTekst(bestand);
  const [eersteRegel = ''] = tekst.split('\n', 1);
  try {
    const rijen = parse(tekst, {
      bom: true,
      delimiter: eersteRegel.includes(';') ? ';' : ',',
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return rijen.map(({ record, info }) => ({ regel: info.lines, cellen: record.map((cel) => cel.trim()) }));
  } catch (error) {
    if (error instanceof CsvError)
      throw new StartError('Het bestand is niet te lezen: de aanhalingstekens kloppen niet.', { cause: error });
    throw error;
  }
}

function alsTekst(bestand: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bestand);
  } catch (error) {
    throw new StartError('Het bestand is niet in UTF-8. Kies bij het opslaan "CSV UTF-8".', { cause: error });
  }
}

function opgesomd(woorden: readonly string[]): string {
  return new Intl.ListFormat('nl').format(woorden);
}
