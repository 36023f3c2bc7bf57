import { leesbereikIn } from '#contract/leesbereik.ts';
import { leesSignaal, leesSignaalstand, type Signaaldossier, type Signaalstand } from '#db/queries/signaal.ts';
import type { Db } from '#db/sql.ts';
import type { Kijker } from '#domain/bevoegdheden.ts';
import { DomainError } from '#domain/errors.ts';
import { gewistzin } from '#domain/signaal/opdrachten/wissen.ts';

/** What is not shown of a signaal: `regel` to who sees its line alone, `niets` when there is none for this person. */
export type Onleesbaar = 'regel' | 'niets';

/** What whoever sees its line alone is told. */
export const ALLEEN_DE_REGEL =
  'U ziet dit signaal in lijsten en cijfers. U kunt het lezen zodra u er bericht over krijgt, omdat het te lang duurt.';

/** How the signaal with this id or number stands, where this person may read it. Throws DomainError `gewist`, for who might have. */
export async function vindStand(db: Db, idOfNummer: string, kijker: Kijker): Promise<Signaalstand | Onleesbaar> {
  return voor(kijker, await leesSignaalstand(db, idOfNummer));
}

/** All of that signaal. Throws the same. */
export async function vindDossier(db: Db, idOfNummer: string, kijker: Kijker): Promise<Signaaldossier | Onleesbaar> {
  const dossier = await leesSignaal(db, idOfNummer);
  if (dossier !== null) return voor(kijker, dossier);
  const stand = await vindStand(db, idOfNummer, kijker);
  return typeof stand === 'string' ? stand : 'niets';
}

function voor<S extends Signaalstand>(kijker: Kijker, gevonden: S | null): S | Onleesbaar {
  const leesbereik = gevonden === null ? 'niets' : leesbereikIn(gevonden, kijker);
  if (gevonden === null || leesbereik === 'niets') return 'niets';
  if (leesbereik === 'regel') return 'regel';
  if (gevonden.staat.gewist !== undefined) throw new DomainError('gewist', gewistzin(gevonden.staat.gewist));
  return gevonden;
}
