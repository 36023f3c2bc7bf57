import type { Database, Namens } from '#db/database.ts';
import type { Db } from '#db/sql.ts';
import { DomainError } from '#domain/errors.ts';
import { DIENST, isContact, type Opdracht } from '#domain/signaal/opdracht.ts';
import type { Stroomsoort } from '#domain/stroom/soorten.ts';
import type { Tijdstip } from '#domain/tijd/amsterdam.ts';

import { bewaarAntwoord, eerderAntwoord, type Gedaan, type Geweigerd } from './antwoorden.ts';
import { type Stroomdeel, delenVan } from './delen.ts';
import { RegelsFalen, StroomGeparkeerd, StroomNietGevonden } from './fouten.ts';
import { leesOmgeving, type Omgeving } from './omgeving.ts';
import { parkeer } from './parkeren.ts';
import { alsSchrijver, schrijfVoor } from './schrijver.ts';
import {
  type Gevolgvan,
  kent,
  type Opdrachtvan,
  type Soortvan,
  soortVan,
  type Staatvan,
  STROOMREGELS,
} from './soorten.ts';
import { leesStroom, type Stand, standVan, type Stroom, vergrendel, vergrendelAlle, verzetKlok } from './stroom.ts';
import { legVast } from './vastleggen.ts';
import { type Schakel, verloopVan, volgensDeRegels } from './verloop.ts';

export { OpdrachtBotst, Schrijffout, StroomBezet, StroomGeparkeerd, StroomNietGevonden } from './fouten.ts';

export type { Stand } from './stroom.ts';

/** The asker knew an older version of the stream. */
export interface Verouderd {
  soort: 'verouderd';
  inhoudsversie: number;
}

/** What an act would lead to at `nu`, and how it stands before. */
export interface Vooruitblik<K extends Stroomsoort = 'signaal'> {
  soort: 'gevolg';
  nu: Tijdstip;
  voor: Staatvan<K> | null;
  gevolg: Gevolgvan<K>;
}

export type Outcome<K extends Stroomsoort = 'signaal'> = Gedaan<K> | Geweigerd | Verouderd;

type Indienen = Extract<Opdracht, { soort: 'indienen' }>;

/** What can be asked of any stream. */
type ElkeOpdracht = Stroomdeel['opdracht'];

/** The only writer of signalen and patronen, whoever asks. Every call is one transaction on locked rows: one, or two that touch each other. */
export interface Uitvoeren {
  /**
   * A person acts. Asked again with the same opdracht id it has no further effect and gets the same answer. Throws
   * StroomNietGevonden, StroomGeparkeerd, OpdrachtBotst, or StroomBezet (nothing happened, asking again is safe).
   */
  readonly voerUit: <O extends ElkeOpdracht>(
    stroom: string,
    opdracht: O,
    opties?: Opties,
  ) => Promise<Outcome<Soortvan<O>>>;
  /**
   * Carries out what is due, if `sleutel` is still the next milestone and its time has come; else changes nothing.
   * `eigenTijd` is the time of the workflow: where streams may travel, the stream moves on to it. Throws StroomNietGevonden,
   * StroomBezet.
   */
  readonly mijlpaal: (stroom: string, sleutel: string, eigenTijd: Tijdstip) => Promise<Stand>;
  /**
   * What this act would lead to now, or the refusal. Writes nothing and waits for nobody. Throws StroomNietGevonden,
   * StroomGeparkeerd.
   */
  readonly vooraf: <O extends ElkeOpdracht>(
    stroom: string,
    opdracht: O,
  ) => Promise<Vooruitblik<Soortvan<O>> | Geweigerd>;
  /** The same of one filing with other choices, of which one may be made: what they need is read once. */
  readonly voorafElk: (stroom: string, opdrachten: readonly Indienen[]) => Promise<(Vooruitblik | Geweigerd)[]>;
  /** Where the stream stands, on its own clock. Throws as `mijlpaal` does. */
  readonly stand: (stroom: string) => Promise<Stand>;
  /** The same, after it has moved on to `eigenTijd`. */
  readonly leesStand: (stroom: string, eigenTijd: Tijdstip) => Promise<Stand>;
}

export interface Opties {
  /** Who asks, when that is nobody with an account: the row is locked for that one. */
  vrager?: Namens;
  /** The version that the asker knew. */
  inhoudsversie?: number;
  /**
   * What is written beside the act, in its transaction: both are there, or neither. Called when the act is done for the first time,
   * with the moment on the clock of the stream. What it throws is thrown on, and then nothing happened.
   */
  erbij?: (db: Db, op: Tijdstip) => Promise<void>;
  /** Stands for what is written beside it: the same opdracht with something else beside it is another one. */
  erbijAfdruk?: string;
}

export interface Onderdelen {
  database: Database;
  /** Streams may have a clock of their own. The database has the last word on that. */
  reizen: boolean;
  /** How far the clock of a stream that begins now is ahead of the world's, in milliseconds; 0 unless streams may travel. */
  voorsprongMs?: () => number;
}

export function createUitvoeren({ database, reizen, voorsprongMs = () => 0 }: Onderdelen): Uitvoeren {
  async function voerUit<O extends ElkeOpdracht>(
    id: string,
    opdracht: O,
    opties: Opties = {},
  ): Promise<Outcome<Soortvan<O>>> {
    const delen = delenVan(id, opdracht);
    try {
      const outcome: Outcome<Stroomsoort> = await schrijfVoor(
        database,
        opties.vrager ?? vragerVan(opdracht),
        (db) => vergrendelAlle(db, new Set(delen.map((deel) => deel.id))),
        (db, stromen) => handel(db, { delen, stromen }, { ...opties, voorsprongMs: voorsprongMs() }),
      );
      // The stream of the opdracht is of its kind: another one does not know it.
      return outcome as Outcome<Soortvan<O>>;
    } catch (error) {
      if (!(error instanceof RegelsFalen) || !(await parkeer(database, error))) throw error;
      throw new StroomGeparkeerd(GEPARKEERD, { cause: error });
    }
  }

  async function mijlpaal(id: string, sleutel: string, eigenTijd: Tijdstip): Promise<Stand> {
    try {
      return await alsSchrijver(database, (db) => tik(db, id, sleutel, reizen ? { eigenTijd } : {}));
    } catch (error) {
      if (!(error instanceof RegelsFalen)) throw error;
      await parkeer(database, error);
      return leesStand(id, eigenTijd);
    }
  }

  function leesStand(id: string, eigenTijd: Tijdstip): Promise<Stand> {
    return alsSchrijver(database, (db) => tik(db, id, null, reizen ? { eigenTijd } : {}));
  }

  async function blikVooruit<O extends ElkeOpdracht>(
    id: string,
    opdracht: O,
  ): Promise<Vooruitblik<Soortvan<O>> | Geweigerd> {
    const vind = (db: Db): Promise<Stroom | undefined> => leesStroom(db, id);
    const gezien = await schrijfVoor(database, vragerVan(opdracht), vind, async (db, stroom) =>
      vooruit(await opTijd(db, stroom, { id, opdracht }, voorsprongMs())),
    );
    return gezien as Vooruitblik<Soortvan<O>> | Geweigerd;
  }

  function blikElkVooruit(id: string, opdrachten: readonly Indienen[]): Promise<(Vooruitblik | Geweigerd)[]> {
    const [eerste] = opdrachten;
    if (eerste === undefined) return Promise.resolve([]);
    return schrijfVoor(
      database,
      vragerVan(eerste),
      (db) => leesStroom(db, id),
      async (db, stroom) => {
        const zaak = await opTijd(db, stroom, { id, opdracht: eerste }, voorsprongMs());
        return opdrachten.map((opdracht) => vooruit({ ...zaak, opdracht }) as Vooruitblik | Geweigerd);
      },
    );
  }

  function stand(id: string): Promise<Stand> {
    return alsSchrijver(database, (db) => tik(db, id, null, {}));
  }

  return { voerUit, mijlpaal, stand, leesStand, vooraf: blikVooruit, voorafElk: blikElkVooruit };
}

/** The same, locked and as the clock left it. */
interface Zaak<K extends Stroomsoort = Stroomsoort> {
  soort: K;
  id: string;
  opdracht: Opdrachtvan<K>;
  stroom: Stroom<K> | undefined;
  omgeving: Omgeving;
  ingehaald: Schakel<K>[];
  staat: Staatvan<K> | null;
}

/** The transaction of a person's act. It happens to every stream that it touches, or to none. */
async function handel(
  db: Db,
  { delen, stromen }: { delen: readonly [Stroomdeel, ...Stroomdeel[]]; stromen: ReadonlyMap<string, Stroom> },
  { inhoudsversie, erbij, erbijAfdruk, voorsprongMs }: Opties & { voorsprongMs: number },
): Promise<Outcome<Stroomsoort>> {
  const [{ id, opdracht }] = delen;
  const gevraagd = { stroom: id, opdracht, ...(erbijAfdruk !== undefined && { erbij: erbijAfdruk }) };
  const eerder = await eerderAntwoord(db, gevraagd);
  if (eerder !== undefined) return eerder;

  const zaken: [Zaak, ...Zaak[]] = [await opTijd(db, stromen.get(id), delen[0], voorsprongMs)];
  for (const deel of delen.slice(1)) zaken.push(await opTijd(db, stromen.get(deel.id), deel, voorsprongMs));
  const [{ staat, omgeving }] = zaken;
  if (staat !== null && inhoudsversie !== undefined && staat.inhoudsversie !== inhoudsversie) {
    await schrijfAlle(db, zaken, () => []);
    return { soort: 'verouderd', inhoudsversie: staat.inhoudsversie };
  }

  const besluiten = new Map(zaken.map((zaak) => [zaak.id, doorDePersoon(zaak)]));
  const geweigerd = [...besluiten.values()].find((besluit) => 'code' in besluit);
  const verloop = (zaak: Zaak): readonly Schakel<Stroomsoort>[] => {
    const besluit = besluiten.get(zaak.id);
    return geweigerd !== undefined || besluit === undefined || 'code' in besluit ? [] : besluit;
  };
  const stand = await schrijfAlle(db, zaken, verloop);
  const antwoord = geweigerd ?? gedaan(stand, id, verloop(zaken[0]));
  await bewaarAntwoord(db, gevraagd, antwoord, omgeving.nu);
  if (geweigerd === undefined) await erbij?.(db, omgeving.nu);
  return antwoord;
}

/** A person finds only what they see. What the service does, and what it does for a party, was let in before; what begins has nothing to find. */
function vragerVan(opdracht: ElkeOpdracht): Namens | null {
  const { soort, door } = opdracht;
  if (soort === STROOMREGELS[soortVan(opdracht)].begin || door === DIENST || isContact(door)) return null;
  return { rol: 'lezer', persoon: door };
}

/** Brings one stream up to now, on its own clock. */
async function opTijd(
  db: Db,
  stroom: Stroom | undefined,
  { id, opdracht }: Stroomdeel,
  voorsprongMs: number,
): Promise<Zaak> {
  const soort = stroom?.soort ?? soortVan(opdracht);
  const { naam, begin } = STROOMREGELS[soort];
  if (!kent(soort, opdracht) || (stroom === undefined && opdracht.soort !== begin))
    throw new StroomNietGevonden(`${naam} bestaat niet.`);
  if (stroom?.geparkeerd === true) throw new StroomGeparkeerd(GEPARKEERD);
  const omgeving = await leesOmgeving(db, stroom, { opdracht, voorsprongMs });
  const ingehaald = stroom === undefined ? [] : doorDeKlok(stroom, omgeving);
  const staat = ingehaald.at(-1)?.na ?? stroom?.staat ?? null;
  return { soort, id, opdracht, stroom, omgeving, ingehaald, staat };
}

/** Writes what the clock did and then the person, in every stream. Returns the stand of the first. */
async function schrijfAlle(
  db: Db,
  zaken: readonly [Zaak, ...Zaak[]],
  verloop: (zaak: Zaak) => readonly Schakel<Stroomsoort>[],
): Promise<Stand | undefined> {
  const standen: (Stand | undefined)[] = [];
  for (const zaak of zaken) {
    const alles = [...zaak.ingehaald, ...verloop(zaak)];
    const isNiets = zaak.stroom === undefined && alles.length === 0;
    standen.push(isNiets ? undefined : await legVast(db, zaak.soort, zaak.stroom, alles, zaak.omgeving, { wek: true }));
  }
  return standen[0];
}

/** The transaction of the clock: what is due if `sleutel` is next, or a look alone when it is null. */
async function tik(db: Db, id: string, sleutel: string | null, tijd: { eigenTijd?: Tijdstip }): Promise<Stand> {
  const stroom = await vergrendel(db, id);
  if (stroom === undefined) throw new StroomNietGevonden('Dit bestaat niet.');
  const omgeving = await leesOmgeving(db, stroom, tijd);
  const { volgende, geparkeerd } = stroom;
  const isAanDeBeurt = !geparkeerd && volgende !== null && volgende.sleutel === sleutel && volgende.op <= omgeving.nu;
  // The workflow that asked gets the new stand as its answer, so it need not be woken.
  if (isAanDeBeurt) return legVast(db, stroom.soort, stroom, doorDeKlok(stroom, omgeving), omgeving, { wek: false });
  if (omgeving.klokverschilMs !== stroom.klokverschilMs) await verzetKlok(db, id, omgeving.klokverschilMs);
  return standVan(stroom, omgeving.nu);
}

/** Everything that the clock owes now. */
function doorDeKlok<K extends Stroomsoort>({ soort, id, staat }: Stroom<K>, { nu, kader }: Omgeving): Schakel<K>[] {
  return volgensDeRegels(id, () => verloopVan(soort, id, staat, STROOMREGELS[soort].haalIn(staat, nu, kader)));
}

/** What the person's act leads to, or the refusal. */
function doorDePersoon<K extends Stroomsoort>(zaak: Zaak<K>): Schakel<K>[] | Geweigerd {
  const { soort, id, staat, opdracht, omgeving } = zaak;
  const { nu, kader } = omgeving;
  return ofGeweigerd(id, () =>
    verloopVan(soort, id, staat, STROOMREGELS[soort].beslis(id, staat, opdracht, nu, kader)),
  );
}

/** What it would lead to, or the refusal. */
function vooruit<K extends Stroomsoort>(zaak: Zaak<K>): Vooruitblik<K> | Geweigerd {
  const { soort, id, staat, opdracht, omgeving } = zaak;
  const { nu, kader } = omgeving;
  return ofGeweigerd<Vooruitblik<K>>(id, () => ({
    soort: 'gevolg',
    nu,
    voor: staat,
    gevolg: STROOMREGELS[soort].vooraf(id, staat, opdracht, nu, kader),
  }));
}

/** What the rules answer to a person, or their refusal. */
function ofGeweigerd<T>(stroom: string, regels: () => T): T | Geweigerd {
  return volgensDeRegels(stroom, () => {
    try {
      return regels();
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { soort: 'geweigerd', code: error.code, reden: error.message };
    }
  });
}

function gedaan(stand: Stand | undefined, id: string, besluit: readonly Schakel<Stroomsoort>[]): Gedaan<Stroomsoort> {
  if (stand === undefined) throw new Error(`Nothing was written of ${id}`);
  const gebeurtenissen = besluit.map(({ gebeurtenis: { tekst: _tekst, ...zonderTekst } }) => zonderTekst);
  return { soort: 'gedaan', id, nummer: stand.nummer, stand, gebeurtenissen };
}

const GEPARKEERD = 'Dit signaal vraagt aandacht van de beheerder.';
