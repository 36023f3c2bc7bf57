import type { Dossierfeit, Signaaldossier } from '#db/queries/signaal.ts';
import { type Kijker, opDatum } from '#domain/bevoegdheden.ts';
import { isTeLaat, ligtStil, uiterlijkOp } from '#domain/signaal/afgeleid.ts';
import type { SignaalGegevens } from '#domain/signaal/opdracht.ts';
import { legTermijnUit } from '#domain/signaal/stapuitleg.ts';
import { datumVan } from '#domain/tijd/amsterdam.ts';
import { bezwaartermijn } from '#domain/tijd/termijnenwet.ts';

import { presentAanZet } from './aan-zet.ts';
import { presentHandelingen } from './handeling.ts';
import { toon } from './kijker.ts';
import { leesbaar } from './leesbereik.ts';
import { type Namen, namenIn } from './namen.ts';
import type { SignaalWeergave } from './signaal.ts';
import { presentVerzoeken } from './verzoek.ts';

/** What is shown of a signaal at `nu`, from its staat then, to this viewer. */
export function presentSignaal(volledig: Signaaldossier, kijker: Kijker): SignaalWeergave {
  const dossier = leesbaar(volledig, kijker);
  const { staat, nu, feiten } = dossier;
  const persoon = opDatum(kijker, datumVan(nu));
  const namen = namenIn(dossier);
  const { wie, welke } = namen;
  return toon(kijker, {
    id: dossier.id,
    nummer: dossier.nummer,
    onderwerp: onderwerpIn(dossier),
    inhoudsversie: staat.inhoudsversie,
    niveau: staat.niveau,
    status: staat.status,
    wens: staat.wens,
    urgentie: staat.urgentie,
    regio: staat.regio,
    aanZet: presentAanZet(staat, namen),
    melder: wie(staat.melder),
    namens: presentNamens(feiten[0].tekst),
    behandelaar: staat.behandelaar === null ? null : wie(staat.behandelaar),
    waarnemer: dossier.waarnemer,
    meedenkers: staat.meedenkers.map(wie),
    eerdereRegios: [...staat.eerdereRegios],
    teLaat: isTeLaat(staat, nu),
    ligtStil: ligtStil(staat, nu, dossier.beleid),
    zonderOverdracht: staat.zonderOverdracht,
    overdracht: presentOverdracht(dossier, namen),
    termijnOp: uiterlijkOp(staat),
    termijnen: staat.stappen.map((stap) => {
      const { laatsteDag, eindigtOp } = legTermijnUit(stap, staat);
      return { stap: stap.sleutel, soort: stap.soort, begonnenOp: stap.begonnenOp, laatsteDag, eindigtOp };
    }),
    pauze: presentPauze(dossier),
    aanpak: presentAanpak(dossier),
    spoedGevraagd: presentSpoedvraag(dossier),
    verzoeken: presentVerzoeken(dossier, persoon, namen),
    domeindiscussie: staat.domeindiscussie,
    nietBevoegd: staat.nietBevoegd.map(welke),
    ...presentInhoud(dossier, namen),
    uitkomst: staat.uitkomst,
    systeemreden:
      staat.uitkomst === 'niet_oplosbaar' ? (alle(dossier, 'uitkomst_gemeld').at(-1)?.systeemreden ?? null) : null,
    terugkoppeling: presentTerugkoppeling(dossier),
    ...presentErvaring(dossier),
    samengevoegdMet: dossier.samengevoegd.filter(({ id }) => id === staat.samengevoegdIn).map(verwijzing)[0] ?? null,
    duplicaten: alle(dossier, 'duplicaat_opgenomen').flatMap(({ van }) =>
      dossier.samengevoegd.filter(({ id }) => id === van).map(verwijzing),
    ),
    ...presentPatroonkoppeling(dossier, persoon),
    afsluiting: staat.afsluiting,
    handelingen: presentHandelingen(volledig, persoon, namen),
    ingediendOp: dossier.ingediendOp,
    laatsteOp: staat.laatsteOp,
    afgeslotenOp: staat.afgeslotenOp,
    wachtOpVerzending: dossier.post.filter(({ status: bezorging }) => bezorging === 'wacht').length,
    nietBezorgd: dossier.post
      .filter(({ status: bezorging }) => bezorging === 'mislukt')
      .map(({ soort, aan, laatsteFout }) => ({ soort, aan, reden: laatsteFout ?? '' })),
  });
}

function verwijzing({ id, nummer }: { id: string; nummer: string }) {
  return { id, nummer };
}

/** As it was called last, by who filed it or who bettered it. */
function onderwerpIn({ feiten }: Signaaldossier): string | null {
  return feiten.findLast(({ tekst }) => tekst['onderwerp'] !== undefined)?.tekst['onderwerp'] ?? null;
}

/** The patroon that it is part of, unless that is about the employer of who looks; and what the filer was told of it. */
function presentPatroonkoppeling(
  { patroon, feiten }: Signaaldossier,
  { organisatie: werkgever }: Pick<Kijker, 'organisatie'>,
) {
  const isVerborgen = werkgever !== null && patroon?.organisatie === werkgever;
  const antwoord = feiten.findLast(({ soort }) => soort === 'patroonantwoord_gegeven')?.tekst['terugkoppeling'] ?? null;
  if (patroon === null || isVerborgen) return { patroon: null, patroonantwoord: antwoord };
  const { nummer, titel, fase } = patroon;
  return { patroon: { nummer, titel, fase }, patroonantwoord: antwoord };
}

/** What it is about. */
function presentInhoud(dossier: Signaaldossier, { welke }: Namen) {
  const { staat, gemeente, feiten } = dossier;
  const gegevens = gegevensIn(dossier);
  const { tekst } = feiten[0];
  return {
    knelpunt: tekst['knelpunt'] ?? '',
    watZouHelpen: tekst['watZouHelpen'] ?? null,
    spoedreden: tekst['spoedreden'] ?? null,
    doelgroepen: [...gegevens.doelgroepen],
    gemeente,
    organisatie: staat.organisatie === null ? null : welke(staat.organisatie),
    ondernomen: presentOndernomen(gegevens, tekst),
    gezinWeetHet: gegevens.gezinWeetHet,
    besluit: gegevens.besluit && {
      datum: gegevens.besluit.datum,
      soort: besluitsoort(dossier),
      bezwaarTotDatum: bezwaartermijn(gegevens.besluit.datum, staat.kalender),
    },
    aanvullingen: alle(dossier, 'aangevuld').map((feit) => ({
      aanvulling: feit.tekst['aanvulling'] ?? '',
      op: feit.op,
    })),
    knelpunttypen: [...gegevens.knelpunttypen],
    wetten: [...gegevens.wetten],
    leefgebieden: [...gegevens.leefgebieden],
    leeftijdscategorie: gegevens.leeftijdscategorie,
  } satisfies Partial<SignaalWeergave>;
}

type Soort<S extends Dossierfeit['soort']> = Extract<Dossierfeit, { soort: S }>;

function alle<S extends Dossierfeit['soort']>({ feiten }: Signaaldossier, soort: S): Soort<S>[] {
  return feiten.filter((feit): feit is Soort<S> => feit.soort === soort);
}

/** As filed, with the better codes and the decision that came later. */
function gegevensIn(dossier: Signaaldossier): SignaalGegevens {
  const [ingediend] = alle(dossier, 'ingediend');
  if (ingediend === undefined) throw new Error(`Signaal ${dossier.nummer} was never filed`);
  return dossier.feiten.reduce<SignaalGegevens>((gegevens, feit) => {
    if (feit.soort === 'ingedeeld') {
      const { urgentie: _urgentie, ...codes } = feit.indeling;
      return { ...gegevens, ...codes };
    }
    return feit.soort === 'aangevuld' && feit.besluit !== null ? { ...gegevens, besluit: feit.besluit } : gegevens;
  }, ingediend.gegevens);
}

/** Of the last decision; it may have been erased. */
function besluitsoort({ feiten }: Signaaldossier): string {
  const met = feiten.findLast(
    (feit) => feit.soort === 'ingediend' || (feit.soort === 'aangevuld' && feit.besluit !== null),
  );
  return met?.tekst['besluit.soort'] ?? '';
}

/** That of the last time it went up; null while that one is missing. */
function presentOverdracht({ feiten }: Signaaldossier, { wie }: Namen): SignaalWeergave['overdracht'] {
  const feit = feiten.findLast(({ soort }) => soort === 'geescaleerd' || soort === 'overdracht_vastgelegd');
  const {
    'overdracht.geprobeerd': geprobeerd,
    'overdracht.gevraagd': gevraagd,
    'overdracht.gewenst': gewenst,
  } = feit?.tekst ?? {};
  if (feit == null || feit.door === null || geprobeerd === undefined || gevraagd === undefined || gewenst === undefined)
    return null;
  return { geprobeerd, gevraagd, gewenst, door: wie(feit.door), op: feit.op };
}

function presentPauze(dossier: Signaaldossier): SignaalWeergave['pauze'] {
  const pauze = dossier.staat.status === 'gepauzeerd' ? alle(dossier, 'gepauzeerd').at(-1) : undefined;
  if (pauze === undefined) return null;
  return { reden: pauze.reden, totEnMetDatum: pauze.tot, toelichting: pauze.tekst['toelichting'] ?? null };
}

function presentAanpak(dossier: Signaaldossier): SignaalWeergave['aanpak'] {
  const loopt = dossier.staat.stappen.some(({ soort }) => soort === 'aanpak');
  const aanpak = loopt ? alle(dossier, 'aanpak_vastgesteld').at(-1) : undefined;
  return aanpak === undefined ? null : { aanpak: aanpak.tekst['aanpak'] ?? '', herzienDatum: aanpak.datum };
}

/** Until a coordinator has chosen an urgency, or the signaal has closed. */
function presentSpoedvraag(dossier: Signaaldossier): SignaalWeergave['spoedGevraagd'] {
  const vraag = alle(dossier, 'spoed_gevraagd').at(-1);
  if (vraag === undefined || dossier.staat.status === 'afgesloten') return null;
  const beslist = alle(dossier, 'ingedeeld').some(
    ({ volgnummer, indeling }) => volgnummer > vraag.volgnummer && indeling.urgentie !== undefined,
  );
  return beslist ? null : { reden: vraag.tekst['reden'] ?? '', op: vraag.op };
}

/** The last answer to the filer; what was answered before it reopened is in the record. */
function presentTerugkoppeling(dossier: Signaaldossier): string | null {
  const sinds = alle(dossier, 'heropend').at(-1)?.volgnummer ?? 0;
  const antwoorden = dossier.feiten.filter(
    ({ soort, volgnummer }) => (soort === 'teruggekoppeld' || soort === 'uitkomst_gemeld') && volgnummer > sinds,
  );
  return antwoorden.findLast(({ tekst }) => tekst['terugkoppeling'] !== undefined)?.tekst['terugkoppeling'] ?? null;
}

function presentNamens(tekst: Dossierfeit['tekst']): SignaalWeergave['namens'] {
  const { 'namens.naam': naam, 'namens.email': email } = tekst;
  return naam === undefined || email === undefined ? null : { naam, email };
}

function presentOndernomen({ pogingen }: SignaalGegevens, tekst: Dossierfeit['tekst']): SignaalWeergave['ondernomen'] {
  return pogingen.map(({ organisatie, datum }, i) => ({
    organisatie,
    partij: tekst[`poging.${i}.partij`] ?? '',
    datum,
    antwoord: tekst[`poging.${i}.antwoord`] ?? null,
  }));
}

/** As it was told last; what it came to for the family may have been told before that. */
function presentErvaring(dossier: Signaaldossier): Pick<SignaalWeergave, 'ervaring' | 'effect'> {
  const verteld = alle(dossier, 'ervaring_gemeld');
  const effect = verteld.flatMap((een) => een.effect ?? []).at(-1);
  return {
    ervaring: verteld.at(-1)?.ervaring ?? null,
    effect: effect === undefined ? null : { ...effect, veranderingen: [...effect.veranderingen] },
  };
}
