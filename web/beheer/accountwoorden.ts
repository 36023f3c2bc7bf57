import type { z } from 'zod';

import type { Accountwijzigingenlijst } from '#contract/account.ts';
import { codesVan, labelVan } from '#domain/beleid/codelijsten.ts';
import { REGIOS } from '#domain/beleid/regios.ts';
import { type Datum, plusDagen } from '#domain/tijd/amsterdam.ts';
import { voluit } from '#domain/tijd/uitleg.ts';

import type { Woordenlijst } from '../doen/veldwoorden.ts';

/** How the fields of an account are asked. */
export const ACCOUNTWOORDEN: Woordenlijst = {
  naam: { label: 'Naam' },
  email: { label: 'E-mailadres' },
  telefoon: { label: 'Telefoon op het werk', hint: 'Collega’s bellen dit nummer.' },
  rollen: {
    label: 'Wat doet deze persoon?',
    hint: 'Kies een of meer rollen. Functioneel beheer en auditors zien geen signalen.',
    uit: 'rol',
  },
  regios: {
    label: 'Voor welke regio’s coördineert deze persoon?',
    hint: 'Alleen bij een regiocoördinator.',
    uit: 'regio',
    zinnen: { overbodig: 'Regio’s horen alleen bij een regiocoördinator. Zet de vinkjes uit, of kies die rol erbij.' },
  },
  thuisregio: { label: 'In welke regio werkt deze persoon?', hint: 'Dit hoeft niet.', uit: 'regio' },
  organisatie: {
    label: 'Bij welke ketenpartner is deze persoon in dienst?',
    hint: 'Dit hoeft niet. Over die organisatie ziet deze persoon dan niets.',
    uit: 'organisatie',
  },
  vanDatum: { label: 'Vanaf welke dag werkt het account?', hint: 'Leeg: nu al.' },
  totEnMetDatum: { label: 'Tot en met welke dag?', hint: 'Leeg: zonder einde.' },
  reden: { label: 'Waarom wijzigt u dit?', hint: 'Dit blijft erbij staan.' },
};

type Wijziging = z.infer<typeof Accountwijzigingenlijst>['wijzigingen'][number];
type Stand = NonNullable<Wijziging['na']>;

/** One field of an account in words, and by what name the column of a file knows it. */
interface Veldnaam {
  label: string;
  kolom: string;
  woorden: (stand: Stand, naamVan: (organisatie: string) => string) => string;
}

const VELDEN: readonly Veldnaam[] = [
  { label: 'Naam', kolom: 'naam', woorden: ({ naam }) => naam },
  { label: 'E-mailadres', kolom: 'email', woorden: ({ email }) => email },
  { label: 'Telefoon', kolom: 'telefoon', woorden: ({ telefoon }) => telefoon },
  { label: 'Rol', kolom: 'rollen', woorden: ({ rollen }) => rolnamen(rollen) },
  { label: 'Coördineert', kolom: 'regios', woorden: ({ regios }) => regionamen(regios) },
  {
    label: 'Werkt in regio',
    kolom: 'thuisregio',
    woorden: ({ thuisregio }) => regionamen(thuisregio === null ? [] : [thuisregio]),
  },
  {
    label: 'In dienst bij',
    kolom: 'organisatie',
    woorden: ({ organisatie }, naamVan) => (organisatie === null ? NIETS : naamVan(organisatie)),
  },
  { label: 'Eerste dag', kolom: 'actief_van', woorden: ({ vanDatum }) => dag(vanDatum) },
  { label: 'Laatste dag', kolom: 'actief_tot', woorden: ({ totEnMetDatum }) => dag(totEnMetDatum) },
];

const NIETS = 'niets';

/** What changed in an account, field by field, in words. */
export function verschillen(
  { voor, na }: Pick<Wijziging, 'voor' | 'na'>,
  naamVan: (organisatie: string) => string,
): { label: string; van: string; naar: string }[] {
  if (voor === null || na === null) return [];
  return VELDEN.map(({ label, woorden }) => ({
    label,
    van: woorden(voor, naamVan),
    naar: woorden(na, naamVan),
  })).filter(({ van, naar }) => van !== naar);
}

/** What a column of a file is called on pages. */
export function kolomnaam(kolom: string): string {
  return VELDEN.find((veld) => veld.kolom === kolom)?.label ?? kolom;
}

/** What stands in a column of a file, without its codes. */
export function kolomwaarde(kolom: string, waarde: string): string {
  if (waarde === 'leeg') return NIETS;
  if (kolom === 'rollen') return rolnamen(waarde.split(' '));
  if (kolom === 'regios' || kolom === 'thuisregio') return regionamen(waarde.split(' '));
  return kolom.startsWith('actief_') ? voluit(waarde) : waarde;
}

/** Roles as people say them, always in the same order. */
export function rolnamen(rollen: readonly string[]): string {
  const gesorteerd = codesVan('rol').filter((rol) => rollen.includes(rol));
  return gesorteerd.map((rol) => labelVan('rol', rol)).join(', ') || NIETS;
}

export function regionamen(regios: readonly string[]): string {
  const namen = REGIOS.filter(({ code }) => regios.includes(code)).map(({ label }) => label);
  return namen.join(', ') || NIETS;
}

function dag(datum: Datum | null): string {
  return datum === null ? NIETS : voluit(datum);
}

/** Since when or until when an account works, in words. */
export function werktijdvak(
  { vanDatum, totEnMetDatum }: Pick<Stand, 'vanDatum' | 'totEnMetDatum'>,
  vandaag: Datum,
): { tekst: string; soort: 'goed' | 'let-op' | '' } {
  if (totEnMetDatum !== null && totEnMetDatum < vandaag) {
    const nooit = vanDatum !== null && totEnMetDatum === plusDagen(vanDatum, -1);
    return { tekst: nooit ? 'Gaat niet door' : `Afgelopen op ${voluit(totEnMetDatum)}`, soort: '' };
  }
  if (vanDatum !== null && vanDatum > vandaag) return { tekst: `Begint op ${voluit(vanDatum)}`, soort: 'let-op' };
  return totEnMetDatum === null
    ? { tekst: 'Werkt', soort: 'goed' }
    : { tekst: `Werkt tot en met ${voluit(totEnMetDatum)}`, soort: 'let-op' };
}
