import type { Geadresseerde } from './gebeurtenissen.ts';

/** What a notice is about. */
export const BERICHTSOORTEN = [
  'ontvangen',
  'opgepakt',
  'verplaatst',
  'teruggekoppeld',
  'patroonantwoord',
  'ingetrokken',
  'aan_u_toegewezen',
  'aan_u_overgedragen',
  'aan_u_teruggelegd',
  'wacht_op_oppakken',
  'overdracht_gevraagd',
  'overdracht_vastgelegd',
  'herinnering_oppakken',
  'herinnering_behandelen',
  'herinnering_terugkoppelen',
  'niet_opgepakt',
  'termijn_verstreken',
  'terugkoppeling_te_laat',
  'duurt_lang',
  'terugblik',
  'losgelaten',
  'hervat',
  'aanpak_verlopen',
  'spoed_gevraagd',
  'meedenken',
  'aangevuld',
  'samengevoegd',
  'duplicaat',
  'vraag_gestopt',
  'melder_vertrokken',
  'heropend',
  'helpt_niet',
  'termijn_verschoven',
  'herinnering_indelen',
  'indeling_te_laat',
  'herinnering_bezwaar',
  'navraag',
  'herinnering_navraag',
  'navraag_onbeantwoord',
  'consultatie',
  'verzoek',
  'herinnering_verzoek',
  'verzoek_hogerop',
  'verzoek_vervallen',
  'informatie',
  'nakoming',
  'antwoord',
  'bevestiging',
  'partij_zwijgt',
  'geen_reactie',
  'niet_nagekomen',
  'onbestelbaar',
  'post_onbestelbaar',
  'domeindiscussie',
] as const;
export type Berichtsoort = (typeof BERICHTSOORTEN)[number];

/** Why somebody gets a notice. */
export const REDENEN = [
  'melder',
  'behandelaar',
  'vorige_behandelaar',
  'meedenker',
  'coordinator',
  'landelijk_team',
  'programmaleiding',
  'deskundige',
  'partij',
  'consulent',
] as const;
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
