import type { PolicyDef } from '@mikro-orm/postgresql';

import { ROL } from './rollen.ts';

const WIE = `(select current_setting('app.persoon', true))`;
/** What a link leads to; `verzoek` is null for the link of a consulent. */
const LINK = { stroom: '(select link_stroom())', verzoek: '(select link_verzoek())' } as const;

/** Who asks does not work for an organisation that signaal `s` concerns. */
const VRIJ = `not s.betrokken_organisaties @> array[(select ziet_niet_van())]`;
const ZIET_STROOM = `exists (select 1 from signaal s where s.id = stroom.id) or ziet_patroon(id)`;

/**
 * The signaal of the row is one that who asks may read, under that condition: programmaleiding reads it once the clock has told of it, or
 * has to do with it otherwise.
 */
function leest(tabel: string, mits = 'true'): string {
  return `exists (select 1 from signaal s where s.id = ${tabel}.stroom and (${mits})
    and (s.programmaleiding_weet or not (select leest_na_melding()) or is_betrokken(s.id)))`;
}

/** Of a table that no person reads: who does the work of the service sees every row, on what its rights reach. */
export function vanDeDienst(tabel: string): PolicyDef<object>[] {
  return [voorDiensten(tabel)];
}

/** Of what others wrote, sent or answered about one signaal: seen by who may read all of it. */
export function zoalsHetSignaal(tabel: string): PolicyDef<object>[] {
  return [voorDiensten(tabel), voorLezer(tabel, leest(tabel, VRIJ))];
}

/** Of files that came with answers the same, until the signaal is erased; and those of its own answers to a party. */
export const BIJLAGEPOLICIES: PolicyDef<object>[] = [
  voorDiensten('bijlage'),
  voorLezer('bijlage', leest('bijlage', `not s.gewist and ${VRIJ}`)),
  voorPartner('bijlage', `stroom = ${LINK.stroom} and verzoek = ${LINK.verzoek}`),
];

/** Of what somebody chose for themselves. */
export function vanHaarzelf(tabel: string): PolicyDef<object>[] {
  return [voorDiensten(tabel), voorLezer(tabel, `gebruiker = ${WIE}`)];
}

/** A view that somebody kept: one's own, or that of a role that one has. */
export const WEERGAVEPOLICIES: PolicyDef<object>[] = [
  voorDiensten('bewaarde_weergave'),
  voorLezer(
    'bewaarde_weergave',
    `case when rol is null then gebruiker = ${WIE}
      else rol = any ((select g.rollen from gebruiker g where g.id = ${WIE})::text[]) end`,
  ),
];

/** Who acts locks a stream that they see; it takes the right to change a column, with which nothing can be changed. */
export const STROOMPOLICIES: PolicyDef<object>[] = [
  voorDiensten('stroom'),
  voorLezer('stroom', ZIET_STROOM),
  voorPartner('stroom', `id = ${LINK.stroom}`),
  {
    name: 'stroom_partnerslot',
    command: 'update',
    roles: [ROL.partner],
    using: `id = ${LINK.stroom}`,
    check: 'false',
  },
  { name: 'stroom_slot', command: 'update', roles: [ROL.lezer], using: ZIET_STROOM, check: 'false' },
];

/** What the holder of a link may read of the record: of a party one verzoek, of a consulent what became of the signaal. */
export const GEBEURTENISPOLICIES: PolicyDef<object>[] = [
  voorDiensten('gebeurtenis'),
  voorLezer('gebeurtenis', `${leest('gebeurtenis')} or (select leest_patronen()) and ziet_patroon(stroom)`),
  voorPartner(
    'gebeurtenis',
    `stroom = ${LINK.stroom} and case when ${LINK.verzoek} is null
      then soort = any (array['ingediend', 'verzoek_gedaan', 'verzoek_beantwoord', 'uitkomst_gemeld', 'teruggekoppeld', 'patroonantwoord_gegeven', 'heropend'])
      else data ->> 'verzoek' = ${LINK.verzoek} end`,
  ),
];

/**
 * The same of what was written with it. The filer whose employer the signaal concerns reads what is their own, what they were asked and
 * the answer to them. The title of a patroon is for everybody who sees a signaal that is part of it.
 */
export const TEKSTPOLICIES: PolicyDef<object>[] = [
  voorDiensten('tekst'),
  voorLezer(
    'tekst',
    `${leest(
      'tekst',
      `not s.gewist and (${VRIJ} or tekst.veld = 'terugkoppeling' or is_eigen_tekst(tekst.stroom, tekst.volgnummer))`,
    )}
      or ((select leest_patronen()) or veld = 'titel') and ziet_patroon(stroom)`,
  ),
  voorPartner(
    'tekst',
    `exists (select 1 from gebeurtenis g where g.stroom = tekst.stroom and g.volgnummer = tekst.volgnummer)
      and (${LINK.verzoek} is not null
        or veld = any (array['knelpunt', 'namens.naam', 'toelichting', 'terugkoppeling']))`,
  ),
];

export const PARTIJPOLICIES: PolicyDef<object>[] = [
  ...zoalsHetSignaal('partij'),
  voorPartner('partij', `stroom = ${LINK.stroom} and verzoek = ${LINK.verzoek}`),
];

/** Who handles signaal `s`, or deputises for them today. */
const BEHANDELT = `(s.behandelaar = (select ziet_als()) or s.behandelaar = any ((select neemt_waar_voor())::text[]) and neemt_nu_waar(s.id, s.behandelaar))`;

/** Who a signaal is about (migrations 0055 and 0116): for its filer, for who is beside the family and handles it at lokaal, and for others what the family allowed them. */
export const CASUSPOLICIES: PolicyDef<object>[] = [
  voorDiensten('casusbijlage'),
  voorLezer(
    'casusbijlage',
    `exists (select 1 from signaal s where s.id = casusbijlage.stroom and not s.gewist and (
      s.melder = (select ziet_als())
      or ${VRIJ} and ${BEHANDELT} and (s.niveau = 'lokaal' and staat_naast_gezin(s.behandelaar)
        or is_toegestaan(s.id, case s.niveau when 'lokaal' then 'regionaal' else s.niveau end, null, casusbijlage.soort))))`,
  ),
  voorPartner('casusbijlage', `stroom = ${LINK.stroom} and is_toegestaan(stroom, null, ${LINK.verzoek}, soort)`),
];

/** That the family allowed something, and whom: nobody is named in it. The filer whose employer the signaal concerns finds no party that others asked. */
export const TOESTEMMINGPOLICIES: PolicyDef<object>[] = [
  voorDiensten('toestemming'),
  voorLezer(
    'toestemming',
    leest('toestemming', `${VRIJ} or s.melder = ${WIE} and (toestemming.verzoek is null or toestemming.door = ${WIE})`),
  ),
  voorPartner('toestemming', `stroom = ${LINK.stroom} and verzoek = ${LINK.verzoek}`),
];

/** The key of a signaal, which is wrapped: it lies with all that it may open. */
export const SLEUTELPOLICIES: PolicyDef<object>[] = [
  voorDiensten('signaalsleutel'),
  voorLezer('signaalsleutel', leest('signaalsleutel', `${VRIJ} or s.melder = ${WIE}`)),
  voorPartner('signaalsleutel', `stroom = ${LINK.stroom}`),
];

/** Whom what was told: the filer whose employer the signaal concerns sees what is for them. */
export const BERICHTPOLICIES: PolicyDef<object>[] = [
  voorDiensten('bericht'),
  voorLezer('bericht', leest('bericht', `${VRIJ} or bericht.gebruiker = ${WIE}`)),
];

/** That a mail waits may be known to who sees a signaal that it is about. */
export const ZENDINGPOLICIES: PolicyDef<object>[] = [
  voorDiensten('zending'),
  voorLezer('zending', 'exists (select 1 from bericht b where b.zending = zending.id)'),
];

/** Who keeps accounts, and who watches over that. */
export const ACCOUNTPOLICIES: PolicyDef<object>[] = [
  voorDiensten('gebruikerwijziging'),
  voorLezer('gebruikerwijziging', '(select leest_accounts())'),
];

/** Who watches over the log. */
export function vanDeAuditor(tabel: string): PolicyDef<object>[] {
  return [voorDiensten(tabel), voorLezer(tabel, '(select leest_logboek())')];
}

/** And of what was done with a signaal who may read all of that. */
export const LOGPOLICIES: PolicyDef<object>[] = [
  voorDiensten('logregel'),
  voorLezer('logregel', `(select leest_logboek()) or (afloop = 'gelukt' and ${leest('logregel', VRIJ)})`),
];

/** Who sees all signalen reads patroonvoorstellen: landelijk and programmaleiding. Of a number one may not know that it is one too many: who does not see all of its signalen does not see the voorstel. */
export const VOORSTELPOLICIES: PolicyDef<object>[] = [
  voorDiensten('patroonvoorstel'),
  voorLezer(
    'patroonvoorstel',
    `(select ziet_alles()) and not exists (
  select from unnest(signalen) x (id) where not exists (select 1 from signaal s where s.id = x.id))`,
  ),
];

/** The same people read when was looked, and what came of it. */
export const ZOEKINGPOLICIES: PolicyDef<object>[] = [
  voorDiensten('patroonzoeking'),
  voorLezer('patroonzoeking', '(select ziet_alles())'),
];

/** Who makes reports or reads figures, and who keeps what they are held against. */
export const NOEMERPOLICIES: PolicyDef<object>[] = [
  voorDiensten('noemer'),
  voorLezer('noemer', '(select leest_clienten())'),
];
/** Who counted what is not for who reads figures of a region. */
export const NOEMERWIJZIGINGPOLICIES: PolicyDef<object>[] = [
  voorDiensten('noemerwijziging'),
  voorLezer('noemerwijziging', '(select leest_noemers())'),
];

/** The national team reads every report, programmaleiding what is final. */
export const RAPPORTPOLICIES: PolicyDef<object>[] = [
  voorDiensten('rapport'),
  voorLezer('rapport', `(select maakt_rapporten()) or (status = 'definitief' and (select leest_rapporten()))`),
];

/** Before it is final who may read of what signaal it is; then whoever reads the report. */
export const VIGNETPOLICIES: PolicyDef<object>[] = [
  voorDiensten('vignet'),
  voorLezer(
    'vignet',
    `exists (select from rapport r where r.id = vignet.rapport
      and (r.status = 'definitief' or exists (select from signaal s where s.id = vignet.signaal and ${VRIJ})))`,
  ),
];

/** Of what the guard saw: who keeps it running, but for what concerns their employer, and of the log whoever watches over that. */
export const MELDINGPOLICIES: PolicyDef<object>[] = [
  voorDiensten('waakhondmelding'),
  voorLezer(
    'waakhondmelding',
    `(select is_beheer()) and not betreft_eigen_werkgever(stroom)
      or soort = 'logboek_blijft_staan' and (select leest_logboek())`,
  ),
];

/** Who decides about erasing reads which other term was proposed. */
export const TERMIJNVOORSTELPOLICIES: PolicyDef<object>[] = [
  voorDiensten('bewaartermijnvoorstel'),
  voorLezer('bewaartermijnvoorstel', '(select leest_wissingen())'),
];

/** Landelijk of what it sees; functioneel beheer of all, by number, but for what concerns their employer. */
export const WISSINGPOLICIES: PolicyDef<object>[] = [
  voorDiensten('wissing'),
  voorLezer(
    'wissing',
    `(select leest_wissingen()) and case when (select is_beheer()) then not betreft_eigen_werkgever(stroom)
          else exists (select 1 from signaal s where s.id = wissing.stroom) end`,
  ),
];

function voorLezer(tabel: string, using: string): PolicyDef<object> {
  return { name: `${tabel}_lezer`, command: 'select', roles: [ROL.lezer], using };
}

function voorPartner(tabel: string, using: string): PolicyDef<object> {
  return { name: `${tabel}_partner`, command: 'select', roles: [ROL.partner], using };
}

function voorDiensten(tabel: string): PolicyDef<object> {
  return { name: `${tabel}_dienst`, roles: [ROL.dienst], using: 'true', check: 'true' };
}

/** Who sees a signaal: the one place where PostgreSQL says so. What it calls is in migrations 0026, 0035 and 0059; what settles most rows comes first. */
export const SIGNAALPOLICIES: PolicyDef<object>[] = [
  voorDiensten('signaal'),
  voorPartner('signaal', `id = ${LINK.stroom} and ${LINK.verzoek} is null`),
  {
    name: 'signaal_lezer',
    command: 'select',
    roles: [ROL.lezer],
    using: `(select ziet_alles())
      or regio = any ((select ziet_regios())::text[])
      or (select ziet_als()) = any (array[melder, behandelaar])
      or (select ziet_als()) = any (behandelaars)
      or (select ziet_als()) = any (meedenkers)
      or eerdere_regios && (select ziet_regios())
      or behandelaar = any ((select neemt_waar_voor())::text[]) and neemt_nu_waar(id, behandelaar)
      or eerdere_regios || regio && (select neemt_regios_waar()) and neemt_nu_regio_waar(id, eerdere_regios || regio)`,
  },
  {
    name: 'signaal_conflict',
    command: 'select',
    type: 'restrictive',
    roles: [ROL.lezer],
    using: `(select ziet_niet_van()) = '' or melder = ${WIE} or not (select ziet_niet_van()) = any (betrokken_organisaties)`,
  },
];

/** Who sees a patroon: who reads them all, and whoever sees a signaal that is part of it; nobody of the organisation that it is about. */
export const PATROONPOLICIES: PolicyDef<object>[] = [
  voorDiensten('patroon'),
  voorLezer('patroon', `(select leest_patronen()) or exists (select 1 from signaal s where s.patroon = patroon.id)`),
  {
    name: 'patroon_conflict',
    command: 'select',
    type: 'restrictive',
    roles: [ROL.lezer],
    using: `organisatie is distinct from (select ziet_niet_van())`,
  },
];

/**
 * Who reads what worked: what a second person approved everybody who works with signalen, the rest whoever wrote it and whoever looks at
 * it; never whoever may not know what it comes from. What it calls is in migration 0047.
 */
export const LESPOLICIES: PolicyDef<object>[] = [
  voorDiensten('les'),
  voorLezer(
    'les',
    `status = 'geldig' and (select ziet_als()) is not null or (select beoordeelt_lessen())
      or eigenaar = (select ziet_als()) or geschreven_door = (select ziet_als())`,
  ),
  {
    name: 'les_conflict',
    command: 'select',
    type: 'restrictive',
    roles: [ROL.lezer],
    using: 'not niet_voor @> array[(select ziet_niet_van())]',
  },
];

/** Where a les was used: for who sees that signaal. How often it was used everybody may know (opbrengst_van_les). */
export const LESGEBRUIKPOLICIES: PolicyDef<object>[] = [
  voorDiensten('lesgebruik'),
  voorLezer('lesgebruik', 'exists (select 1 from signaal s where s.id = lesgebruik.stroom)'),
];
