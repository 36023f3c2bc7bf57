import { BeleidBotst, BeleidGewijzigd, NietGesimuleerd } from '#activities/beleid.ts';
import { AlAanHetSimuleren, Gestopt } from '#activities/beleid/naspelingen.ts';
import { ADRESSEN } from '#contract/adressen.ts';
import {
  NaspelingSchema,
  PadNaspeling,
  presentNaspeling,
  presentSimulatie,
  SimulatieSchema,
  Simulatievraag,
  SIMULATIEZINNEN,
} from '#contract/simulatie.ts';
import {
  BELEIDSWEIGERINGEN,
  Beleidsversies,
  NieuwTermijnbeleid,
  presentBeleid,
  TermijnbeleidSchema,
  TERMIJNBELEIDZINNEN,
} from '#contract/termijnbeleid.ts';
import { type Beleidsversie, leesBeleidsversies, leesPersonen } from '#db/queries/termijnbeleid.ts';
import type { Rol } from '#domain/beleid/codelijsten.ts';
import { controleerBeleid } from '#domain/beleid/controleer-beleid.ts';
import { geldendOp } from '#domain/beleid/termijnbeleid.ts';
import type { Persoon } from '#domain/stroom/kader.ts';
import { datumVan } from '#domain/tijd/amsterdam.ts';

import { nietGevonden, Probleem } from '../problem.ts';
import { route } from '../route.ts';
import { fout, metZinnen } from '../validatie.ts';
import { IEDEREEN } from './rollen.ts';

const onderwerp = 'Termijnbeleid';
const OVER_BELEID: readonly Rol[] = ['functioneel_beheer', 'programmaleiding', 'landelijk_team'];

export const termijnbeleid = route({
  method: 'get',
  path: '/termijnbeleid',
  operatie: 'leesTermijnbeleid',
  onderwerp,
  samenvatting: 'Bekijk het termijnbeleid en zijn versies',
  rollen: IEDEREEN,
  reply: Beleidsversies,
})(async ({ diensten }) => {
  const [versies, personen] = await Promise.all([leesBeleidsversies(diensten.db()), leesPersonen(diensten.db())]);
  const { versie } = geldendOp(
    versies.map(({ beleid }) => beleid),
    datumVan(diensten.nu()),
  );
  return { body: { geldendeVersie: versie, versies: versies.map((een) => metBevindingen(een, personen)) } };
});

export const simuleerBeleid = route({
  method: 'post',
  path: '/termijnbeleid/_simuleer',
  operatie: 'simuleerTermijnbeleid',
  onderwerp,
  samenvatting: 'Speel signalen van vroeger na met ander beleid',
  omschrijving:
    'Wat mensen deden blijft. Wat de klok deed wordt opnieuw beslist. Er verandert niets. De vingerafdruk hebt u nodig om dit beleid op te slaan. Het antwoord komt als alles is nagespeeld, en dat kan twee minuten duren. Wilt u weten hoe ver het is, of kunnen stoppen: begin de simulatie met POST /termijnbeleid/simulaties.',
  rollen: OVER_BELEID,
  ...metZinnen(Simulatievraag, SIMULATIEZINNEN),
  reply: SimulatieSchema,
})(async ({ body: { beleid, vanDatum, totEnMetDatum }, gebruiker, diensten }) => {
  const periode = { van: vanDatum, tot: totEnMetDatum };
  return { body: presentSimulatie(await weigerend(() => diensten.beleid.simuleer(beleid, periode, gebruiker.id))) };
});

export const beginSimulatie = route({
  method: 'post',
  path: '/termijnbeleid/simulaties',
  operatie: 'beginSimulatie',
  onderwerp,
  samenvatting: 'Begin een simulatie en wacht er niet op',
  omschrijving:
    'Hetzelfde als _simuleer, maar het antwoord komt meteen. Kijk op het adres in Location hoe ver de simulatie is. U hebt er één tegelijk. Dezelfde vraag nog eens, terwijl zij loopt, is dezelfde simulatie. Alleen u ziet haar, een dag lang of tot u een volgende begint.',
  rollen: OVER_BELEID,
  ...metZinnen(Simulatievraag, SIMULATIEZINNEN),
  reply: NaspelingSchema,
})(async ({ body: { beleid, vanDatum, totEnMetDatum }, gebruiker, diensten }) => {
  const { begin, lees } = diensten.beleid.naspelingen;
  const vraag = { beleid, periode: { van: vanDatum, tot: totEnMetDatum } };
  const { id } = await weigerend(() => begin(vraag, gebruiker.id));
  const naspeling = await lees(id, gebruiker.id);
  if (naspeling === null) throw new Error(`Simulation ${id} was begun and cannot be read`);
  const location = `${ADRESSEN.api()}/termijnbeleid/simulaties/${id}`;
  return { body: presentNaspeling(naspeling), headers: { location } };
});

export const leesSimulatie = route({
  method: 'get',
  path: '/termijnbeleid/simulaties/{simulatie}',
  operatie: 'leesSimulatie',
  onderwerp,
  samenvatting: 'Bekijk hoe ver uw simulatie is, en wat eruit kwam',
  omschrijving: 'Zolang zij loopt, staat in Retry-After na hoeveel seconden u weer kunt kijken.',
  rollen: OVER_BELEID,
  params: PadNaspeling,
  reply: NaspelingSchema,
})(async ({ params, gebruiker, diensten }) => {
  const naspeling = await diensten.beleid.naspelingen.lees(params.simulatie, gebruiker.id);
  if (naspeling === null) throw nietGevonden('Deze simulatie');
  return { body: presentNaspeling(naspeling), headers: naspeling.stand === 'bezig' ? { 'retry-after': '1' } : {} };
});

export const stopSimulatie = route({
  method: 'delete',
  path: '/termijnbeleid/simulaties/{simulatie}',
  operatie: 'stopSimulatie',
  onderwerp,
  samenvatting: 'Stop uw simulatie, of gooi weg wat eruit kwam',
  omschrijving: 'Het antwoord is zoals zij er daarvoor bij stond. Wat u al bewaarde, blijft.',
  rollen: OVER_BELEID,
  params: PadNaspeling,
  reply: NaspelingSchema,
})(async ({ params, gebruiker, diensten }) => {
  const { lees, stop } = diensten.beleid.naspelingen;
  const naspeling = await lees(params.simulatie, gebruiker.id);
  if (naspeling === null || !(await stop(naspeling.id, gebruiker.id))) throw nietGevonden('Deze simulatie');
  return { body: presentNaspeling(naspeling) };
});

const NIEUW = metZinnen(NieuwTermijnbeleid, TERMIJNBELEIDZINNEN);

export const bewaarBeleid = route({
  method: 'post',
  path: '/termijnbeleid',
  operatie: 'bewaarTermijnbeleid',
  onderwerp,
  samenvatting: 'Sla nieuw termijnbeleid op',
  omschrijving:
    'Alleen met de vingerafdruk van een simulatie van precies dit beleid. Lopende stappen houden hun versie.',
  rollen: ['functioneel_beheer', 'programmaleiding'],
  ...NIEUW,
  reply: TermijnbeleidSchema,
})(async ({ body: { geldigVanafDatum, ...nieuw }, gebruiker, diensten, opdracht }) => {
  if (geldigVanafDatum <= datumVan(diensten.nu()))
    throw new Probleem('ongeldige_invoer', { fouten: [fout('body', ['geldigVanafDatum'], 'verleden', NIEUW.zoek)] });
  const { versie } = await weigerend(() =>
    diensten.beleid.bewaar({ ...nieuw, opdracht, geldigVanaf: geldigVanafDatum, door: gebruiker.id }),
  );
  const [versies, personen] = await Promise.all([leesBeleidsversies(diensten.db()), leesPersonen(diensten.db())]);
  const bewaard = versies.find(({ beleid }) => beleid.versie === versie);
  if (bewaard === undefined) throw new Error(`Policy ${versie} was stored and cannot be read`);
  return { body: metBevindingen(bewaard, personen) };
});

function metBevindingen(versie: Beleidsversie, personen: readonly Persoon[]) {
  return presentBeleid(versie, controleerBeleid(versie.beleid, personen));
}

async function weigerend<T>(bewaar: () => Promise<T>): Promise<T> {
  try {
    return await bewaar();
  } catch (error) {
    if (error instanceof AlAanHetSimuleren)
      throw new Probleem('al_bezig', {
        detail: BELEIDSWEIGERINGEN.AlAanHetSimuleren,
        headers: { 'retry-after': '20' },
      });
    if (error instanceof Gestopt) throw new Probleem('al_bezig', { detail: BELEIDSWEIGERINGEN.Gestopt });
    if (error instanceof BeleidBotst)
      throw new Probleem('sleutel_hergebruikt', { detail: BELEIDSWEIGERINGEN.BeleidBotst });
    if (error instanceof NietGesimuleerd)
      throw new Probleem('niet_gesimuleerd', {
        detail: BELEIDSWEIGERINGEN.NietGesimuleerd,
      });
    if (error instanceof BeleidGewijzigd)
      throw new Probleem('beleid_gewijzigd', {
        detail: BELEIDSWEIGERINGEN.BeleidGewijzigd,
      });
    throw error;
  }
}
