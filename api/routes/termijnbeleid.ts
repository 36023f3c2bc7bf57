import { AlAanHetSimuleren, BeleidBotst, BeleidGewijzigd, NietGesimuleerd } from '#activities/beleid.ts';
import { presentSimulatie, SimulatieSchema, Simulatievraag, SIMULATIEZINNEN } from '#contract/simulatie.ts';
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

import { Probleem } from '../problem.ts';
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
    'Wat mensen deden blijft. Wat de klok deed wordt opnieuw beslist. Er verandert niets. De vingerafdruk hebt u nodig om dit beleid op te slaan.',
  rollen: OVER_BELEID,
  ...metZinnen(Simulatievraag, SIMULATIEZINNEN),
  reply: SimulatieSchema,
})(async ({ body: { beleid, vanDatum, totEnMetDatum }, gebruiker, diensten }) => {
  const periode = { van: vanDatum, tot: totEnMetDatum };
  return { body: presentSimulatie(await weigerend(() => diensten.beleid.simuleer(beleid, periode, gebruiker.id))) };
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
