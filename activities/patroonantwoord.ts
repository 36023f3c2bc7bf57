import type { Database } from '#db/database.ts';
import { type Antwoordontvanger, leesAntwoordtekst, leesOntvangers } from '#db/queries/patronen.ts';
import { antwoordOpMaat } from '#domain/patroon/antwoord-op-maat.ts';
import { DIENST } from '#domain/signaal/opdracht.ts';
import { hexHash } from '#platform/hash.ts';

import { Schrijffout, type Uitvoeren } from './schrijven/uitvoeren.ts';

/** For whom its queries run. */
const ALS = { rol: 'dienst', dienst: 'patronen' } as const;

/** As many as are done well within the two seconds of a local activity. */
const PER_DEEL = 20;

/** How far a round is. */
export interface Verzenddeel {
  /** The last signaal that was looked at; the next part begins after it. */
  na: string | null;
  /** How many could not be given it now. */
  mist: number;
  /** There is nobody after these. */
  klaar: boolean;
}

/** Brings the answer on a patroon to the next of its reporters. */
export type VerstuurDeel = (patroon: string, versie: number, na: string | null, mist: number) => Promise<Verzenddeel>;

/**
 * Gives the next reporters after `na` this version of the answer, each made to fit their signaal. The id of each act is that of patroon,
 * version and signaal, so that doing it again changes nothing. After the last of them the round is rounded off, unless one was missed.
 */
export function createVerstuurDeel(
  database: Database,
  { voerUit, stand }: Pick<Uitvoeren, 'voerUit' | 'stand'>,
): VerstuurDeel {
  return async (patroon, versie, na, mist) => {
    const { versturen, inhoudsversie } = await stand(patroon);
    if (versturen !== versie) return { na, mist: 0, klaar: true };
    const db = database.voor(ALS);
    const antwoord = (await leesAntwoordtekst(db, patroon)) ?? '';
    const ontvangers = await leesOntvangers(db, { patroon, versie, na, limiet: PER_DEEL });
    let gemist = mist;
    for (const ontvanger of ontvangers) if (!(await geef(ontvanger))) gemist += 1;
    const klaar = ontvangers.length < PER_DEEL;
    if (klaar && gemist === 0) {
      // Of each time that it was on its way: a later reporter may be given the same version.
      const id = hexHash(`${patroon}\n${versie}\n${inhoudsversie}\nklaar`, 40);
      // Who joined since the round began is told in the next one: what is rounded off is what this one knew.
      await voerUit(patroon, { soort: 'antwoordAfronden', versie, id, door: DIENST }, { inhoudsversie });
    }
    return { na: ontvangers.at(-1)?.stroom ?? na, mist: gemist, klaar };

    async function geef(ontvanger: Antwoordontvanger): Promise<boolean> {
      const id = hexHash(`${patroon}\n${versie}\n${ontvanger.stroom}`, 40);
      const tekst = { terugkoppeling: antwoordOpMaat(antwoord, ontvanger) };
      try {
        await voerUit(ontvanger.stroom, { soort: 'patroonantwoordGeven', patroon, versie, tekst, id, door: DIENST });
        return true;
      } catch (error) {
        // Parked, or kept by somebody else for long: the others go on, and this one is tried again.
        if (!(error instanceof Schrijffout)) throw error;
        return false;
      }
    }
  };
}
