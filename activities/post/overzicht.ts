import { type Datum, datumVan } from '#domain/tijd/amsterdam.ts';
import { voluit } from '#domain/tijd/uitleg.ts';
import { eersteWerkdagNa, werkdagenTussen } from '#domain/tijd/werkdagen.ts';
import { type Afzender, AUTOMATISCH, type Brief, type Groep, type Regel, signaalUrl } from './brief.ts';
import type { Ontvanger } from './klaar.ts';
import { hadMoetenKomenOp } from './laat.ts';
import { TEKSTEN, totEnMet, WAAROM } from './teksten.ts';
import type { Inhoud, Onderdeel } from './zaak.ts';

/** The digest of one day: one line per signaal, what ends before the next working day first, then by date. */
export function overzicht({ naam }: Ontvanger, inhoud: Inhoud, afzender: Afzender): Brief {
  const [{ bericht: eerste, zaak: { vandaag } }] = inhoud;
  const volgende = eersteWerkdagNa(vandaag, eerste.staat.kalender);
  const signalen = perSignaal(inhoud).toSorted(opDatum);
  const haast = signalen.filter(({ datum }) => datum !== null && datum < volgende);
  const rest = signalen.filter((signaal) => !haast.includes(signaal));
  return {
    onderwerp: `Uw overzicht van ${voluit(vandaag)}: ${aantal(signalen.length)}`,
    aanhef: `Beste ${naam},`,
    alineas: [inleiding(signalen.length, haast.length, volgende), ...teLaat(inhoud)],
    gegevens: [],
    groepen: [
      ...groep(`Loopt af vóór ${voluit(volgende)}`, haast, afzender),
      ...groep(haast.length === 0 ? 'Uw signalen' : 'Daarna', rest, afzender),
    ],
    knop: { tekst: 'Open Signaalpunt', url: `${afzender.publicUrl}/` },
    voet: [waarom(inhoud), AUTOMATISCH],
  };
}

interface Lijn {
  nummer: string;
  datum: Datum | null;
  onderdelen: readonly Onderdeel[];
}

function perSignaal(inhoud: Inhoud): Lijn[] {
  const signalen = Map.groupBy(inhoud, ({ zaak }) => zaak.nummer);
  return Array.from(signalen, ([nummer, onderdelen]) => ({
    nummer,
    onderdelen,
    datum: onderdelen.map(({ zaak }) => zaak.totEnMet).filter((datum) => datum !== null).toSorted()[0] ?? null,
  }));
}

function opDatum(een: Lijn, ander: Lijn): number {
  const [a, b] = [een.datum ?? '9999', ander.datum ?? '9999'];
  if (a !== b) return a < b ? -1 : 1;
  return een.nummer < ander.nummer ? -1 : 1;
}

function groep(kop: string, lijnen: readonly Lijn[], afzender: Afzender): Groep[] {
  return lijnen.length === 0 ? [] : [{ kop, regels: lijnen.map((lijn) => regel(lijn, afzender)) }];
}

function regel({ nummer, datum, onderdelen }: Lijn, afzender: Afzender): Regel {
  const teksten = new Set(onderdelen.map(({ bericht, zaak }) => TEKSTEN[bericht.soort].regel(zaak)));
  return { nummer, url: signaalUrl(afzender, nummer), teksten: [...teksten], termijn: termijn(datum, onderdelen) };
}

function termijn(datum: Datum | null, [eerste]: readonly Onderdeel[]): string | null {
  if (datum === null || eerste === undefined) return null;
  const { vandaag } = eerste.zaak;
  if (datum < vandaag) return `De termijn was ${totEnMet(datum)}.`;
  const over = werkdagenTussen(vandaag, datum, eerste.bericht.staat.kalender);
  const nog = over === 0 ? 'vandaag nog' : `nog ${over} ${over === 1 ? 'werkdag' : 'werkdagen'}`;
  return `${totEnMet(datum)} (${nog})`.replace(/^t/, 'T');
}

function inleiding(alle: number, haast: number, volgende: Datum): string {
  const vragen = alle === 1 ? 'Eén signaal vraagt uw aandacht.' : `${alle} signalen vragen uw aandacht.`;
  if (haast === 0) return vragen;
  return `${vragen} ${haast === alle ? (alle === 1 ? 'Het loopt' : 'Ze lopen') : haast === 1 ? 'Eén ervan loopt' : `${haast} ervan lopen`} af vóór ${voluit(volgende)}.`;
}

/** Said once, for the line that is latest. */
function teLaat(inhoud: Inhoud): string[] {
  const [bedoeld] = inhoud.map(({ bericht }) => hadMoetenKomenOp(bericht)).filter((op) => op !== null).toSorted();
  return bedoeld === undefined ? [] : [`Dit overzicht komt te laat. Het was bedoeld voor ${voluit(datumVan(bedoeld))}.`];
}

function waarom(inhoud: Inhoud): string {
  const redenen = new Set(inhoud.map(({ bericht }) => WAAROM[bericht.waarom].meer));
  return `U krijgt dit overzicht omdat ${new Intl.ListFormat('nl', { type: 'conjunction' }).format(redenen)}.`;
}

function aantal(n: number): string {
  return n === 1 ? '1 signaal' : `${n} signalen`;
}
