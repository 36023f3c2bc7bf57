import { uiterlijkOp } from './afgeleid.ts';
import type { Geadresseerde, Gebeurtenis, Onbereikte } from './gebeurtenissen.ts';
import { coordinatoren, inHandenVan } from './ladder.ts';
import type { Staat, Stapsoort, Verzoek } from './staat.ts';
import { isOpen } from './verzoeken.ts';

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

type Geescaleerd = Extract<Gebeurtenis, { soort: 'geescaleerd' }>;

/**
 * The notices to which a gebeurtenis gives rise; `staat` is that after it, `voor` that before it (null when there was none).
 * Nobody hears of her own act, but for the receipt of what she filed. A consulent on whose behalf it was filed did none of the acts,
 * so she hears of all that a filer hears of, the filer's own too.
 */
export function berichten(gebeurtenis: Gebeurtenis, staat: Staat, voor: Staat | null): Bericht[] {
  // What a person did is told at once, what the clock or the calendar says once a day; spoed is never bundled.
  const vanDeKlok = gebeurtenis.door === null || gebeurtenis.soort === 'kalender_gewijzigd';
  const bundel = vanDeKlok && staat.urgentie !== 'spoed' ? 'dag' : 'direct';
  return [...inhoud(gebeurtenis, staat, voor), ...aanConsulent(gebeurtenis, staat, voor)]
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
        ...vorige(voor, 'losgelaten'),
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
      return stapBegonnen(g, staat);
    case 'herinnerd':
      return herinneringen(g, staat);
    case 'gemeld':
      // The end of a navraag is told as the silence that ends it: the step of what is told here must still run.
      if (g.melding === 'navraag_onbeantwoord') return [];
      return [{ aan: g.aan, soort: g.melding, waarom: waaromAan(g.aan), stap: g.stap }];
    case 'terugblik_gevraagd':
      return [{ ...melder, soort: 'terugblik', stap: g.stap }];
    case 'vrijgegeven':
      return vorige(voor, 'losgelaten');
    case 'overgedragen':
      return [{ ...melder, soort: 'verplaatst' }, ...vorige(voor, 'verplaatst'), ...nieuweBehandelaar(g)];
    case 'hervat':
      return g.automatisch ? [naarBehandelaar(staat, 'hervat')] : [];
    case 'aanpak_verlopen':
      return [naarBehandelaar(staat, 'aanpak_verlopen')];
    case 'spoed_gevraagd':
      return [naarCoordinatoren(staat, 'spoed_gevraagd')];
    case 'overdracht_vastgelegd':
      return [naarBehandelaar(staat, 'overdracht_vastgelegd')];
    case 'meedenker_toegevoegd':
      return [{ aan: persoon(g.persoon), soort: 'meedenken', waarom: 'meedenker' }];
    case 'aangevuld':
      // What is added to a duplicate is told where it went on.
      return staat.status === 'afgesloten' && g.van === undefined ? [] : [naarBehandelaar(staat, 'aangevuld')];
    case 'verzoek_beantwoord':
      return g.vastgelegd
        ? [{ ...melder, soort: 'antwoord' }]
        : [naarBehandelaar(staat, 'antwoord'), ...melderApart(melder, staat), ...bevestiging(g, staat)];
    case 'informatie_gegeven':
      return [naarGevraagde(staat, g.verzoek, 'informatie')];
    case 'verzoek_geeindigd':
      if (g.status === 'onbestelbaar') return [naarBehandelaar(staat, 'onbestelbaar')];
      return [naarGevraagde(staat, g.verzoek, 'verzoek_vervallen')];
    case 'post_onbestelbaar':
      return [overPostAan(g.aan, staat)];
    case 'verzoek_verlegd':
      return [naarGevraagde(staat, g.verzoek, 'verzoek')];
    case 'geen_reactie':
      if (verzoekVan(staat, g.verzoek)?.soort === 'navraag') return [naarBehandelaar(staat, 'navraag_onbeantwoord')];
      return [naarBehandelaar(staat, g.definitief ? 'geen_reactie' : 'partij_zwijgt')];
    case 'nakoming_gevraagd':
      return [
        { ...naarGevraagde(staat, g.verzoek, 'nakoming'), stap: g.stap },
        { ...naarBehandelaar(staat, 'nakoming'), stap: g.stap },
      ];
    case 'niet_nagekomen':
      return [naarBehandelaar(staat, 'niet_nagekomen')];
    case 'domeindiscussie_gezien':
      return [naarBehandelaar(staat, 'domeindiscussie')];
    case 'samengevoegd':
      return [{ ...melder, soort: 'samengevoegd' }, ...vorige(voor, 'samengevoegd'), ...vragenDieStoppen(voor)];
    case 'duplicaat_opgenomen':
      return [naarBehandelaar(staat, 'duplicaat')];
    case 'melder_vertrokken':
      return [naarBehandelaar(staat, 'melder_vertrokken')];
    case 'heropend':
      return [
        ...(g.behandelaar === null ? [] : [naarBehandelaar(staat, 'heropend')]),
        ...(g.behandelaar === staat.melder ? [] : [{ ...melder, soort: 'heropend' as const }]),
      ];
    case 'ervaring_gemeld':
      if (g.ervaring !== 'helpt_niet') return [];
      return [naarCoordinatoren(staat, 'helpt_niet')];
    case 'verlengd':
    case 'kalender_gewijzigd':
      return verschoven(staat, voor);
    case 'gepauzeerd':
    case 'aanpak_vastgesteld':
    case 'ingedeeld':
    case 'verzoek_gedaan':
    case 'tegengehouden':
    case 'uitkomst_gemeld':
    case 'afgesloten':
    case 'notitie_toegevoegd':
    case 'stap_geeindigd':
    case 'terugblik_onbeantwoord':
    case 'mijlpaal_vervallen':
      return [];
  }
}

function aanConsulent(g: Gebeurtenis, staat: Staat, voor: Staat | null): Inhoud[] {
  const soort = staat.consulent === true ? nieuwsVoorConsulent(g, staat, voor) : null;
  return soort === null ? [] : [{ aan: { soort: 'consulent' }, soort, waarom: 'consulent' }];
}

function nieuwsVoorConsulent(g: Gebeurtenis, staat: Staat, voor: Staat | null): Berichtsoort | null {
  switch (g.soort) {
    case 'ingediend':
      return 'ontvangen';
    case 'opgepakt':
    case 'toegewezen':
      return 'opgepakt';
    case 'geescaleerd':
      // The move that is part of the filing is in its receipt; only after it `duur` runs.
      return voor?.stappen.some(({ soort }) => soort === 'duur') === true ? 'verplaatst' : null;
    case 'teruggelegd':
    case 'overgedragen':
      return 'verplaatst';
    case 'verzoek_beantwoord':
      // Advice of a colleague and a question to the filer stay among them.
      return verzoekVan(staat, g.verzoek)?.organisatie == null ? null : 'antwoord';
    case 'teruggekoppeld':
      return 'teruggekoppeld';
    case 'afgesloten':
      // A filer who handled it herself has nobody to tell but her consulent.
      return g.afsluiting === 'eigen_uitkomst' ? 'teruggekoppeld' : null;
    case 'samengevoegd':
    case 'heropend':
      return g.soort;
    default:
      return null;
  }
}

/** The filer hears who has it in hand now, unless that is herself. */
function opgepaktVoor(melder: Inhoud, behandelaar: string): Inhoud[] {
  return melder.aan.soort === 'persoon' && melder.aan.persoon === behandelaar ? [] : [{ ...melder, soort: 'opgepakt' }];
}

function nieuweBehandelaar({ behandelaar }: { behandelaar: string | null }): Inhoud[] {
  return behandelaar === null
    ? []
    : [{ aan: persoon(behandelaar), soort: 'aan_u_overgedragen', waarom: 'behandelaar' }];
}

function naarCoordinatoren(staat: Staat, soort: Berichtsoort): Inhoud {
  const aan = coordinatoren(staat.niveau, staat);
  return { aan, soort, waarom: waaromAan(aan) };
}

function naarBehandelaar(staat: Staat, soort: Berichtsoort): Inhoud {
  const aan = inHandenVan(staat);
  return { aan, soort, waarom: waaromAan(aan) };
}

/**
 * That a mail did not arrive: to the filer when it was for the consulent, whom she knows; to the coordinators of the level when it
 * was for the behandelaar herself; else to whoever has the signaal in hand.
 */
function overPostAan(aan: Onbereikte, staat: Staat): Inhoud {
  const soort = 'post_onbestelbaar';
  if (aan.soort === 'consulent') return { aan: persoon(staat.melder), soort, waarom: 'melder' };
  if (aan.soort === 'persoon' && aan.persoon === staat.behandelaar) return naarCoordinatoren(staat, soort);
  return naarBehandelaar(staat, soort);
}

/** The filer is told apart, unless she has it in hand herself. */
function melderApart(melder: Inhoud, staat: Staat): Inhoud[] {
  return staat.behandelaar === staat.melder ? [] : [{ ...melder, soort: 'antwoord' }];
}

/** A party gets proof of its answer; what it handed on goes to the colleague instead. */
function bevestiging(
  { verzoek, antwoord }: Extract<Gebeurtenis, { soort: 'verzoek_beantwoord' }>,
  staat: Staat,
): Inhoud[] {
  const aanPartij = naarGevraagde(staat, verzoek, 'bevestiging');
  return aanPartij.aan.soort === 'partij' && antwoord.soort !== 'doorgegeven' ? [aanPartij] : [];
}

function vorige(voor: Staat | null, soort: Berichtsoort): Inhoud[] {
  const behandelaar = voor?.behandelaar ?? null;
  if (behandelaar === null || behandelaar === voor?.melder) return [];
  return [{ aan: persoon(behandelaar), soort, waarom: 'vorige_behandelaar' }];
}

/** Who asked something that closes with a duplicate is asked whether it must be asked again from the signaal that stays. */
function vragenDieStoppen(voor: Staat | null): Inhoud[] {
  const behandelaar = voor?.behandelaar ?? null;
  if (behandelaar === null || voor?.verzoeken.some(isOpen) !== true) return [];
  return [{ aan: persoon(behandelaar), soort: 'vraag_gestopt', waarom: 'vorige_behandelaar' }];
}

/** Whoever has it in hand hears that its last day moved. */
function verschoven(staat: Staat, voor: Staat | null): Inhoud[] {
  if (voor === null || uiterlijkOp(voor) === uiterlijkOp(staat)) return [];
  return [naarBehandelaar(staat, 'termijn_verschoven')];
}

/** To whoever was asked: a person of the programme, the desk, or once that was silent its escalation contact. */
function naarGevraagde(staat: Staat, id: string, soort: Berichtsoort): Inhoud {
  const verzoek = verzoekVan(staat, id);
  const wie = verzoek?.persoon ?? null;
  if (wie !== null) return { aan: persoon(wie), soort, waarom: wie === staat.melder ? 'melder' : 'deskundige' };
  return { aan: { soort: 'partij', verzoek: id, hogerop: verzoek?.hogerop === true }, soort, waarom: 'partij' };
}

function verzoekVan({ verzoeken }: Staat, id: string | null): Verzoek | undefined {
  return verzoeken.find((gesteld) => gesteld.id === id);
}

/** A step that begins asks somebody to act: to pick up, to answer, to think along. */
function stapBegonnen(
  { stap: { soort, sleutel, verzoek: id }, door }: Extract<Gebeurtenis, { soort: 'stap_begonnen' }>,
  staat: Staat,
): Inhoud[] {
  if (soort === 'oppakken') {
    return [{ ...naarCoordinatoren(staat, 'wacht_op_oppakken'), stap: sleutel }];
  }
  const verzoek = verzoekVan(staat, id);
  if (verzoek === undefined || soort === 'toezegging') return [];
  // A question that a person begins anew comes with the information that was asked for.
  if (verzoek.toegelicht && door !== null) return [];
  return [{ ...naarGevraagde(staat, verzoek.id, vraagsoort(soort, verzoek)), stap: sleutel }];
}

function vraagsoort(soort: Stapsoort, { persoon: gevraagde }: Verzoek): Berichtsoort {
  if (soort === 'navraag') return 'navraag';
  if (soort === 'vraag_hogerop') return 'verzoek_hogerop';
  return gevraagde === null ? 'verzoek' : 'consultatie';
}

/** The last reminder of a vraag also goes to the behandelaar, who may hold the next step back. */
function herinneringen(
  { stapsoort, stap, dag, aan }: Extract<Gebeurtenis, { soort: 'herinnerd' }>,
  staat: Staat,
): Inhoud[] {
  const soort = HERINNERING[stapsoort] ?? 'herinnering_verzoek';
  const herinnering =
    aan.soort === 'partij'
      ? { ...naarGevraagde(staat, aan.verzoek, soort), stap }
      : { aan, soort, waarom: waaromHerinnerd(aan, stapsoort), stap };
  const laatste = staat.stappen.find(({ sleutel }) => sleutel === stap)?.herinneringsdagen.at(-1);
  return stapsoort === 'vraag' && dag === laatste
    ? [herinnering, { ...naarBehandelaar(staat, 'partij_zwijgt'), stap }]
    : [herinnering];
}

const HERINNERING: Partial<Record<Stapsoort, Berichtsoort>> = {
  oppakken: 'herinnering_oppakken',
  behandelen: 'herinnering_behandelen',
  terugkoppelen: 'herinnering_terugkoppelen',
  indelen: 'herinnering_indelen',
  bezwaar: 'herinnering_bezwaar',
  navraag: 'herinnering_navraag',
};

function waaromHerinnerd(aan: Geadresseerde, stapsoort: Stapsoort): Reden {
  if (stapsoort === 'bezwaar' || stapsoort === 'navraag') return 'melder';
  return waaromAan(aan);
}

/** After the clock there is no hand-over note, so the last behandelaar is asked for one. The filer has heard of the move already. */
function vorigeBehandelaar({ automatisch, behandelaar }: Geescaleerd, { melder }: Staat, voor: Staat | null): Inhoud[] {
  const vorige = voor?.behandelaar ?? null;
  if (vorige === null || vorige === behandelaar) return [];
  if (automatisch) return [{ aan: persoon(vorige), soort: 'overdracht_gevraagd', waarom: 'vorige_behandelaar' }];
  return vorige === melder ? [] : [{ aan: persoon(vorige), soort: 'verplaatst', waarom: 'vorige_behandelaar' }];
}

function waaromAan({ soort }: Geadresseerde): Reden {
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
