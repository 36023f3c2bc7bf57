import type { Escalatiemotief, Niveau, Urgentie } from '../beleid/codelijsten.ts';
import { herinneringsdagen, type Stapbeleid } from '../beleid/termijnbeleid.ts';
import { heeftConflict, werktOp } from '../bevoegdheden.ts';
import { DomainError } from '../errors.ts';
import type { Stapeinde } from '../stroom/feiten.ts';
import type { Persoon } from '../stroom/kader.ts';
import type { Stapcijfers } from '../stroom/staat.ts';
import type { Decision } from './decision.ts';
import type { Geadresseerde } from './gebeurtenissen.ts';
import type { Kader } from './kader.ts';
import type { Staat, Stap } from './staat.ts';

/** The levels, lowest first. */
const LADDER = ['lokaal', 'regionaal', 'landelijk'] as const satisfies readonly Niveau[];

/** The level above. Throws DomainError `hoogste_niveau` at landelijk. */
export function niveauBoven(niveau: Niveau): Niveau {
  const hoger = LADDER[LADDER.indexOf(niveau) + 1];
  if (hoger === undefined) throw new DomainError('hoogste_niveau', 'Landelijk is het hoogste niveau.');
  return hoger;
}

/** The level below. Throws DomainError `laagste_niveau` at lokaal. */
export function niveauOnder(niveau: Niveau): Niveau {
  const lager = LADDER[LADDER.indexOf(niveau) - 1];
  if (lager === undefined) throw new DomainError('laagste_niveau', 'Lokaal is het laagste niveau.');
  return lager;
}

/** Who coordinates at a level; landelijk where the region is not known. */
export function coordinatoren(niveau: Niveau, { regio }: Pick<Staat, 'regio'>): Geadresseerde {
  return niveau === 'landelijk' || regio === null ? { soort: 'landelijk_team' } : { soort: 'coordinatoren', regio };
}

/** Whom something about the signaal in hand goes to: its behandelaar, else the coordinators of its level. */
export function inHandenVan(staat: Pick<Staat, 'behandelaar' | 'niveau' | 'regio'>): Geadresseerde {
  return staat.behandelaar === null
    ? coordinatoren(staat.niveau, staat)
    : { soort: 'persoon', persoon: staat.behandelaar };
}

/** Who is told that a level lets a signaal lie: the level above, and programmaleiding above landelijk. */
export function daarboven(staat: Pick<Staat, 'niveau' | 'regio'>): Geadresseerde {
  return staat.niveau === 'landelijk' ? { soort: 'programmaleiding' } : coordinatoren(niveauBoven(staat.niveau), staat);
}

/** The clock brings the signaal one level up, because the term of `stap` has run out. */
export function escaleerDoorKlok(decision: Decision, stap: Stap, motief: Escalatiemotief): void {
  const van = decision.staat.niveau;
  const naar = niveauBoven(van);
  const behandelaar = behandelaarOp(naar, decision, null);
  decision.noteer({ soort: 'geescaleerd', van, naar, motief, automatisch: true, behandelaar, poging: false });
  komAan(decision, (ander) => (ander.sleutel === stap.sleutel ? 'verstreken' : 'vervallen'));
}

/**
 * What every arrival at a level does, once niveau and behandelaar are recorded: the steps of the stay before end,
 * `behandelen` begins with the full term, and `oppakken` too if the signaal is in nobody's hands.
 */
export function komAan(decision: Decision, einde: (stap: Stap) => Stapeinde): void {
  decision.eindigStappen(['pauze', 'oppakken', 'behandelen', 'aanpak', 'terugkoppelen', 'terugblik'], einde);
  beginBehandelen(decision);
  if (decision.staat.behandelaar === null) beginOppakken(decision);
}

/** `behandelen` begins with the full term of the level; in the same stay it is lengthened no second time. */
export function beginBehandelen(decision: Decision, verlengd = false): void {
  const { niveau, urgentie } = decision.staat;
  decision.beginStap('behandelen', cijfers(decision.kader.beleid.stappen.behandelen[niveau], urgentie), { verlengd });
}

/** Nobody has the signaal in hand: somebody must pick it up. */
export function beginOppakken(decision: Decision): void {
  decision.beginStap('oppakken', cijfers(decision.kader.beleid.stappen.oppakken, decision.staat.urgentie));
}

/**
 * Who becomes behandelaar on arrival at a level: the coordinator who acts, if that is one of that level; else the last one there
 * (at regionaal: of the same region) if active and without conflict; else nobody.
 */
export function behandelaarOp(
  niveau: Niveau,
  { staat, kader }: Pick<Decision, 'staat' | 'kader'>,
  wieDoetHet: Persoon | null,
): string | null {
  const past = wieDoetHet !== null && werktOp(niveau, wieDoetHet, staat) && !heeftConflict(wieDoetHet, staat);
  if (niveau !== 'lokaal' && past) return wieDoetHet.id;
  return laatsteBehandelaar(niveau, staat.regio, staat, kader);
}

/** The last behandelaar at a level (at regionaal: for that region) if still active and without conflict. */
export function laatsteBehandelaar(
  niveau: Niveau,
  regio: Staat['regio'],
  staat: Staat,
  { personen }: Kader,
): string | null {
  const laatste = staat.laatsteBehandelaars.findLast(
    (eerder) => eerder.niveau === niveau && (niveau !== 'regionaal' || eerder.regio === regio),
  );
  const persoon = laatste === undefined ? undefined : personen[laatste.persoon];
  return persoon?.actief === true && !heeftConflict(persoon, staat) ? persoon.id : null;
}

/** Who had it last at a lower level; null when nobody did. */
export function vorigeBehandelaar({
  niveau,
  laatsteBehandelaars,
}: Pick<Staat, 'niveau' | 'laatsteBehandelaars'>): string | null {
  const lager: readonly Niveau[] = LADDER.slice(0, LADDER.indexOf(niveau));
  return laatsteBehandelaars.findLast((eerder) => lager.includes(eerder.niveau))?.persoon ?? null;
}

/**
 * The numbers of a step for an urgency, frozen. Throws DomainError `spoed_niet_lokaal` where the policy has no numbers for spoed:
 * a spoed signaal is never handled at lokaal.
 */
export function cijfers(beleid: Stapbeleid<'normaal' | 'hoog'>, urgentie: Urgentie): Stapcijfers {
  const n = voor(urgentie, beleid.n);
  return {
    n,
    uitloop: voor(urgentie, beleid.uitloop),
    herinneringsdagen: herinneringsdagen(n, beleid.herinneringen),
    herhaling: beleid.herhaling,
  };
}

function voor(urgentie: Urgentie, getallen: Partial<Record<Urgentie, number>>): number {
  const getal = getallen[urgentie];
  if (getal === undefined) throw new DomainError('spoed_niet_lokaal', 'Een spoedsignaal wordt niet lokaal behandeld.');
  return getal;
}
