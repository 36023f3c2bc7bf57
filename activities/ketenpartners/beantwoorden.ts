import type { Database } from '#db/database.ts';
import { type Db, rows, sql } from '#db/sql.ts';
import { type Antwoord, contactVan } from '#domain/signaal/opdracht.ts';
import { hexHash } from '#platform/hash.ts';
import type { KeyRing } from '#platform/key-ring.ts';

import { SleutelVernietigd } from '../schrijven/signaalsleutel.ts';
import { OpdrachtBotst, StroomBezet, StroomGeparkeerd, type Uitvoeren } from '../schrijven/uitvoeren.ts';
import { bewaarBijlagen, type GoedBestand, idVan } from './bijlagen.ts';
import { waaromNietDoorgeven } from './collega.ts';
import { voorLink, zoekSessie } from './toegang.ts';
import { leesVraag } from './vraag.ts';

/** For whom its queries run. */
const ALS = { rol: 'dienst', dienst: 'ketenpartners' } as const;

/** What the addressee of a link gives as an answer. */
export interface Beantwoording {
  antwoord: Antwoord;
  /** Free text by field. */
  tekst: Readonly<Record<string, string>>;
  bestanden: readonly GoedBestand[];
  /** The version that the addressee saw. */
  versie: number;
}

/**
 * `gedaan`, also when it is the same answer again; `ingehaald`: there is another answer to the same version already; `geweigerd` by
 * the rules, and why; `later`: nothing happened, the same may be tried again; `dood`: the link opens nothing any more.
 */
export type Uitslag = { soort: 'gedaan' | 'ingehaald' | 'later' | 'dood' } | { soort: 'geweigerd'; reden: string };

export type Beantwoord = (sessie: string, link: string, inhoud: Beantwoording) => Promise<Uitslag>;

export function createBeantwoord(
  database: Database,
  { voerUit, sleutelbos }: { voerUit: Uitvoeren['voerUit']; sleutelbos: KeyRing },
): Beantwoord {
  const db = () => database.voor(ALS);

  async function beantwoord(sessie: string, id: string, inhoud: Beantwoording): Promise<Uitslag> {
    const link = await zoekSessie(db(), sessie, id);
    const vraag = link === null ? null : await leesVraag(voorLink(database, link), link);
    if (link === null || link.verzoek === null || vraag === null) return { soort: 'dood' };
    const reden = inhoud.antwoord.soort === 'doorgegeven' ? waaromNietDoorgeven(link.adres, inhoud.tekst) : null;
    if (reden !== null) return { soort: 'geweigerd', reden };
    const plaats = { link: link.id, stroom: link.stroom, verzoek: link.verzoek };
    // What they answered already, from a form that was opened once more: by going back, or in another tab.
    const eerder = vraag.laatste === null ? null : await geef({ ...plaats, opdracht: vraag.laatste }, inhoud);
    if (eerder?.soort === 'gedaan') return eerder;
    // A refusal is kept under its id too, so what comes after it needs another.
    for (let poging = 0; poging < POGINGEN; poging += 1) {
      const opdracht = `partner-${hexHash(`${plaats.stroom} ${plaats.verzoek} ${inhoud.versie} ${poging}`, 40)}`;
      const uitslag = await geef({ ...plaats, opdracht }, inhoud);
      if (uitslag.soort !== 'botst') return uitslag;
      if (!(await isGeweigerd(db(), opdracht))) return { soort: 'ingehaald' };
    }
    return { soort: 'later' };
  }

  /** The answer and its files are one act: nothing is kept beforehand, so nothing has to be taken away afterwards. */
  async function geef(
    { link, ...plaats }: { link: string; stroom: string; verzoek: string; opdracht: string },
    { antwoord, tekst, bestanden }: Beantwoording,
  ): Promise<Uitslag | { soort: 'botst' }> {
    const { stroom, verzoek, opdracht } = plaats;
    const bijlagen = bestanden.map((bestand) => idVan(opdracht, bestand));
    try {
      const uitkomst = await voerUit(
        stroom,
        {
          id: opdracht,
          door: contactVan(verzoek),
          soort: 'verzoekBeantwoorden',
          verzoek,
          antwoord,
          ...(bijlagen.length > 0 && { bijlagen: [...new Set(bijlagen)].toSorted() }),
          tekst,
        },
        {
          vrager: { rol: 'partner', link },
          erbij: (tx, op) => bewaarBijlagen(tx, sleutelbos, { ...plaats, op }, bestanden),
        },
      );
      if (uitkomst.soort === 'gedaan') return { soort: 'gedaan' };
      return uitkomst.soort === 'geweigerd' ? { soort: 'geweigerd', reden: uitkomst.reden } : { soort: 'later' };
    } catch (error) {
      if (error instanceof SleutelVernietigd) return { soort: 'geweigerd', reden: GEWIST };
      if (error instanceof OpdrachtBotst) return { soort: 'botst' };
      if (error instanceof StroomGeparkeerd || error instanceof StroomBezet) return { soort: 'later' };
      throw error;
    }
  }

  return beantwoord;
}

async function isGeweigerd(db: Db, opdracht: string): Promise<boolean> {
  const [eerder] = await rows(
    db,
    sql`select from opdracht where id = ${opdracht} and antwoord ->> 'soort' = 'geweigerd'`,
  );
  return eerder !== undefined;
}

const GEWIST = 'Bij deze vraag kunt u geen bestanden meer meesturen. Verstuur uw antwoord zonder bestand.';

/** How often another answer may follow on a refused one, for one version of the question. */
const POGINGEN = 20;
