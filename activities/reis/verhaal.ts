import { labelVan } from '#domain/beleid/codelijsten.ts';
import { REGIOS } from '#domain/beleid/regios.ts';
import { aanZet } from '#domain/signaal/afgeleid.ts';
import type { Geadresseerde, Gebeurtenis, Melding } from '#domain/signaal/gebeurtenissen.ts';
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

/** What happened with one signaal, as a person tells it; `naam` gives the name that belongs to an id. */
export function verhaal(gebeurtenissen: readonly Gebeurtenis[], naam: (id: string) => string): Verhaalregel[] {
  let staat: Staat | null = null;
  const eerste = gebeurtenissen[0]?.op ?? '';
  const regels: Verhaalregel[] = [];
  for (const gebeurtenis of gebeurtenissen) {
    staat = verwerk(staat, '', gebeurtenis);
    const wat = watGebeurde(gebeurtenis, naam);
    if (wat === undefined) continue;
    regels.push({
      volgnummer: staat.volgnummer,
      op: gebeurtenis.op,
      werkdag: werkdagenTussen(datumVan(eerste), datumVan(gebeurtenis.op), staat.kalender),
      wat: gebeurtenis.door === null ? wat : `${wat}, door ${naam(gebeurtenis.door)}`,
      aanZet: wieIsAanZet(staat, naam),
    });
  }
  return regels;
}

/** An instant on an Amsterdam clock, such as "maandag 10 mei 2027 09:00:12". */
export function moment(op: Tijdstip): string {
  const klok = new Date(op).toLocaleTimeString('nl-NL', { timeZone: 'Europe/Amsterdam' });
  return `${voluit(datumVan(op))} ${klok}`;
}

const STAPPEN: Readonly<Record<Stapsoort, string>> = {
  oppakken: 'het oppakken',
  behandelen: 'het behandelen',
  terugkoppelen: 'het terugkoppelen',
  duur: 'de hele duur',
  terugblik: 'de terugblik',
};

const MELDINGEN: Readonly<Record<Melding, string>> = {
  niet_opgepakt: 'niet op tijd opgepakt',
  termijn_verstreken: 'de termijn is voorbij',
  terugkoppeling_te_laat: 'de terugkoppeling is te laat',
  duurt_lang: 'het duurt lang',
};

/** Undefined for what only the machinery needs. */
function watGebeurde(g: Gebeurtenis, naam: (id: string) => string): string | undefined {
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
      return `herinnering aan ${STAPPEN[g.stapsoort]} (werkdag ${g.dag}) voor ${wie(g.aan, naam)}`;
    case 'gemeld':
      return `${MELDINGEN[g.melding]} (werkdag ${g.dag} van ${STAPPEN[g.stapsoort]}), gemeld aan ${wie(g.aan, naam)}`;
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

function wie(aan: Geadresseerde, naam: (id: string) => string): string {
  switch (aan.soort) {
    case 'persoon':
      return naam(aan.persoon);
    case 'coordinatoren':
      return `de coördinatoren van ${REGIOS.find(({ code }) => code === aan.regio)?.label ?? aan.regio}`;
    case 'landelijk_team':
      return 'het landelijk team';
    case 'programmaleiding':
      return 'de programmaleiding';
  }
}

function wieIsAanZet(staat: Staat, naam: (id: string) => string): string {
  const zet = aanZet(staat);
  if (zet === null) return '';
  return zet.soort === 'persoon' ? naam(zet.persoon) : zet.niveau;
}
