import assert from 'node:assert/strict';

import { zoekPatronen } from '#activities/detectie/zoeken.ts';
import { arrayOf, number, orNull, text } from '#db/columns.ts';
import { jsonb, sql } from '#db/sql.ts';
import { poisson, toeval } from '#domain/detectie/toeval.ts';
import { beginVan, dagVanWeek, plusDagen } from '#domain/tijd/amsterdam.ts';
import { Schrijfkamer } from '#test/support/schrijfkamer.ts';
import { KALENDER } from '#test/support/zaak.ts';

const EERSTE = '2025-09-01';
const NU = '2027-03-10';

describe('zoekPatronen', () => {
  let kamer: Schrijfkamer;
  beforeEach(async () => {
    kamer = await Schrijfkamer.open();
  });
  afterEach(() => kamer.sluit());

  const gevonden = () =>
    kamer.sql(
      sql`select code, regios, dagen, aantal, verwacht from patroonvoorstel where indeling = 'knelpunttype' order by kans`,
      { code: orNull(text), regios: arrayOf(text), dagen: number, aantal: number, verwacht: number },
    );
  const zoek = (datum: string): Promise<number> => zoekPatronen(kamer.database, KALENDER, beginVan(datum));

  it('proposes what stands out, with its numbers, once, and again when it lasts longer than eight weeks', async () => {
    await tel(rustig(EERSTE, NU));
    await zoek(NU);
    const stil = (await gevonden()).filter(({ code }) => code === 'PGB');
    assert.deepEqual(stil, []);

    await tel(
      Array.from({ length: 7 }, (_, i) => ({ datum: plusDagen(NU, -1 - i), code: 'PGB', regio: 'ZUID', aantal: 1 })),
    );
    assert.ok((await zoek(NU)) >= 1);
    const [voorstel] = await gevonden();
    assert.equal(voorstel?.code, 'PGB');
    assert.deepEqual(voorstel.regios, ['ZUID']);
    assert.ok(voorstel.aantal >= 7 && voorstel.verwacht < 2);

    assert.equal(await zoek(NU), 0, 'the same night again');
    assert.equal(await zoek(plusDagen(NU, 1)), 0, 'it cools down');
    await tel(
      Array.from({ length: 7 }, (_, i) => ({ datum: plusDagen(NU, 52 + i), code: 'PGB', regio: 'ZUID', aantal: 1 })),
    );
    await zoek(plusDagen(NU, 59));
    assert.equal((await gevonden()).filter(({ code }) => code === 'PGB').length, 2);
  });

  it('proposes nothing in the first half year, however much comes in', async () => {
    const begin = plusDagen(NU, -150);
    await tel(rustig(begin, NU));
    await tel([{ datum: plusDagen(NU, -2), code: 'PGB', regio: 'ZUID', aantal: 30 }]);
    assert.equal(await zoek(NU), 0);
  });

  async function tel(regels: readonly { datum: string; code: string; regio: string; aantal: number }[]): Promise<void> {
    await kamer.sql(
      sql`insert into telling as t
          select n.datum, n.datum, n.code, n.regio, '*', 'ONBEKEND', 'lokaal', 'in_behandeling', n.aantal
            from jsonb_to_recordset(${jsonb(regels)}) as n (datum date, code text, regio text, aantal int)
          on conflict (voorvaldatum, melddatum, knelpunttype, regio, doelgroep, ketenpartnertype, niveau, status)
            do update set aantal = t.aantal + excluded.aantal`,
    );
  }
});

/** By chance alone, on working days; PGB in one region alone. */
function rustig(van: string, tot: string): { datum: string; code: string; regio: string; aantal: number }[] {
  const getal = toeval(4);
  const regels = [];
  for (let datum = van; datum < tot; datum = plusDagen(datum, 1)) {
    if (dagVanWeek(datum) > 5) continue;
    regels.push({ datum, code: 'PGB', regio: 'ZUID', aantal: poisson(0.05, getal) });
    for (const code of ['WACHTLIJST', 'INDICATIE'])
      for (const regio of ['WEST', 'ZUID', 'NOORD']) regels.push({ datum, code, regio, aantal: poisson(0.2, getal) });
  }
  return regels.filter(({ aantal }) => aantal > 0);
}
