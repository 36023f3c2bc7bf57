import { ADRESSEN } from '#contract/adressen.ts';
import { cijferregios } from '#contract/cijfers.ts';
import type { Gebruiker } from '#db/queries/gebruikers.ts';
import { heeftRol, isMelder, PATROONLEZERS, RAPPORTLEZERS, zichtVan } from '#domain/bevoegdheden.ts';
import { beoordeeltLessen } from '#domain/les.ts';

import { lijstnaam } from './signalen/lijstnaam.ts';
import { VOOR_VANDAAG } from './werk/voor-vandaag.ts';

/** Where something can wait for somebody. */
export type Wachtplaats = 'werkvoorraad' | 'patroonvoorstellen';

/** More than this are shown as more than this. */
export const WACHTEND_TOT = 99;

/** How much waits where, for one person. What is not there is not shown. */
export type Wachtend = Readonly<Partial<Record<Wachtplaats, number>>>;

interface Menuregel {
  adres: string;
  tekst: string | ((persoon: Gebruiker) => string);
  /** Whose work this is. */
  voor: (persoon: Gebruiker) => boolean;
  /** Of which the number stands behind the word. */
  wacht?: Wachtplaats;
}

/** The words of the menu: the work first, what one only reads after it. A new page is one line here. */
const MENU: readonly Menuregel[] = [
  {
    adres: ADRESSEN.vandaag(),
    tekst: 'Vandaag',
    voor: (persoon) => VOOR_VANDAAG.some((rol) => heeftRol(persoon, rol)),
  },
  {
    adres: ADRESSEN.signalen(),
    tekst: lijstnaam,
    voor: (persoon) => zichtVan(persoon) !== null,
    wacht: 'werkvoorraad',
  },
  { adres: ADRESSEN.melden(), tekst: 'Melden', voor: isMelder },
  { adres: ADRESSEN.vragen(), tekst: 'Vragen aan mij', voor: isMelder },
  {
    adres: ADRESSEN.patronen(),
    tekst: 'Patronen',
    voor: (persoon) => PATROONLEZERS.some((rol) => heeftRol(persoon, rol)),
    wacht: 'patroonvoorstellen',
  },
  { adres: ADRESSEN.cijfers(), tekst: 'Cijfers', voor: (persoon) => cijferregios(persoon, undefined) !== undefined },
  {
    adres: ADRESSEN.rapporten(),
    tekst: 'Rapporten',
    voor: (persoon) => RAPPORTLEZERS.some((rol) => heeftRol(persoon, rol)),
  },
  {
    adres: ADRESSEN.lessen(),
    tekst: 'Wat werkt',
    voor: (persoon) => isMelder(persoon) || beoordeeltLessen(persoon),
  },
  { adres: ADRESSEN.logboek(), tekst: 'Logboek', voor: (persoon) => heeftRol(persoon, 'auditor') },
  { adres: ADRESSEN.beheerMensen(), tekst: 'Mensen', voor: isBeheer },
  {
    adres: ADRESSEN.organisaties(),
    tekst: 'Organisaties',
    voor: (persoon) => heeftRol(persoon, 'regiocoordinator') || isBeheer(persoon),
  },
  { adres: ADRESSEN.beheerCodes(), tekst: 'Codes', voor: isBeheer },
  { adres: ADRESSEN.beheerTermijnen(), tekst: 'Termijnen', voor: isBeheer },
  { adres: ADRESSEN.beheerFeestdagen(), tekst: 'Feestdagen', voor: isBeheer },
  { adres: ADRESSEN.waakhond(), tekst: 'Waakhond', voor: isBeheer },
];

function isBeheer(persoon: Gebruiker): boolean {
  return heeftRol(persoon, 'functioneel_beheer');
}

/** More than this nobody takes in at a glance. */
const HOOGSTENS = 6;

export interface Menupunt {
  adres: string;
  tekst: string;
  /** How many wait there; null where nothing does. */
  wachtend: number | null;
}

/** Where somebody works: of several roles all of it, in the order of the work. */
export function menuVan(persoon: Gebruiker, wachtend: Wachtend = {}): Menupunt[] {
  if (!persoon.actief) return [];
  return MENU.filter(({ voor }) => voor(persoon))
    .slice(0, HOOGSTENS)
    .map(({ adres, tekst, wacht }) => ({
      adres,
      tekst: typeof tekst === 'string' ? tekst : tekst(persoon),
      wachtend: (wacht !== undefined && wachtend[wacht]) || null,
    }));
}

/** True for who sees more than what is their own, and so has something to look for. */
export function magZoeken(persoon: Gebruiker): boolean {
  const zicht = zichtVan(persoon);
  return zicht !== null && (zicht.alles || zicht.regios.length > 0);
}
