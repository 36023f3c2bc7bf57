import type { Database, Namens } from '#db/database.ts';
import type { Db } from '#db/sql.ts';
import { DomainError } from '#domain/errors.ts';
import { beslis } from '#domain/signaal/beslis.ts';
import { haalIn } from '#domain/signaal/haal-in.ts';
import { DIENST, isContact, type Opdracht } from '#domain/signaal/opdracht.ts';
import type { Staat } from '#domain/signaal/staat.ts';
import { type Gevolg, vooraf } from '#domain/signaal/vooraf.ts';
import type { Tijdstip } from '#domain/tijd/amsterdam.ts';

import { bewaarAntwoord, eerderAntwoord, type Gedaan, type Geweigerd } from './antwoorden.ts';
import { RegelsFalen, StroomGeparkeerd, StroomNietGevonden } from './fouten.ts';
import { leesOmgeving, type Omgeving } from './omgeving.ts';
import { parkeer } from './parkeren.ts';
import { alsSchrijver, schrijfVoor } from './schrijver.ts';
import { leesStroom, type Stand, standVan, type Stroom, vergrendel, vergrendelAlle, verzetKlok } from './stroom.ts';
import { legVast } from './vastleggen.ts';
import { type Schakel, verloopVan, volgensDeRegels } from './verloop.ts';

export { OpdrachtBotst, Schrijffout, StroomBezet, StroomGeparkeerd, StroomNietGevonden } from './fouten.ts';

export type { Stand } from './stroom.ts';

/** The asker knew an older version of the signaal. */
export interface Verouderd {
  soort: 'verouderd';
  inhoudsversie: number;
}

/** What an act would lead to at `nu`, and how it stands before. */
export interface Vooruitblik {
  soort: 'gevolg';
  nu: Tijdstip;
  voor: Staat | null;
  gevolg: Gevolg;
}

export type Outcome = Gedaan | Geweigerd | Verouderd;

/** The only writer of signalen, whoever asks. Every call is one transaction on locked rows: one, or two that become one. */
export interface Uitvoeren {
  /**
   * A person acts. Asked again with the same opdracht id it has no further effect and gets the same answer. Throws
   * StroomNietGevonden, StroomGeparkeerd, OpdrachtBotst, or StroomBezet (nothing happened, asking again is safe).
   */
  readonly voerUit: (stroom: string, opdracht: Opdracht, opties?: Opties) => Promise<Outcome>;
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
  readonly vooraf: (stroom: string, opdracht: Opdracht) => Promise<Vooruitblik | Geweigerd>;
  /** Where the stream stands, after it has moved on to `eigenTijd`. Throws as `mijlpaal` does. */
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
}

export interface Onderdelen {
  database: Database;
  /** Streams may have a clock of their own. The database has the last word on that. */
  reizen: boolean;
  /** How far the clock of a stream that begins now is ahead of the world's, in milliseconds; 0 unless streams may travel. */
  voorsprongMs?: () => number;
}

export function createUitvoeren({ database, reizen, voorsprongMs = () => 0 }: Onderdelen): Uitvoeren {
  async function voerUit(id: string, opdracht: Opdracht, opties: Opties = {}): Promise<Outcome> {
    const delen = delenVan(id, opdracht);
    try {
      return await schrijfVoor(
        database,
        opties.vrager ?? vragerVan(opdracht),
        (db) => vergrendelAlle(db, new Set(delen.map((deel) => deel.id))),
        (db, stromen) => handel(db, { delen, stromen }, { ...opties, voorsprongMs: voorsprongMs() }),
      );
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

  function blikVooruit(id: string, opdracht: Opdracht): Promise<Vooruitblik | Geweigerd> {
    const vind = (db: Db): Promise<Stroom | undefined> => leesStroom(db, id);
    return schrijfVoor(database, vragerVan(opdracht), vind, async (db, stroom) => {
      const zaak = await opTijd(db, stroom, { id, opdracht }, voorsprongMs());
      const { staat, omgeving } = zaak;
      const zien = (): Vooruitblik => ({
        soort: 'gevolg',
        nu: omgeving.nu,
        voor: staat,
        gevolg: vooraf(id, staat, opdracht, omgeving.nu, omgeving.kader),
      });
      return ofGeweigerd(id, zien);
    });
  }

  return { voerUit, mijlpaal, leesStand, vooraf: blikVooruit };
}

/** One stream that an act touches, and what is asked of it there. */
interface Deel {
  id: string;
  opdracht: Opdracht;
}

/** The same, locked and as the clock left it. */
interface Zaak extends Deel {
  stroom: Stroom | undefined;
  omgeving: Omgeving;
  ingehaald: Schakel[];
  staat: Staat | null;
}

/** The transaction of a person's act. It happens to every stream that it touches, or to none. */
async function handel(
  db: Db,
  { delen, stromen }: { delen: readonly [Deel, ...Deel[]]; stromen: ReadonlyMap<string, Stroom> },
  { inhoudsversie, erbij, voorsprongMs }: Opties & { voorsprongMs: number },
): Promise<Outcome> {
  const [{ id, opdracht }] = delen;
  const eerder = await eerderAntwoord(db, id, opdracht);
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
  const verloop = (zaak: Zaak): readonly Schakel[] => {
    const besluit = besluiten.get(zaak.id);
    return geweigerd !== undefined || besluit === undefined || 'code' in besluit ? [] : besluit;
  };
  const stand = await schrijfAlle(db, zaken, verloop);
  const antwoord = geweigerd ?? gedaan(stand, id, verloop(zaken[0]));
  await bewaarAntwoord(db, id, opdracht, antwoord, omgeving.nu);
  if (geweigerd === undefined) await erbij?.(db, omgeving.nu);
  return antwoord;
}

/** A person finds only what she sees. What the service does, and what it does for a party, was let in before; a filing has nothing to find. */
function vragerVan({ soort, door }: Opdracht): Namens | null {
  if (soort === 'indienen' || door === DIENST || isContact(door)) return null;
  return { rol: 'lezer', persoon: door };
}

/** Of two signalen that become one, the other takes it up in the same breath. */
function delenVan(id: string, opdracht: Opdracht): [Deel, ...Deel[]] {
  if (opdracht.soort !== 'samenvoegen' || opdracht.met === id) return [{ id, opdracht }];
  const andere: Opdracht = { soort: 'duplicaatOpnemen', van: id, id: opdracht.id, door: opdracht.door };
  return [
    { id, opdracht },
    { id: opdracht.met, opdracht: andere },
  ];
}

/** Brings one stream up to now, on its own clock. */
async function opTijd(db: Db, stroom: Stroom | undefined, deel: Deel, voorsprongMs: number): Promise<Zaak> {
  const { opdracht } = deel;
  if (stroom === undefined && opdracht.soort !== 'indienen') throw new StroomNietGevonden('Dit signaal bestaat niet.');
  if (stroom?.geparkeerd === true) throw new StroomGeparkeerd(GEPARKEERD);
  const omgeving = await leesOmgeving(db, stroom, { opdracht, voorsprongMs });
  const ingehaald = stroom === undefined ? [] : doorDeKlok(stroom, omgeving);
  return { ...deel, stroom, omgeving, ingehaald, staat: ingehaald.at(-1)?.na ?? stroom?.staat ?? null };
}

/** Writes what the clock did and then the person, in every stream. Returns the stand of the first. */
async function schrijfAlle(
  db: Db,
  zaken: readonly [Zaak, ...Zaak[]],
  verloop: (zaak: Zaak) => readonly Schakel[],
): Promise<Stand | undefined> {
  const standen: (Stand | undefined)[] = [];
  for (const zaak of zaken) {
    const alles = [...zaak.ingehaald, ...verloop(zaak)];
    const isNiets = zaak.stroom === undefined && alles.length === 0;
    standen.push(isNiets ? undefined : await legVast(db, zaak.stroom, alles, zaak.omgeving, { wek: true }));
  }
  return standen[0];
}

/** The transaction of the clock: what is due if `sleutel` is next, or a look alone when it is null. */
async function tik(db: Db, id: string, sleutel: string | null, tijd: { eigenTijd?: Tijdstip }): Promise<Stand> {
  const stroom = await vergrendel(db, id);
  if (stroom === undefined) throw new StroomNietGevonden('Dit signaal bestaat niet.');
  const omgeving = await leesOmgeving(db, stroom, tijd);
  const { volgende, geparkeerd } = stroom;
  const isAanDeBeurt = !geparkeerd && volgende !== null && volgende.sleutel === sleutel && volgende.op <= omgeving.nu;
  // The workflow that asked gets the new stand as its answer, so it need not be woken.
  if (isAanDeBeurt) return legVast(db, stroom, doorDeKlok(stroom, omgeving), omgeving, { wek: false });
  if (omgeving.klokverschilMs !== stroom.klokverschilMs) await verzetKlok(db, id, omgeving.klokverschilMs);
  return standVan(stroom, omgeving.nu);
}

/** Everything that the clock owes now. */
function doorDeKlok({ id, staat }: Stroom, { nu, kader }: Omgeving): Schakel[] {
  return volgensDeRegels(id, () => verloopVan(id, staat, haalIn(staat, nu, kader)));
}

/** What the person's act leads to, or the refusal. */
function doorDePersoon({ id, staat, opdracht, omgeving: { nu, kader } }: Zaak): Schakel[] | Geweigerd {
  return ofGeweigerd(id, () => verloopVan(id, staat, beslis(id, staat, opdracht, nu, kader)));
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

function gedaan(stand: Stand | undefined, id: string, besluit: readonly Schakel[]): Gedaan {
  if (stand === undefined) throw new Error(`Nothing was written of ${id}`);
  const gebeurtenissen = besluit.map(({ gebeurtenis: { tekst: _tekst, ...zonderTekst } }) => zonderTekst);
  return { soort: 'gedaan', id, nummer: stand.nummer, stand, gebeurtenissen };
}

const GEPARKEERD = 'Dit signaal vraagt aandacht van de beheerder.';
