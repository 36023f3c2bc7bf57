import type { MikroORM } from '@mikro-orm/postgresql';

import { rows, sql } from '#db/sql.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Antwoord } from '#domain/signaal/opdracht.ts';
import { contactVan } from '#domain/signaal/opdracht.ts';
import type { Tijdstip } from '#domain/tijd/amsterdam.ts';
import { hexHash } from '#platform/hash.ts';

import type { Afzender } from '../post/brief.ts';
import { legKlaar } from '../post/brieven.ts';
import { OpdrachtBotst, StroomBezet, StroomGeparkeerd, type Uitvoeren } from '../schrijven/uitvoeren.ts';
import { type Adresboek, createAdresboek } from './adresboek.ts';
import {
  type Bijlage,
  bewaarBijlagen,
  type GoedBestand,
  idVan,
  leesBijlagen,
  leesInhoud,
  SleutelVernietigd,
} from './bijlagen.ts';
import { codebrief } from './codebrief.ts';
import { waaromNietDoorgeven } from './collega.ts';
import { type Inzage, leesInzage } from './inzage.ts';
import {
  beeindigSessie,
  type Codetoets,
  type Codevraag,
  gemaskeerd,
  type Link,
  maakCode,
  toetsCode,
  zoekLink,
  zoekSessie,
} from './toegang.ts';
import { leesVraag, type Vraag } from './vraag.ts';

export interface Ketenpartneronderdelen {
  orm: MikroORM;
  voerUit: Uitvoeren['voerUit'];
  /** The sender of the mails, such as `Signaalpunt <post@signaalpunt.example>`. */
  from: string;
  publicUrl: string;
  /** 32 bytes: wraps the key of every signaal. */
  bijlageKey: Uint8Array;
}

/** Who sent a link, and to which address, half legible. */
export interface Aankondiging {
  afzender: string;
  adres: string;
}

/** What the addressee of a link gives as an answer. */
export interface Beantwoording {
  antwoord: Antwoord;
  /** Free text by field. */
  tekst: Readonly<Record<string, string>>;
  bestanden: readonly GoedBestand[];
  /** The version that the coordinator saw. */
  versie: number;
}

/**
 * `gedaan`, also when it is the same answer again; `ingehaald`: there is another answer to the same version already; `geweigerd` by
 * the rules, and why; `later`: nothing happened, the same may be tried again; `dood`: the link opens nothing any more.
 */
export type Uitslag = { soort: 'gedaan' | 'ingehaald' | 'later' | 'dood' } | { soort: 'geweigerd'; reden: string };

/**
 * What a ketenpartner, or a consulent on whose behalf was filed, does with the link in a mail. Nothing here needs an account, and
 * nothing tells whether a dead link ever lived.
 */
export interface Ketenpartners {
  /** What anybody with the link may see before it is opened; null for a dead one. Changes nothing. */
  readonly kondigAan: (token: string) => Promise<Aankondiging | null>;
  /** Mails a code to the address of the link; null for a dead one. */
  readonly vraagCode: (token: string) => Promise<Codevraag['soort'] | null>;
  /** Tries a code; null for a dead link. */
  readonly open: (token: string, code: string) => Promise<(Codetoets & { link: string }) | null>;
  /** The question behind a session; null when the session or the link is over, or leads to no question. */
  readonly lees: (sessie: string, link: string) => Promise<Vraag | null>;
  /** What the link of a consulent shows; null when the session or the link is over, or is a party's. */
  readonly leesInzage: (sessie: string, link: string) => Promise<Inzage | null>;
  readonly beantwoord: (sessie: string, link: string, inhoud: Beantwoording) => Promise<Uitslag>;
  readonly sluit: (sessie: string) => Promise<void>;
  readonly adresboek: Adresboek;
  /** The files that parties sent about one signaal. */
  readonly bijlagen: (stroom: string) => Promise<Bijlage[]>;
  /** The content of one of them, or null. */
  readonly inhoudVan: (stroom: string, bijlage: string) => Promise<Buffer | null>;
}

export function createKetenpartners({
  orm,
  voerUit,
  from,
  publicUrl,
  bijlageKey,
}: Ketenpartneronderdelen): Ketenpartners {
  const afzender: Afzender = { from, publicUrl };
  const db = () => orm.em.fork().getKysely();

  /** A link that opens, and the present of its stream. */
  async function levend(token: string): Promise<{ link: Link; nu: Tijdstip; afzender: string } | null> {
    const link = await zoekLink(db(), token);
    if (link === null) return null;
    const opent = link.verzoek === null ? await leesInzage(db(), link) : await leesVraag(db(), link);
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
    return inTransaction(orm, async (tx) => {
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
    const toets = await inTransaction(orm, (tx) => toetsCode(tx, link, token, code, nu));
    return { ...toets, link: link.id };
  }

  async function lees(sessie: string, id: string): Promise<Vraag | null> {
    const link = await zoekSessie(db(), sessie, id);
    return link === null ? null : leesVraag(db(), link);
  }

  async function leesMee(sessie: string, id: string): Promise<Inzage | null> {
    const link = await zoekSessie(db(), sessie, id);
    return link === null ? null : leesInzage(db(), link);
  }

  async function beantwoord(sessie: string, id: string, inhoud: Beantwoording): Promise<Uitslag> {
    const link = await zoekSessie(db(), sessie, id);
    const vraag = link === null ? null : await leesVraag(db(), link);
    if (link === null || link.verzoek === null || vraag === null) return { soort: 'dood' };
    const reden = inhoud.antwoord.soort === 'doorgegeven' ? waaromNietDoorgeven(link.adres, inhoud.tekst) : null;
    if (reden !== null) return { soort: 'geweigerd', reden };
    const plaats = { stroom: link.stroom, verzoek: link.verzoek };
    // A refusal is kept under its id too, so what comes after it needs another.
    for (let poging = 0; poging < POGINGEN; poging += 1) {
      const opdracht = `partner-${hexHash(`${plaats.stroom} ${plaats.verzoek} ${inhoud.versie} ${poging}`, 40)}`;
      const uitslag = await geef({ ...plaats, opdracht }, inhoud);
      if (uitslag.soort !== 'botst') return uitslag;
      if (!(await isGeweigerd(opdracht))) return { soort: 'ingehaald' };
    }
    return { soort: 'later' };
  }

  /** The answer and its files are one act: nothing is kept beforehand, so nothing has to be taken away afterwards. */
  async function geef(
    plaats: { stroom: string; verzoek: string; opdracht: string },
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
        { erbij: (tx, op) => bewaarBijlagen(tx, bijlageKey, { ...plaats, op }, bestanden) },
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

  async function isGeweigerd(opdracht: string): Promise<boolean> {
    const [eerder] = await rows(
      db(),
      sql`select from opdracht where id = ${opdracht} and antwoord ->> 'soort' = 'geweigerd'`,
    );
    return eerder !== undefined;
  }

  return {
    kondigAan,
    vraagCode,
    open,
    lees,
    leesInzage: leesMee,
    beantwoord,
    sluit: (sessie) => beeindigSessie(db(), sessie),
    adresboek: createAdresboek(orm, afzender),
    bijlagen: (stroom) => leesBijlagen(db(), bijlageKey, stroom),
    inhoudVan: (stroom, bijlage) => leesInhoud(db(), bijlageKey, stroom, bijlage),
  };
}

const GEWIST = 'Bij deze vraag kunt u geen bestanden meer meesturen. Verstuur uw antwoord zonder bestand.';

/** How often another answer may follow on a refused one, for one version of the question. */
const POGINGEN = 20;
