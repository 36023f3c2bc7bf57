import type { Bericht, Berichtsoort, Reden } from '../berichtsoorten.ts';
import type { Feitsoort, Geadresseerde, Gebeurd } from '../gebeurtenissen.ts';
import { coordinatoren, inHandenVan } from '../ladder.ts';
import type { Staat, Verzoek } from '../staat.ts';

/** A notice before it is known how soon it must go. */
export type Inhoud = Omit<Bericht, 'bundel' | 'stap'> & { stap?: string };

/** The notices to which each kind of gebeurtenis gives rise; `staat` is that after it, `voor` that before it. */
export type PerGebeurtenis = {
  readonly [S in Feitsoort]: (gebeurtenis: Gebeurd<S>, staat: Staat, voor: Staat | null) => Inhoud[];
};

export function naarMelder({ melder }: Staat, soort: Berichtsoort): Inhoud {
  return { aan: persoon(melder), soort, waarom: 'melder' };
}

export function naarPersoon(id: string, soort: Berichtsoort, waarom: Reden): Inhoud {
  return { aan: persoon(id), soort, waarom };
}

export function naarCoordinatoren(staat: Staat, soort: Berichtsoort): Inhoud {
  const aan = coordinatoren(staat.niveau, staat);
  return { aan, soort, waarom: waaromAan(aan) };
}

export function naarBehandelaar(staat: Staat, soort: Berichtsoort): Inhoud {
  const aan = inHandenVan(staat);
  return { aan, soort, waarom: waaromAan(aan) };
}

/** To the one who had it in hand before, unless that is the filer. */
export function naarVorige(voor: Staat | null, soort: Berichtsoort): Inhoud[] {
  const behandelaar = voor?.behandelaar ?? null;
  if (behandelaar === null || behandelaar === voor?.melder) return [];
  return [{ aan: persoon(behandelaar), soort, waarom: 'vorige_behandelaar' }];
}

/** To whoever was asked: a person of the programme, the desk, or once that was silent its escalation contact. */
export function naarGevraagde(staat: Staat, id: string, soort: Berichtsoort): Inhoud {
  const verzoek = verzoekVan(staat, id);
  const wie = verzoek?.persoon ?? null;
  if (wie !== null) return { aan: persoon(wie), soort, waarom: wie === staat.melder ? 'melder' : 'deskundige' };
  return { aan: { soort: 'partij', verzoek: id, hogerop: verzoek?.hogerop === true }, soort, waarom: 'partij' };
}

export function verzoekVan({ verzoeken }: Staat, id: string | null): Verzoek | undefined {
  return verzoeken.find((gesteld) => gesteld.id === id);
}

export function waaromAan({ soort }: Geadresseerde): Reden {
  return WAAROM[soort];
}

const WAAROM: Readonly<Record<Geadresseerde['soort'], Reden>> = {
  persoon: 'behandelaar',
  coordinatoren: 'coordinator',
  landelijk_team: 'landelijk_team',
  programmaleiding: 'programmaleiding',
  partij: 'partij',
  consulent: 'consulent',
};

function persoon(id: string): Geadresseerde {
  return { soort: 'persoon', persoon: id };
}
