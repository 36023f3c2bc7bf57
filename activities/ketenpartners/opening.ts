import type { Database } from '#db/database.ts';
import type { Tijdstip } from '#domain/tijd/amsterdam.ts';
import { hexHash } from '#platform/hash.ts';

import type { Afzender } from '../post/brief.ts';
import { legKlaar } from '../post/brieven.ts';
import { codebrief } from './codebrief.ts';
import { leesInzage } from './inzage.ts';
import {
  beeindigSessie,
  type Codetoets,
  type Codevraag,
  gemaskeerd,
  type Link,
  maakCode,
  toetsCode,
  voorLink,
  zoekLink,
} from './toegang.ts';
import { leesVraag } from './vraag.ts';

/** For whom its queries run. */
const ALS = { rol: 'dienst', dienst: 'ketenpartners' } as const;

/** Who sent a link, and to which address, half legible. */
export interface Aankondiging {
  afzender: string;
  adres: string;
}

/** How a link is opened with a code, and closed again. Nothing tells whether a dead link ever lived. */
export interface Opening {
  /** What anybody with the link may see before it is opened; null for a dead one. Changes nothing. */
  readonly kondigAan: (token: string) => Promise<Aankondiging | null>;
  /** Mails a code to the address of the link; null for a dead one. */
  readonly vraagCode: (token: string) => Promise<Codevraag['soort'] | null>;
  /** Tries a code; null for a dead link. */
  readonly open: (token: string, code: string) => Promise<(Codetoets & { link: string }) | null>;
  readonly sluit: (sessie: string) => Promise<void>;
}

export function createOpening(database: Database, afzender: Afzender): Opening {
  const db = () => database.voor(ALS);

  /** A link that opens, and the present of its stream. */
  async function levend(token: string): Promise<{ link: Link; nu: Tijdstip; afzender: string } | null> {
    const link = await zoekLink(db(), token);
    if (link === null) return null;
    const voor = voorLink(database, link);
    const opent = link.verzoek === null ? await leesInzage(voor, link) : await leesVraag(voor, link);
    if (opent === null) return null;
    return { link, nu: opent.nu, afzender: 'vrager' in opent ? opent.vrager.naam : opent.melder.naam };
  }

  async function kondigAan(token: string): Promise<Aankondiging | null> {
    const gevonden = await levend(token);
    return gevonden === null ? null : { afzender: gevonden.afzender, adres: gemaskeerd(gevonden.link.adres) };
  }

  async function vraagCode(token: string): Promise<Codevraag['soort'] | null> {
    const gevonden = await levend(token);
    if (gevonden === null) return null;
    const { link, nu } = gevonden;
    return database.inTransaction(ALS, async (tx) => {
      const uitslag = await maakCode(tx, link, token);
      if (uitslag.soort === 'nieuw') {
        const sleutel = `code-${hexHash(`${token} ${uitslag.code} ${nu}`, 40)}`;
        await legKlaar(tx, afzender, { adres: link.adres, brief: codebrief(uitslag.code), sleutel, op: nu });
      }
      return uitslag.soort;
    });
  }

  async function open(token: string, code: string): Promise<(Codetoets & { link: string }) | null> {
    const gevonden = await levend(token);
    if (gevonden === null) return null;
    const { link, nu } = gevonden;
    const toets = await database.inTransaction(ALS, (tx) => toetsCode(tx, link, token, code, nu));
    return { ...toets, link: link.id };
  }

  return { kondigAan, vraagCode, open, sluit: (sessie) => beeindigSessie(db(), sessie) };
}
