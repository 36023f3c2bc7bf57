import {
  type Account,
  ACCOUNTNAAM,
  ACCOUNTREGELS,
  ACCOUNTROLLEN,
  type Accountdagen,
  beeindigd,
} from '#domain/accounts.ts';
import { REGIOCODES } from '#domain/beleid/regios.ts';
import { heeftLink } from '#domain/post/naam.ts';
import { isLangerDan, mailadresVan, schoon } from '#domain/tekst.ts';
import { type Datum, isDatum } from '#domain/tijd/amsterdam.ts';

import { Bestandsfouten, opgesomd, rijenVan } from '../bestanden/csv.ts';

/** An account as a line of a file describes it; of the days only what the file has a column for. */
export interface Gebruikersregel extends Omit<Account, keyof Accountdagen>, Partial<Accountdagen> {
  /** Whether it works now, in a file that says no more of it than that. */
  actief?: boolean;
}

const VERPLICHT = ['id', 'naam', 'email', 'telefoon', 'rollen', 'regios', 'thuisregio', 'organisatie'] as const;
const DAGEN = ['actief', 'actief_van', 'actief_tot'] as const;
type Kolom = (typeof VERPLICHT)[number] | (typeof DAGEN)[number];

const LANGST: Partial<Record<Kolom, number>> = { naam: 200, telefoon: 30 };
const CODES = { rollen: ACCOUNTROLLEN, regios: REGIOCODES };

/**
 * The accounts in a CSV file in UTF-8: a line with the names of the columns in any order, then one account a line; between the columns a
 * semicolon or a comma, between roles or regions a space. The days may be left out, or told by `actief` alone. Throws Bestandsfouten with
 * every fault.
 */
export function leesGebruikers(bestand: Uint8Array, organisaties: ReadonlySet<string>): Gebruikersregel[] {
  const [kop, ...rijen] = rijenVan(bestand);
  const kolommen = (kop?.cellen ?? []).map((naam) => naam.toLowerCase());
  const ontbreekt = VERPLICHT.filter((kolom) => !kolommen.includes(kolom));
  if (ontbreekt.length > 0)
    throw new Bestandsfouten([`De eerste regel mist ${opgesomd(ontbreekt)}. Nodig: ${VERPLICHT.join(';')}`]);
  const fouten: string[] = [];
  const gezien = new Map<string, number>();
  const regels = rijen.map(({ regel, cellen }) => {
    const meld = (zin: string): void => void fouten.push(`Regel ${regel}: ${zin}`);
    if (cellen.length !== kolommen.length)
      meld(`hier staan ${cellen.length} kolommen, en dat moeten er ${kolommen.length} zijn.`);
    const cel = (kolom: Kolom): string | undefined =>
      kolommen.includes(kolom) ? schoon(cellen[kolommen.indexOf(kolom)] ?? '', 'een_regel') : undefined;
    const gebruiker = leesRegel(cel, organisaties, meld);
    const eerder = gezien.get(gebruiker.id);
    if (eerder !== undefined) meld(`id ${gebruiker.id} staat ook op regel ${eerder}.`);
    gezien.set(gebruiker.id, regel);
    return gebruiker;
  });
  if (regels.length === 0) fouten.push('Er staat geen enkele gebruiker in.');
  if (fouten.length > 0) throw new Bestandsfouten(fouten);
  return regels;
}

function leesRegel(lees: Cel, organisaties: ReadonlySet<string>, meld: Meld): Gebruikersregel {
  const cel = (kolom: Kolom): string => lees(kolom) ?? '';
  for (const kolom of ['id', 'naam', 'email', 'telefoon', 'rollen'] as const)
    if (cel(kolom) === '') meld(`${kolom} ontbreekt.`);
  if (cel('id') !== '' && !ACCOUNTNAAM.test(cel('id')))
    meld(`id ${cel('id')} kan niet: gebruik hoogstens 100 letters zonder accent, cijfers en . _ @ -`);
  for (const kolom of ['naam', 'telefoon'] as const)
    if (isLangerDan(cel(kolom), LANGST[kolom] ?? 0)) meld(`${kolom} heeft meer dan ${LANGST[kolom]} tekens.`);
  if (heeftLink(cel('naam'))) meld('naam mag geen adres van een website of mailadres zijn.');
  if (cel('email') !== '' && mailadresVan(cel('email')) === null) meld(`${cel('email')} is geen mailadres.`);
  const rollen = codes('rollen', cel('rollen'), meld);
  const regios = codes('regios', cel('regios'), meld);
  const [thuisregio = null] = codes('regios', cel('thuisregio'), meld);
  if (!ACCOUNTREGELS.regio_ontbreekt({ rollen, regios })) meld('een regiocoordinator heeft minstens één regio.');
  if (!ACCOUNTREGELS.regio_overbodig({ rollen, regios })) meld('regios horen alleen bij een regiocoordinator.');
  const organisatie = cel('organisatie') === '' ? null : cel('organisatie');
  if (organisatie !== null && !organisaties.has(organisatie)) meld(`organisatie ${organisatie} kennen wij niet.`);
  return {
    id: cel('id'),
    naam: cel('naam'),
    email: cel('email'),
    telefoon: cel('telefoon'),
    rollen,
    regios,
    thuisregio,
    organisatie,
    ...leesDagen(lees, meld),
  };
}

/** The text of a column; undefined when the file has no such column. */
type Cel = (kolom: Kolom) => string | undefined;
type Meld = (zin: string) => void;

function leesDagen(cel: Cel, meld: Meld): Pick<Gebruikersregel, 'actief' | 'van' | 'tot'> {
  const van = leesDag('actief_van', cel, meld);
  const tot = leesDag('actief_tot', cel, meld);
  if (!ACCOUNTREGELS.dagen_andersom({ van: van ?? null, tot: tot ?? null }))
    meld('de laatste dag (actief_tot) komt niet voor de eerste (actief_van).');
  const actief = cel('actief')?.toLowerCase();
  if (actief !== undefined && !['', 'ja', 'nee'].includes(actief)) meld('actief is "ja" of "nee".');
  const zegtIets = actief !== undefined && (actief !== '' || tot === undefined);
  if (zegtIets && tot != null) meld('vul actief of actief_tot in, en niet allebei.');
  return {
    ...(van !== undefined && { van }),
    ...(tot !== undefined && { tot }),
    ...(zegtIets && { actief: actief !== 'nee' }),
  };
}

function leesDag(kolom: 'actief_van' | 'actief_tot', cel: Cel, meld: Meld): Datum | null | undefined {
  const dag = cel(kolom);
  if (dag === undefined || dag === '') return dag === '' ? null : undefined;
  if (isDatum(dag)) return dag;
  meld(`${kolom} is geen bestaande datum. Schrijf een datum als 2027-03-25.`);
  return null;
}

/** The account that a line makes of what was there. What the line does not tell of stays. */
export function accountVan(regel: Gebruikersregel, was: Account | undefined, vandaag: Datum): Account {
  const { actief, van = was?.van ?? null, tot = was?.tot ?? null, ...gegevens } = regel;
  const dagen = { van, tot };
  if (actief === false) return { ...gegevens, ...beeindigd(dagen, vandaag) };
  return { ...gegevens, van, tot: actief === true && tot !== null && tot < vandaag ? null : tot };
}

function codes<K extends keyof typeof CODES>(lijst: K, tekst: string, meld: Meld): (typeof CODES)[K][number][] {
  const woorden = [...new Set(tekst.split(' ').filter((woord) => woord !== ''))];
  const bekend: readonly string[] = CODES[lijst];
  for (const woord of woorden.filter((een) => !bekend.includes(een)))
    meld(`${woord} kennen wij niet; kies uit ${bekend.join(', ')}.`);
  return CODES[lijst].filter((code) => woorden.includes(code));
}
