import type { Readable } from 'node:stream';

import { stringify } from 'csv-stringify/sync';

import type { Database } from '#db/database.ts';
import { leesCodelijsten, type VolledigeCodelijst } from '#db/queries/codelijsten.ts';
import { leesKalender } from '#db/queries/feestdagen.ts';
import { leesUitvoer, type Uitvoerregel } from '#db/queries/uitvoer.ts';
import { type Lijstzicht, lijstzichtVan } from '#db/queries/zicht.ts';
import type { Db } from '#db/sql.ts';
import type { Kijker } from '#domain/bevoegdheden.ts';
import { beginVan, datumVan, plusDagen, type Tijdstip } from '#domain/tijd/amsterdam.ts';
import { type Tijdvaknaam, tijdvakVan } from '#domain/tijd/tijdvak.ts';
import { vrijeWeekdagen } from '#domain/tijd/werkdagen.ts';
import { datapakketVan, JA_NEE, SCHEIDING } from '#domain/uitvoer/datapakket.ts';
import {
  UITGEVOERDE_LIJSTEN,
  UITVOERTABELLEN,
  UITVOERTABELNAMEN,
  type Uitvoertabelnaam,
} from '#domain/uitvoer/tabellen.ts';

import { type Inpakbestand, pakIn } from './inpakken.ts';

export const UITVOERMEDIATYPE = 'application/zip';

/** All data of a period as one file. Whoever gets it reads it to its end, or destroys it. */
export interface Uitvoerbestand {
  naam: string;
  mediatype: string;
  /** In bytes. */
  grootte: number;
  inhoud: Readable;
}

export interface Uitvoer {
  /** As this person sees the signalen now. Throws TypeError for who sees none. */
  readonly maak: (kijker: Kijker, tijdvak: Tijdvaknaam, nu: Tijdstip) => Promise<Uitvoerbestand>;
}

/** Long before anything was filed that is in it. */
const TIEN_JAAR = 3653;

/** Takes all data of a period out of the service: CSV files with a description of them (ADR 0062). */
export function createUitvoer(database: Database): Uitvoer {
  return {
    maak: async (kijker, tijdvak, nu) => {
      const zicht = lijstzichtVan(kijker);
      if (zicht === null) throw new TypeError('Nobody takes out what they do not see');
      const { handle, grootte } = await database.inTransaction(
        { rol: 'lezer', persoon: kijker.id },
        (db) => pak(db, zicht, tijdvak, nu),
        { snapshot: true },
      );
      return {
        naam: `signaalpunt-gegevens-${tijdvak.toLowerCase()}.zip`,
        mediatype: UITVOERMEDIATYPE,
        grootte,
        inhoud: handle.createReadStream({ start: 0 }),
      };
    },
  };
}

async function pak(db: Db, zicht: Lijstzicht, tijdvak: Tijdvaknaam, nu: Tijdstip) {
  const vandaag = datumVan(nu);
  const dagen = tijdvakVan(tijdvak, vandaag);
  const lijsten = (await leesCodelijsten(db, null)).filter(({ code }) =>
    UITGEVOERDE_LIJSTEN.some((een) => een === code),
  );
  const vraag = {
    vanaf: beginVan(dagen.van),
    voor: beginVan(plusDagen(dagen.totEnMet, 1)),
    vrij: vrijeWeekdagen(plusDagen(dagen.van, -TIEN_JAAR), vandaag, await leesKalender(db)),
  };
  const pakket = datapakketVan({
    tijdvak,
    dagen,
    gemaaktOp: nu,
    codelijsten: Object.fromEntries(lijsten.map(({ code, versie }) => [code, versie])),
  });
  const bestanden = UITVOERTABELNAMEN.map((naam): Inpakbestand => ({
    naam: `${naam}.csv`,
    stukken: csvVan(naam, naam === 'codelijsten' ? codesIn(lijsten) : leesUitvoer(db, naam, zicht, vraag)),
  }));
  return pakIn(
    [{ naam: 'datapackage.json', stukken: inEenKeer(JSON.stringify(pakket, null, 2)) }, ...bestanden],
    new Date(nu),
  );
}

/** As Excel in Dutch opens it: a mark, a semicolon between columns. There are codes in it, days and counts alone. */
async function* csvVan(tabel: Uitvoertabelnaam, stukken: AsyncIterable<Uitvoerregel[]>): AsyncGenerator<string> {
  const kolommen = UITVOERTABELLEN[tabel].velden.map(({ naam }) => naam);
  const alsCsv = (regels: readonly (readonly unknown[])[], bom: boolean): string =>
    stringify(
      regels.map((regel) => [...regel]),
      {
        bom,
        delimiter: SCHEIDING,
        record_delimiter: 'windows',
        cast: { boolean: (waarde) => (waarde ? JA_NEE.ja : JA_NEE.nee) },
      },
    );
  yield alsCsv([kolommen], true);
  for await (const regels of stukken)
    yield alsCsv(
      regels.map((regel) => kolommen.map((kolom) => regel[kolom])),
      false,
    );
}

async function* codesIn(lijsten: readonly VolledigeCodelijst[]): AsyncGenerator<Uitvoerregel[]> {
  yield lijsten.flatMap(({ code: lijst, versie, waarden }) =>
    waarden.map(({ code, label }) => ({ lijst, code, naam: label, versie })),
  );
}

async function* inEenKeer(tekst: string): AsyncGenerator<string> {
  yield tekst;
}
