import { leesWoordteksten, leesWoordvormen } from '#db/queries/kernteksten.ts';
import {
  leesLaatsteZoeking,
  leesPatroonvoorstel,
  lijstBeslotenVoorstellen,
  lijstWachtendeVoorstellen,
  type Patroonvoorsteldossier,
  type Patroonvoorstelregel,
  type Patroonzoeking,
} from '#db/queries/patroonvoorstellen.ts';
import type { Db } from '#db/sql.ts';
import type { Kijker } from '#domain/bevoegdheden.ts';
import { kernwoorden } from '#domain/detectie/kernwoorden.ts';
import { STAPELDAGEN } from '#domain/detectie/stapeling.ts';
import { type Datum, plusDagen } from '#domain/tijd/amsterdam.ts';

import { patroonzichtVan } from './lezen.ts';

/** What was found, as far as this person may see it: what waits on `vandaag` (Amsterdam), what was decided, and when was looked last. */
export async function leesVoorstellen(
  db: Db,
  vandaag: Datum,
  persoon: Kijker,
): Promise<{
  wachtend: Patroonvoorstelregel[];
  eerder: Patroonvoorstelregel[];
  laatsteZoeking: Patroonzoeking | null;
}> {
  const wachtend = await lijstWachtendeVoorstellen(db, vandaag);
  const eerder = await lijstBeslotenVoorstellen(db, vandaag);
  const woorden = await leesKernwoorden(db, [...wachtend, ...eerder], vandaag, persoon);
  const metWoorden = (regel: Patroonvoorstelregel) => ({ ...regel, woorden: woorden.get(regel.id) ?? [] });
  return {
    wachtend: wachtend.map(metWoorden),
    eerder: eerder.map(metWoorden),
    laatsteZoeking: await leesLaatsteZoeking(db),
  };
}

/** One of these on `vandaag` (Amsterdam); null where there is none for this person. */
export async function vindVoorstel(
  db: Db,
  id: string,
  vandaag: Datum,
  persoon: Kijker,
): Promise<Patroonvoorsteldossier | null> {
  const zicht = patroonzichtVan(persoon);
  const dossier = zicht === null ? null : await leesPatroonvoorstel(db, id, zicht);
  if (dossier === null) return null;
  const woorden = await leesKernwoorden(db, [dossier], vandaag, persoon);
  return { ...dossier, woorden: woorden.get(id) ?? [] };
}

/** The words that tell what each of these is about that was found by its words, by id; from texts that this person may read alone. */
async function leesKernwoorden(
  db: Db,
  voorstellen: readonly Patroonvoorstelregel[],
  vandaag: Datum,
  persoon: Kijker,
): Promise<Map<string, string[]>> {
  const ids = voorstellen.filter(({ indeling }) => indeling === 'tekst').map(({ id }) => id);
  const zicht = patroonzichtVan(persoon);
  if (ids.length === 0 || zicht === null) return new Map();
  const perVoorstel = Map.groupBy(await leesWoordvormen(db, ids, zicht), ({ voorstel }) => voorstel);
  const teksten = await leesWoordteksten(db, plusDagen(vandaag, 1 - STAPELDAGEN), vandaag);
  return new Map(
    [...perVoorstel].map(([id, vormen]) => {
      const eigen = new Set(vormen.map(({ signaal }) => signaal));
      const elders = new Map<string, number>();
      for (const { signaal, stammen } of teksten)
        if (!eigen.has(signaal)) for (const stam of stammen) elders.set(stam, (elders.get(stam) ?? 0) + 1);
      return [id, kernwoorden(vormen, elders)] as const;
    }),
  );
}
