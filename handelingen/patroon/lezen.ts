import type * as z from 'zod';

import {
  type PatroongevolgSchema,
  presentPatroongevolg,
  presentVoorbeelden,
  type Voorbeelden,
} from '#contract/patroon.ts';
import { leesNamen } from '#db/queries/namen.ts';
import { leesOntvangers, leesPatroon, type Patroondossier, telOntvangers } from '#db/queries/patronen.ts';
import { type Lijstzicht, lijstzichtVan } from '#db/queries/zicht.ts';
import type { Db } from '#db/sql.ts';
import { heeftRol, type Kijker, PATROONLEZERS } from '#domain/bevoegdheden.ts';
import type { Patroonstaat } from '#domain/patroon/staat.ts';
import type { Patroongevolg } from '#domain/patroon/vooraf.ts';

/** Which signalen of a patroon this person sees; null for who reads no patronen. */
export function patroonzichtVan(persoon: Kijker): Lijstzicht | null {
  return PATROONLEZERS.some((rol) => heeftRol(persoon, rol)) ? lijstzichtVan(persoon) : null;
}

/** The patroon with this nummer, as far as this person may read it; null where there is none for them. */
export async function vindPatroon(db: Db, nummer: string, persoon: Kijker): Promise<Patroondossier | null> {
  const zicht = patroonzichtVan(persoon);
  return zicht === null ? null : leesPatroon(db, nummer, zicht);
}

/** What an act on a patroon would lead to, with the names in it. `voor` is the staat before it, null for one still to be opened. */
export async function toonPatroongevolg(
  db: Db,
  { gevolg, voor }: { gevolg: Patroongevolg; voor: Patroonstaat | null },
  kijker: Kijker,
): Promise<z.infer<typeof PatroongevolgSchema>> {
  const namen = await leesNamen(db, [gevolg.eigenaar]);
  const antwoordNaar = await krijgenHetNog(db, gevolg, voor, kijker);
  return presentPatroongevolg({ ...gevolg, antwoordNaar }, voor, (id) => namen[id]?.naam ?? id, kijker);
}

/** Of how many signalen the answer goes to the filer: the rules do not know who had it before it was stopped. */
async function krijgenHetNog(
  db: Db,
  { antwoordNaar }: Patroongevolg,
  voor: Patroonstaat | null,
  kijker: Kijker,
): Promise<number> {
  const zicht = patroonzichtVan(kijker);
  if (antwoordNaar === 0 || zicht === null || voor?.antwoord?.status !== 'gestopt') return antwoordNaar;
  return telOntvangers(db, { patroon: voor.id, versie: voor.antwoord.versie, zicht });
}

/** As many as one looks through before an answer goes out. */
const VOORBEELDEN = 100;

/** The answer as each reporter would read it who has not had it. */
export async function leesVoorbeelden(
  db: Db,
  { id, staat, antwoord }: Pick<Patroondossier, 'id' | 'staat' | 'antwoord'>,
  kijker: Kijker,
): Promise<z.infer<typeof Voorbeelden>> {
  const versie = staat.antwoord?.versie;
  const zicht = patroonzichtVan(kijker);
  const ontvangers =
    versie === undefined || zicht === null
      ? []
      : await leesOntvangers(db, { patroon: id, versie, na: null, limiet: VOORBEELDEN, zicht });
  const namen = await leesNamen(db, [...new Set(ontvangers.map(({ melder }) => melder))]);
  return presentVoorbeelden(antwoord ?? '', ontvangers, (wie) => namen[wie]?.naam ?? wie, kijker);
}
