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
  const [wachtend, eerder, laatsteZoeking] = await Promise.all([
    lijstWachtendeVoorstellen(db, vandaag),
    lijstBeslotenVoorstellen(db, vandaag),
    leesLaatsteZoeking(db),
  ]);
  const alle = await metWoorden(db, [...wachtend, ...eerder], vandaag, persoon);
  return { wachtend: alle.slice(0, wachtend.length), eerder: alle.slice(wachtend.length), laatsteZoeking };
}

/** What waits on `vandaag` (Amsterdam), with the words as far as this person may read them. */
export async function leesWachtendeVoorstellen(
  db: Db,
  vandaag: Datum,
  persoon: Kijker,
): Promise<Patroonvoorstelregel[]> {
  return metWoorden(db, await lijstWachtendeVoorstellen(db, vandaag), vandaag, persoon);
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
  const [metWoord = dossier] = await metWoorden(db, [dossier], vandaag, persoon);
  return metWoord;
}

/** These with the words that tell what each is about. */
async function metWoorden<V extends Patroonvoorstelregel>(
  db: Db,
  voorstellen: readonly V[],
  vandaag: Datum,
  persoon: Kijker,
): Promise<V[]> {
  const woorden = await leesKernwoorden(db, voorstellen, vandaag, persoon);
  return voorstellen.map((voorstel) => ({ ...voorstel, woorden: woorden.get(voorstel.id) ?? [] }));
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
  const [vormen, teksten] = await Promise.all([
    leesWoordvormen(db, ids, zicht),
    leesWoordteksten(db, plusDagen(vandaag, 1 - STAPELDAGEN), vandaag),
  ]);
  const perVoorstel = Map.groupBy(vormen, ({ voorstel }) => voorstel);
  return new Map(
    [...perVoorstel].map(([id, eigenVormen]) => {
      const eigen = new Set(eigenVormen.map(({ signaal }) => signaal));
      const elders = new Map<string, number>();
      for (const { signaal, stammen } of teksten)
        if (!eigen.has(signaal)) for (const stam of stammen) elders.set(stam, (elders.get(stam) ?? 0) + 1);
      return [id, kernwoorden(eigenVormen, elders)] as const;
    }),
  );
}
