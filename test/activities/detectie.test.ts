import assert from 'node:assert/strict';

import { createVoorstellen } from '#activities/detectie/voorstellen.ts';
import { zoekPatronen } from '#activities/detectie/zoeken.ts';
import { arrayOf, boolean, number, orNull, text } from '#db/columns.ts';
import { jsonb, sql } from '#db/sql.ts';
import { poisson, toeval } from '#domain/detectie/toeval.ts';
import { beginVan, dagVanWeek, datumVan, plusDagen } from '#domain/tijd/amsterdam.ts';
import { Schrijfkamer } from '#test/support/schrijfkamer.ts';
import { GEGEVENS, KALENDER } from '#test/support/zaak.ts';

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

  it('expects of a site that is younger than a year what came in since its first day, also of what happened before', async () => {
    const begin = plusDagen(NU, -210);
    await tel(rustig(begin, NU));
    // Of the year before something was reported afterwards, as it is in every week.
    await tel([{ datum: plusDagen(begin, -200), gemeld: begin, code: 'WACHTLIJST', regio: 'WEST', aantal: 2 }]);
    await tel([{ datum: plusDagen(NU, -3), code: 'WACHTLIJST', regio: 'WEST', aantal: 14 }]);
    await zoek(NU);
    const voorstel = (await gevonden()).find(({ code, regios }) => code === 'WACHTLIJST' && regios.length === 1);
    assert.equal(voorstel?.dagen, 7);
    const sindsdien = rustig(begin, plusDagen(NU, -7)).filter(
      (een) => een.code === 'WACHTLIJST' && een.regio === 'WEST',
    );
    const geteld = sindsdien.reduce((som, { aantal }) => som + aantal, 0);
    assert.ok(Math.abs(voorstel.verwacht - (geteld + 0.5) / 29) < 0.1, `${voorstel.verwacht} of ${geteld} in 29 weeks`);
  });

  it('expects more where there are more clients, from the numbers that were read in', async () => {
    await tel(rustig(EERSTE, NU));
    await tel([{ datum: plusDagen(NU, -3), code: 'WACHTLIJST', regio: 'WEST', aantal: 14 }]);
    const verwacht = async (): Promise<number> => {
      await kamer.sql(sql`delete from patroonvoorstel`);
      await zoek(NU);
      const voorstel = (await gevonden()).find(({ code, regios }) => code === 'WACHTLIJST' && regios.length === 1);
      assert.equal(voorstel?.dagen, 7);
      return voorstel.verwacht;
    };
    const zonder = await verwacht();
    await kamer.sql(
      sql`insert into noemer (soort, peildatum, doelgroep, regio, aantal, bron)
          values ('clienten', ${EERSTE}::date, 'ALLE', 'ALLE', 1000, 'Telling'), ('clienten', ${plusDagen(NU, -8)}::date, 'ALLE', 'ALLE', 1000, 'Telling'),
                 ('clienten', ${plusDagen(NU, -7)}::date, 'ALLE', 'ALLE', 3000, 'Telling'), ('ondersteuners', ${NU}::date, 'ALLE', 'ALLE', 9, 'Telling')`,
    );
    assert.ok(Math.abs((await verwacht()) / zonder - 3) < 0.01);
  });

  it('counts a signaal once, however many codes it has: each proposal has as many signalen as it says', async () => {
    const vandaag = datumVan(new Date().toISOString());
    await tel(rustig(plusDagen(vandaag, -400), plusDagen(vandaag, -60)));
    const gegevens = { ...GEGEVENS, knelpunttypen: ['PGB', 'WACHTLIJST'], doelgroepen: ['NAH', 'NAASTEN'] } as const;
    for (let keer = 0; keer < 12; keer += 1)
      await kamer.dienIn({ gegevens, organisatie: keer % 2 === 0 ? 'CIZ' : null });
    await zoek(plusDagen(vandaag, 1));
    const voorstellen = await kamer.sql(
      sql`select indeling, code, blik, aantal, cardinality(signalen) as signalen from patroonvoorstel where indeling = any (array['knelpunttype', 'doelgroep', 'ketenpartnertype'])`,
      { indeling: text, code: orNull(text), blik: text, aantal: number, signalen: number },
    );
    assert.ok(voorstellen.some(({ code }) => code === null) && voorstellen.some(({ code }) => code === 'PGB'));
    assert.deepEqual(
      voorstellen.filter(({ aantal, signalen }) => aantal !== signalen),
      [],
    );
  });

  it('proposes what piles up about one organisatie from the first day, with its signalen, and again once it clearly grew', async () => {
    const dienIn = (aantal: number): Promise<string[]> =>
      Promise.all(Array.from({ length: aantal }, () => kamer.dienIn({ organisatie: 'CIZ' })));
    const morgen = plusDagen(datumVan(new Date().toISOString()), 1);
    const vijf = await dienIn(5);
    await zoek(morgen);
    const stapels = () =>
      kamer.sql(
        sql`select id, code, aantal, signalen, verloop[cardinality(verloop)] as week from patroonvoorstel where indeling = 'organisatie' order by aantal`,
        { id: text, code: text, aantal: number, signalen: arrayOf(text), week: number },
      );
    const [stapel] = await stapels();
    assert.deepEqual(
      [stapel?.code, stapel?.aantal, stapel?.signalen.toSorted(), stapel?.week],
      ['CIZ', 5, vijf.toSorted(), 5],
    );
    await dienIn(3);
    await zoek(morgen);
    assert.equal((await stapels()).length, 1, 'nobody has decided on it yet');
    const { wijsAf } = createVoorstellen(kamer.database);
    assert.equal(await wijsAf(stapel?.id ?? '', { wie: 'landelijk', reden: 'Toeval.' }, beginVan(morgen)), 'gedaan');
    await zoek(morgen);
    assert.equal((await stapels()).length, 2, 'eight is five and three, and half as much again');
    await zoek(morgen);
    assert.equal((await stapels()).length, 2);
  });

  it('says nothing of what was rejected and grew a little', async () => {
    const morgen = plusDagen(datumVan(new Date().toISOString()), 1);
    for (let i = 0; i < 5; i += 1) await kamer.dienIn({ organisatie: 'CIZ' });
    await zoek(morgen);
    const ids = await kamer.sql(sql`select id from patroonvoorstel where indeling = 'organisatie'`, { id: text });
    const { wijsAf } = createVoorstellen(kamer.database);
    for (const { id } of ids) await wijsAf(id, { wie: 'landelijk', reden: 'Toeval.' }, beginVan(morgen));
    for (let i = 0; i < 2; i += 1) await kamer.dienIn({ organisatie: 'CIZ' });
    await zoek(morgen);
    assert.equal((await kamer.sql(sql`select id from patroonvoorstel where indeling = 'organisatie'`)).length, 1);
  });

  it('proposes texts in the same words, also where one says taxi and another vervoer, and keeps no word of them', async () => {
    const over = (knelpunt: string) => kamer.dienIn({ tekst: { knelpunt } });
    const gelijk = await Promise.all([
      over('De gemeente stopt met het vervoer naar de dagbesteding, de kilometers worden geweigerd.'),
      over('De taxi naar de dagbesteding is gestopt: kilometers geweigerd door de gemeente.'),
      over('Kilometers voor het busje naar de dagopvang geweigerd, de gemeente stopt ermee.'),
      over('De gemeente stopt de rit naar de dagbesteding en weigert de kilometers.'),
    ]);
    await over('Een moeder krijgt geen tolk bij het gesprek over de school.');
    await over('Het ziekenhuis stuurt de brief naar het verkeerde adres.');
    await zoek(plusDagen(datumVan(new Date().toISOString()), 1));
    const groepen = await kamer.sql(sql`select code, signalen from patroonvoorstel where indeling = 'tekst'`, {
      code: orNull(text),
      signalen: arrayOf(text),
    });
    assert.deepEqual(
      groepen.map(({ code, signalen }) => [code, signalen]),
      [[null, gelijk.toSorted()]],
    );
  });

  it('looks at today as well when somebody asks, once at a time, and keeps when it did and what came of it', async () => {
    const nu = new Date().toISOString();
    for (let i = 0; i < 5; i += 1) await kamer.dienIn({ organisatie: 'CIZ' });
    const zoekingen = () =>
      kamer.sql(
        sql`select gevraagd_door as door, klaar_op is not null as klaar, gevonden from patroonzoeking order by gevraagd_op, klaar_op`,
        { door: orNull(text), klaar: boolean, gevonden: orNull(number) },
      );
    assert.equal(await zoekPatronen(kamer.database, KALENDER, nu), 0, 'the night looks until yesterday');
    const { vraagZoeking } = createVoorstellen(kamer.database);
    await Promise.all(Array.from({ length: 3 }, () => vraagZoeking('landelijk', nu)));
    assert.deepEqual((await zoekingen()).at(-1), { door: 'landelijk', klaar: false, gevonden: null });
    assert.equal((await zoekingen()).length, 2);
    const gevondenNu = await zoekPatronen(kamer.database, KALENDER, nu);
    assert.ok(gevondenNu >= 1);
    assert.deepEqual(await zoekingen(), [
      { door: null, klaar: true, gevonden: 0 },
      { door: 'landelijk', klaar: true, gevonden: gevondenNu },
    ]);
  });

  async function tel(
    regels: readonly { datum: string; gemeld?: string; code: string; regio: string; aantal: number }[],
  ): Promise<void> {
    await kamer.sql(
      sql`insert into telling as t
          select n.datum, coalesce(n.gemeld, n.datum), n.code, n.regio, '*', 'ONBEKEND', 'lokaal', 'in_behandeling', n.aantal
            from jsonb_to_recordset(${jsonb(regels)}) as n (datum date, gemeld date, code text, regio text, aantal int)
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
