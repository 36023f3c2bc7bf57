import { DomainError, type Foutcode } from '../errors.ts';
import type { Persoon } from '../stroom/kader.ts';
import type { Tijdstip } from '../tijd/amsterdam.ts';
import { Decision } from './decision.ts';
import type { Geadresseerde } from './gebeurtenissen.ts';
import type { Kader } from './kader.ts';
import { coordinatoren, niveauBoven, vorigeBehandelaar } from './ladder.ts';
import type { Opdrachtsoort } from './opdracht.ts';
import { NIET_OPGEPAKT } from './opdrachten/eisen.ts';
import { type Kring, type Over, REGELS, VERZOEKDADEN, type Verzoekdaad } from './regels.ts';
import { eisRuimte } from './ruimte.ts';
import type { Staat } from './staat.ts';

/** May this person do it now, whatever is then filled in; and if not why not, and who can. */
export type Oordeel =
  | { mag: true }
  /** `wie` is empty when nobody can, as it stands: `reden` then says what the signaal does not allow, also to who may not do it at all. */
  | { mag: false; code: Foutcode; reden: string; wie: readonly Geadresseerde[] };

/** Acts that no person chooses to do on a signaal that is there: filing, the other half of samenvoegen, and those of the service. */
const NIET_TE_KIEZEN = [
  'indienen',
  'duplicaatOpnemen',
  'verzoekOnbestelbaar',
  'postOnbestelbaar',
  'antwoordDoorgeven',
  'aanvullingDoorgeven',
  'patroonantwoordGeven',
  'melderVertrokken',
  'kalenderWijzigen',
  'wissen',
] as const satisfies readonly Opdrachtsoort[];
type NietTeKiezen = (typeof NIET_TE_KIEZEN)[number];

/** An act that a person can choose, on the signaal itself or on one of its verzoeken. */
export type Daad = Exclude<Opdrachtsoort, NietTeKiezen>;
type Signaaldaad = Exclude<Daad, Verzoekdaad>;

const SOORTEN = Object.keys(REGELS) as Opdrachtsoort[];
/** Every act that a person can choose. */
export const DADEN = SOORTEN.filter(isDaad);
const SIGNAALDADEN = DADEN.filter((soort): soort is Signaaldaad => !isVerzoekdaad(soort));
const VERZOEKDADEN_VAN_PERSONEN = DADEN.filter(isVerzoekdaad).filter(isDaad);

/** Every act on the signaal itself, with whether this person may do it at `nu` (UTC). `staat` has been caught up to `nu`. */
export function magNu(staat: Staat, persoon: Persoon, nu: Tijdstip, kader: Kader): Record<Signaaldaad, Oordeel> {
  return oordelen(SIGNAALDADEN, {}, { staat, persoon, nu, kader });
}

/** Every act on one verzoek, the same way. */
export function magNuMet(
  verzoek: string,
  staat: Staat,
  persoon: Persoon,
  nu: Tijdstip,
  kader: Kader,
): Record<Daad & Verzoekdaad, Oordeel> {
  return oordelen(VERZOEKDADEN_VAN_PERSONEN, { verzoek }, { staat, persoon, nu, kader });
}

interface Vraag {
  staat: Staat;
  persoon: Persoon;
  nu: Tijdstip;
  kader: Kader;
}

function oordelen<S extends Daad>(soorten: readonly S[], over: { verzoek?: string }, vraag: Vraag): Record<S, Oordeel> {
  const personen = { ...vraag.kader.personen, [vraag.persoon.id]: vraag.persoon };
  const metVrager = { ...vraag, kader: { ...vraag.kader, personen } };
  return Object.fromEntries(soorten.map((soort) => [soort, oordeel(soort, over as Over<S>, metVrager)])) as Record<
    S,
    Oordeel
  >;
}

/** By the same rules that decide, as far as they go before anything is filled in. */
function oordeel<S extends Daad>(soort: S, over: Over<S>, { staat, persoon, nu, kader }: Vraag): Oordeel {
  const regel = REGELS[soort];
  const aanleiding = { bron: 'vraag', door: persoon.id, verschuldigdOp: null };
  const decision = new Decision(staat.id, staat, nu, kader, aanleiding);
  try {
    regel.kan(decision, over, regel.wie(decision, over));
    eisRuimte(decision, soort);
    return { mag: true };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { code, message: reden } = error;
    if (!OVER_DE_PERSOON.includes(code)) return { mag: false, code, reden, wie: [] };
    const voorIedereen = bezwaarVoorIedereen(soort, over, { decision, persoon });
    if (voorIedereen !== null) return { mag: false, code, reden: voorIedereen, wie: [] };
    return wachtOpBehandelaar(regel.kring, staat)
      ? { mag: false, code, reden: NIET_OPGEPAKT, wie: [coordinatoren(staat.niveau, staat)] }
      : { mag: false, code, reden, wie: regel.kring.flatMap((kring) => wieIn(kring, staat, over)) };
  }
}

/** Why the signaal itself does not allow it now, whoever asks, so that nobody is called in vain; `null` when it does. */
function bezwaarVoorIedereen<S extends Daad>(
  soort: S,
  over: Over<S>,
  { decision, persoon }: { decision: Decision; persoon: Persoon },
): string | null {
  try {
    REGELS[soort].kan(decision, over, persoon);
    eisRuimte(decision, soort);
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error.message;
    throw error;
  }
}

/** Refusals because of who asks: somebody else can. */
const OVER_DE_PERSOON: readonly Foutcode[] = [
  'niet_bevoegd',
  'niet_behandelaar',
  'belangenconflict',
  'geen_behandelaar',
];

/** What only a behandelaar can do waits for whoever must pick it up. */
function wachtOpBehandelaar(kringen: readonly Kring[], { behandelaar }: Staat): boolean {
  return behandelaar === null && kringen.every((kring) => kring === 'behandelaar');
}

/** The people of this circle, as the signaal stands. */
function wieIn(kring: Kring, staat: Staat, { verzoek: id }: { verzoek?: string }): Geadresseerde[] {
  switch (kring) {
    case 'melder':
      return [{ soort: 'persoon', persoon: staat.melder }];
    case 'behandelaar':
      return staat.behandelaar === null ? [] : [{ soort: 'persoon', persoon: staat.behandelaar }];
    case 'vorige_behandelaar': {
      const vorige = vorigeBehandelaar(staat);
      return vorige === null || vorige === staat.behandelaar ? [] : [{ soort: 'persoon', persoon: vorige }];
    }
    case 'coordinator':
      return [coordinatoren(staat.niveau, staat)];
    case 'hoger_niveau':
      return staat.niveau === 'landelijk' ? [] : [coordinatoren(niveauBoven(staat.niveau), staat)];
    case 'programmaleiding':
      return [{ soort: 'programmaleiding' }];
    case 'gevraagde': {
      const verzoek = staat.verzoeken.find((gesteld) => gesteld.id === id);
      if (verzoek === undefined) return [];
      return verzoek.persoon === null
        ? [{ soort: 'partij', verzoek: verzoek.id, hogerop: verzoek.hogerop }]
        : [{ soort: 'persoon', persoon: verzoek.persoon }];
    }
    case 'lezer':
    case 'dienst':
      return [];
  }
}

function isDaad(soort: Opdrachtsoort): soort is Daad {
  const geen: readonly Opdrachtsoort[] = NIET_TE_KIEZEN;
  return !geen.includes(soort);
}

function isVerzoekdaad(soort: Opdrachtsoort): soort is Verzoekdaad {
  const daden: readonly Opdrachtsoort[] = VERZOEKDADEN;
  return daden.includes(soort);
}
