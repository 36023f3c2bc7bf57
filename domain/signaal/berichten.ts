import type { Geadresseerde, Gebeurtenis } from './gebeurtenissen.ts';
import { coordinatoren } from './ladder.ts';
import type { Staat, Stapsoort } from './staat.ts';

/** What a notice is about. */
export const BERICHTSOORTEN = [
  'ontvangen',
  'opgepakt',
  'verplaatst',
  'teruggekoppeld',
  'ingetrokken',
  'aan_u_toegewezen',
  'aan_u_overgedragen',
  'aan_u_teruggelegd',
  'wacht_op_oppakken',
  'overdracht_gevraagd',
  'herinnering_oppakken',
  'herinnering_behandelen',
  'herinnering_terugkoppelen',
  'niet_opgepakt',
  'termijn_verstreken',
  'terugkoppeling_te_laat',
  'duurt_lang',
  'terugblik',
] as const;
export type Berichtsoort = (typeof BERICHTSOORTEN)[number];

/** Why somebody gets a notice. */
export const REDENEN = ['melder', 'behandelaar', 'vorige_behandelaar', 'coordinator', 'programmaleiding'] as const;
export type Reden = (typeof REDENEN)[number];

/** A notice to send. `direct`: a person did something for you. `dag`: the clock says so; it waits for the digest. */
export interface Bericht {
  aan: Geadresseerde;
  soort: Berichtsoort;
  bundel: 'direct' | 'dag';
  /** The step it speaks of; when that has ended before sending, the notice is overtaken. */
  stap: string | null;
  waarom: Reden;
}

type Geescaleerd = Extract<Gebeurtenis, { soort: 'geescaleerd' }>;

/**
 * The notices to which a gebeurtenis gives rise; `staat` is that after it, `voor` that before it (null when there was none).
 * Nobody hears of her own act, but for the receipt of what she filed.
 */
export function berichten(gebeurtenis: Gebeurtenis, staat: Staat, voor: Staat | null): Bericht[] {
  // What a person did is told at once, what the clock says once a day; spoed is never bundled.
  const bundel = gebeurtenis.door !== null || staat.urgentie === 'spoed' ? 'direct' : 'dag';
  return inhoud(gebeurtenis, staat, voor)
    .filter(({ aan, soort }) => soort === 'ontvangen' || aan.soort !== 'persoon' || aan.persoon !== gebeurtenis.door)
    .map((bericht) => ({ stap: null, ...bericht, bundel }));
}

type Inhoud = Omit<Bericht, 'bundel' | 'stap'> & { stap?: string };

function inhoud(g: Gebeurtenis, staat: Staat, voor: Staat | null): Inhoud[] {
  const melder: Inhoud = { aan: persoon(staat.melder), soort: 'ontvangen', waarom: 'melder' };
  switch (g.soort) {
    case 'ingediend':
      return [melder];
    case 'opgepakt':
      return [{ ...melder, soort: 'opgepakt' }];
    case 'toegewezen':
      return [
        ...opgepaktVoor(melder, g.behandelaar),
        { aan: persoon(g.behandelaar), soort: 'aan_u_toegewezen', waarom: 'behandelaar' },
      ];
    case 'geescaleerd':
      return [{ ...melder, soort: 'verplaatst' }, ...nieuweBehandelaar(g), ...vorigeBehandelaar(g, staat, voor)];
    case 'teruggelegd':
      return [
        ...(g.behandelaar === staat.melder ? [] : [{ ...melder, soort: 'verplaatst' as const }]),
        { aan: persoon(g.behandelaar), soort: 'aan_u_teruggelegd', waarom: 'behandelaar' },
      ];
    case 'teruggekoppeld':
      return [{ ...melder, soort: 'teruggekoppeld' }];
    case 'ingetrokken':
      return staat.behandelaar === null
        ? []
        : [{ aan: persoon(staat.behandelaar), soort: 'ingetrokken', waarom: 'behandelaar' }];
    case 'stap_begonnen':
      if (g.stap.soort !== 'oppakken') return [];
      return [
        {
          aan: coordinatoren(staat.niveau, staat),
          soort: 'wacht_op_oppakken',
          waarom: 'coordinator',
          stap: g.stap.sleutel,
        },
      ];
    case 'herinnerd':
      return [{ aan: g.aan, soort: herinnering(g.stapsoort), waarom: waaromAan(g.aan), stap: g.stap }];
    case 'gemeld':
      return [{ aan: g.aan, soort: g.melding, waarom: waaromAan(g.aan), stap: g.stap }];
    case 'terugblik_gevraagd':
      return [{ ...melder, soort: 'terugblik', stap: g.stap }];
    case 'uitkomst_gemeld':
    case 'afgesloten':
    case 'notitie_toegevoegd':
    case 'stap_geeindigd':
    case 'terugblik_onbeantwoord':
    case 'mijlpaal_vervallen':
      return [];
  }
}

/** The filer hears who has it in hand now, unless that is herself. */
function opgepaktVoor(melder: Inhoud, behandelaar: string): Inhoud[] {
  return melder.aan.soort === 'persoon' && melder.aan.persoon === behandelaar ? [] : [{ ...melder, soort: 'opgepakt' }];
}

function nieuweBehandelaar({ behandelaar }: Geescaleerd): Inhoud[] {
  return behandelaar === null
    ? []
    : [{ aan: persoon(behandelaar), soort: 'aan_u_overgedragen', waarom: 'behandelaar' }];
}

/** After the clock there is no hand-over note, so the last behandelaar is asked for one. The filer has heard of the move already. */
function vorigeBehandelaar({ automatisch, behandelaar }: Geescaleerd, { melder }: Staat, voor: Staat | null): Inhoud[] {
  const vorige = voor?.behandelaar ?? null;
  if (vorige === null || vorige === behandelaar) return [];
  if (automatisch) return [{ aan: persoon(vorige), soort: 'overdracht_gevraagd', waarom: 'vorige_behandelaar' }];
  return vorige === melder ? [] : [{ aan: persoon(vorige), soort: 'verplaatst', waarom: 'vorige_behandelaar' }];
}

function herinnering(stapsoort: Stapsoort): Berichtsoort {
  if (stapsoort === 'oppakken') return 'herinnering_oppakken';
  return stapsoort === 'behandelen' ? 'herinnering_behandelen' : 'herinnering_terugkoppelen';
}

function waaromAan(aan: Geadresseerde): Reden {
  if (aan.soort === 'persoon') return 'behandelaar';
  return aan.soort === 'programmaleiding' ? 'programmaleiding' : 'coordinator';
}

function persoon(id: string): Geadresseerde {
  return { soort: 'persoon', persoon: id };
}
