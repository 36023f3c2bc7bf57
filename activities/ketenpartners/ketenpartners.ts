import type { Database } from '#db/database.ts';
import type { Db } from '#db/sql.ts';
import type { KeyRing } from '#platform/key-ring.ts';

import type { Afzender } from '../post/brief.ts';
import type { Uitvoeren } from '../schrijven/uitvoeren.ts';
import { type Adresboek, createAdresboek } from './adresboek.ts';
import { type Beantwoord, createBeantwoord } from './beantwoorden.ts';
import { type Bijlage, leesBijlagen, leesInhoud } from './bijlagen.ts';
import { type Inzage, leesInzage } from './inzage.ts';
import { createOpening, type Opening } from './opening.ts';
import { voorLink, zoekSessie } from './toegang.ts';
import { leesVraag, type Vraag } from './vraag.ts';

/** For whom its queries run. */
const ALS = { rol: 'dienst', dienst: 'ketenpartners' } as const;

export interface Ketenpartneronderdelen {
  database: Database;
  voerUit: Uitvoeren['voerUit'];
  /** The sender of the mails, such as `Signaalpunt <post@signaalpunt.example>`. */
  from: string;
  publicUrl: string;
  /** Wraps the key of every signaal. */
  sleutelbos: KeyRing;
}

/**
 * What a ketenpartner, or a consulent on whose behalf was filed, does with the link in a mail. Nothing here needs an account, and
 * nothing tells whether a dead link ever lived.
 */
export interface Ketenpartners extends Opening {
  /** The question behind a session; null when the session or the link is over, or leads to no question. */
  readonly lees: (sessie: string, link: string) => Promise<Vraag | null>;
  /** What the link of a consulent shows; null when the session or the link is over, or is a party's. */
  readonly leesInzage: (sessie: string, link: string) => Promise<Inzage | null>;
  /** Whether who has this session handed the question on, so that a colleague has it now. */
  readonly isDoorgegeven: (sessie: string, link: string) => Promise<boolean>;
  readonly beantwoord: Beantwoord;
  /** The files that came with the answers to the question behind a session, without what is in them. Throws MasterKeyMissing. */
  readonly meegestuurd: (sessie: string, link: string) => Promise<Bijlage[]>;
  readonly adresboek: Adresboek;
  /** The files that parties sent about one signaal, as far as who asks with `db` sees that. */
  readonly bijlagen: (db: Db, stroom: string) => Promise<Bijlage[]>;
  /** The content of one of them, or null. */
  readonly inhoudVan: (db: Db, stroom: string, bijlage: string) => Promise<Buffer | null>;
}

export function createKetenpartners({
  database,
  voerUit,
  from,
  publicUrl,
  sleutelbos,
}: Ketenpartneronderdelen): Ketenpartners {
  const afzender: Afzender = { from, publicUrl };
  const db = () => database.voor(ALS);

  async function lees(sessie: string, id: string): Promise<Vraag | null> {
    const link = await zoekSessie(db(), sessie, id);
    return link === null ? null : leesVraag(voorLink(database, link), link);
  }

  async function leesMee(sessie: string, id: string): Promise<Inzage | null> {
    const link = await zoekSessie(db(), sessie, id);
    return link === null ? null : leesInzage(voorLink(database, link), link);
  }

  async function meegestuurd(sessie: string, id: string): Promise<Bijlage[]> {
    const link = await zoekSessie(db(), sessie, id);
    return link === null ? [] : leesBijlagen(voorLink(database, link), sleutelbos, link.stroom);
  }

  return {
    ...createOpening(database, afzender),
    lees,
    leesInzage: leesMee,
    meegestuurd,
    // Only handing on leaves a session to a link that has ended.
    isDoorgegeven: async (sessie, link) => (await zoekSessie(db(), sessie, link))?.ingetrokken === true,
    beantwoord: createBeantwoord(database, { voerUit, sleutelbos }),
    adresboek: createAdresboek(database, afzender),
    bijlagen: (vrager, stroom) => leesBijlagen(vrager, sleutelbos, stroom),
    inhoudVan: (vrager, stroom, bijlage) => leesInhoud(vrager, sleutelbos, stroom, bijlage),
  };
}
