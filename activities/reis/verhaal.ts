import { labelVan } from '#domain/beleid/codelijsten.ts';
import { type Regio, REGIOS } from '#domain/beleid/regios.ts';
import { aanZet } from '#domain/signaal/afgeleid.ts';
import type { Geadresseerde, Gebeurtenis, Melding } from '#domain/signaal/gebeurtenissen.ts';
import { type Antwoord, contactVan, DIENST } from '#domain/signaal/opdracht.ts';
import type { Staat, Stapsoort } from '#domain/signaal/staat.ts';
import { verwerk } from '#domain/signaal/verwerk.ts';
import { datumVan, type Tijdstip } from '#domain/tijd/amsterdam.ts';
import { voluit } from '#domain/tijd/uitleg.ts';
import { werkdagenTussen } from '#domain/tijd/werkdagen.ts';

/** One line of the story of a signaal. */
export interface Verhaalregel {
  volgnummer: number;
  op: Tijdstip;
  /** How many working days after the day of filing. */
  werkdag: number;
  wat: string;
  /** Who must act now, such as "Fenna de Vries" or "regionaal"; empty once the signaal is closed. */
  aanZet: string;
}

/** A gebeurtenis, with the absent person for whom a deputy did it. */
export type Verteld = Gebeurtenis & { namens?: string | null };

/** What happened with one signaal, as a person tells it; `naam` gives the name that belongs to an id. */
export function verhaal(gebeurtenissen: readonly Verteld[], naam: (id: string) => string): Verhaalregel[] {
  const eerste = gebeurtenissen[0]?.op ?? '';
  let staat: Staat | null = null;
  const verloop = gebeurtenissen.map((gebeurtenis) => {
    staat = verwerk(staat, '', gebeurtenis);
    return { gebeurtenis, na: staat };
  });
  return verloop.flatMap(({ gebeurtenis, na }) => {
    const { op, bron } = gebeurtenis;
    const wat = watGebeurde(gebeurtenis, na, naam);
    if (wat === undefined) return [];
    // Within one act nobody is waited for: what counts is how it left the signaal.
    const afloop =
      verloop.findLast((ander) => ander.gebeurtenis.op === op && ander.gebeurtenis.bron === bron)?.na ?? na;
    return [
      {
        volgnummer: na.volgnummer,
        op,
        werkdag: werkdagenTussen(datumVan(eerste), datumVan(op), na.kalender),
        wat: `${wat}${doorWie(gebeurtenis, na, naam)}`,
        aanZet: wieIsAanZet(afloop, naam),
      },
    ];
  });
}

/** An instant on an Amsterdam clock, such as "maandag 10 mei 2027 09:00:12". */
export function moment(op: Tijdstip): string {
  const klok = new Date(op).toLocaleTimeString('nl-NL', { timeZone: 'Europe/Amsterdam' });
  return `${voluit(datumVan(op))} ${klok}`;
}

const STAPPEN: Readonly<Record<Stapsoort, string>> = {
  pauze: 'de pauze',
  toezegging: 'de toezegging',
  vraag: 'de vraag',
  vraag_hogerop: 'de vraag aan het escalatiecontact',
  navraag: 'de navraag',
  oppakken: 'het oppakken',
  behandelen: 'het behandelen',
  aanpak: 'de aanpak',
  terugkoppelen: 'het terugkoppelen',
  indelen: 'het indelen',
  duur: 'de hele duur',
  terugblik: 'de terugblik',
  bezwaar: 'het bezwaar',
};

const MELDINGEN: Readonly<Record<Melding, string>> = {
  niet_opgepakt: 'niet op tijd opgepakt',
  termijn_verstreken: 'de termijn is voorbij',
  terugkoppeling_te_laat: 'de terugkoppeling is te laat',
  indeling_te_laat: 'de indeling is te laat',
  navraag_onbeantwoord: 'de navraag is niet beantwoord',
  duurt_lang: 'het duurt lang',
};

/** Undefined for what only the machinery needs. */
function watGebeurde(g: Gebeurtenis, staat: Staat, naam: (id: string) => string): string | undefined {
  switch (g.soort) {
    case 'ingediend':
      return `ingediend (${labelVan('wens', g.wens).toLowerCase()}), ${g.niveau}`;
    case 'opgepakt':
      return 'opgepakt';
    case 'toegewezen':
      return `toegewezen aan ${naam(g.behandelaar)}`;
    case 'geescaleerd':
      return `${g.automatisch ? 'door de klok ' : ''}geëscaleerd van ${g.van} naar ${g.naar} (${labelVan('escalatiemotief', g.motief).toLowerCase()})`;
    case 'teruggelegd':
      return `teruggelegd van ${g.van} naar ${g.naar}, bij ${naam(g.behandelaar)}`;
    case 'vrijgegeven':
      return 'vrijgegeven';
    case 'gepauzeerd':
      return `gepauzeerd tot en met ${voluit(g.tot)} (${labelVan('pauzereden', g.reden).toLowerCase()})`;
    case 'hervat':
      return g.automatisch ? 'de pauze is voorbij' : 'hervat';
    case 'verlengd':
      return `termijn verlengd tot ${g.n} werkdagen`;
    case 'aanpak_vastgesteld':
      return `aanpak vastgesteld, herzien op ${voluit(g.datum)}`;
    case 'aanpak_verlopen':
      return 'de aanpak moet worden herzien';
    case 'overgedragen':
      return `overgedragen aan regio ${regionaam(g.naar)}`;
    case 'ingedeeld':
      return 'indeling gewijzigd';
    case 'meedenker_toegevoegd':
      return `${naam(g.persoon)} denkt mee`;
    case 'aangevuld':
      return 'aangevuld';
    case 'spoed_gevraagd':
      return 'spoed gevraagd';
    case 'verzoek_gedaan':
      return `${labelVan('verzoeksoort', g.verzoeksoort).toLowerCase()} aan ${gevraagde(g.verzoek, staat, naam)}`;
    case 'verzoek_beantwoord':
      return `antwoord van ${gevraagde(g.verzoek, staat, naam)}${g.vastgelegd ? ' vastgelegd' : ''}: ${watGeantwoord(g.antwoord, naam)}`;
    case 'informatie_gegeven':
      return `informatie gegeven aan ${gevraagde(g.verzoek, staat, naam)}`;
    case 'tegengehouden':
      return `vraag aan het escalatiecontact van ${gevraagde(g.verzoek, staat, naam)} tegengehouden`;
    case 'verzoek_geeindigd':
      return `verzoek aan ${gevraagde(g.verzoek, staat, naam)} ${g.status}`;
    case 'verzoek_verlegd':
      return `verzoek verlegd bij ${gevraagde(g.verzoek, staat, naam)}`;
    case 'geen_reactie':
      return `geen reactie van ${gevraagde(g.verzoek, staat, naam)}${g.definitief ? '' : '; nu het escalatiecontact'}`;
    case 'nakoming_gevraagd':
      return `gevraagd of de toezegging van ${gevraagde(g.verzoek, staat, naam)} is nagekomen`;
    case 'niet_nagekomen':
      return `toezegging van ${gevraagde(g.verzoek, staat, naam)} niet nagekomen`;
    case 'domeindiscussie_gezien':
      return `van het kastje naar de muur: ${g.organisaties.map(naam).join(' en ')}`;
    case 'samengevoegd':
      return 'samengevoegd met een ander signaal';
    case 'duplicaat_opgenomen':
      return 'een dubbel signaal opgenomen';
    case 'ervaring_gemeld':
      return `ervaring gemeld: ${labelVan('ervaring', g.ervaring).toLowerCase()}`;
    case 'heropend':
      return `heropend${g.doorErvaring ? ' omdat het niet helpt' : ''}`;
    case 'kalender_gewijzigd':
      return 'de kalender is gewijzigd';
    case 'uitkomst_gemeld':
      return `uitkomst gemeld: ${labelVan('uitkomst', g.uitkomst).toLowerCase()}`;
    case 'teruggekoppeld':
      return 'teruggekoppeld aan de melder';
    case 'ingetrokken':
      return 'ingetrokken';
    case 'afgesloten':
      return 'afgesloten';
    case 'notitie_toegevoegd':
      return 'notitie toegevoegd';
    case 'herinnerd':
      return `herinnering aan ${STAPPEN[g.stapsoort]} (werkdag ${g.dag}) voor ${wie(g.aan, staat, naam)}`;
    case 'gemeld':
      return `${MELDINGEN[g.melding]} (werkdag ${g.dag} van ${STAPPEN[g.stapsoort]}), gemeld aan ${wie(g.aan, staat, naam)}`;
    case 'terugblik_gevraagd':
      return `terugblik gevraagd aan de melder (werkdag ${g.dag})`;
    case 'terugblik_onbeantwoord':
      return 'terugblik niet beantwoord';
    case 'mijlpaal_vervallen':
      return g.mijlpaal.startsWith('herinnering') ? undefined : `${g.mijlpaal} van ${STAPPEN[g.stapsoort]} vervallen`;
    case 'stap_begonnen':
    case 'stap_geeindigd':
      return undefined;
  }
}

function wie(aan: Geadresseerde, staat: Staat, naam: (id: string) => string): string {
  switch (aan.soort) {
    case 'persoon':
      return naam(aan.persoon);
    case 'coordinatoren':
      return `de coördinatoren van ${regionaam(aan.regio)}`;
    case 'landelijk_team':
      return 'het landelijk team';
    case 'programmaleiding':
      return 'de programmaleiding';
    case 'partij':
      return `${aan.hogerop ? 'het escalatiecontact van ' : ''}${gevraagde(aan.verzoek, staat, naam)}`;
    case 'consulent':
      return 'de cliëntondersteuner';
  }
}

function wieIsAanZet(staat: Staat, naam: (id: string) => string): string {
  const zet = aanZet(staat);
  switch (zet?.soort) {
    case undefined:
      return '';
    case 'persoon':
      return naam(zet.persoon);
    case 'niveau':
      return zet.niveau;
    case 'partij':
      return gevraagde(zet.verzoek, staat, naam);
    case 'niemand':
      return `niemand, tot en met ${voluit(zet.tot)}`;
  }
}

/** A person, for whom she did it, or the service itself. Of an answer it has been said already, and what follows from an act nobody did. */
function doorWie({ soort, door, namens }: Verteld, { verzoeken }: Staat, naam: (id: string) => string): string {
  if (door === null || soort === 'domeindiscussie_gezien' || verzoeken.some(({ id }) => contactVan(id) === door))
    return '';
  const wieHetDeed = door === DIENST ? 'Signaalpunt' : naam(door);
  return `, door ${wieHetDeed}${namens == null ? '' : ` namens ${naam(namens)}`}`;
}

function gevraagde(verzoek: string, { verzoeken }: Staat, naam: (id: string) => string): string {
  const gesteld = verzoeken.find(({ id }) => id === verzoek);
  return naam(gesteld?.organisatie ?? gesteld?.persoon ?? verzoek);
}

function watGeantwoord(antwoord: Antwoord, naam: (id: string) => string): string {
  const label = labelVan('antwoord', antwoord.soort).toLowerCase();
  if (antwoord.soort === 'toegezegd') return `${label} (${voluit(antwoord.datum)})`;
  if (antwoord.soort === 'niet_bevoegd' && antwoord.bevoegd !== null)
    return `${label}, wel voor ${naam(antwoord.bevoegd)}`;
  return label;
}

function regionaam(regio: Regio): string {
  return REGIOS.find(({ code }) => code === regio)?.label ?? regio;
}
