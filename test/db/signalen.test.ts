import assert from 'node:assert/strict';

import { json, text } from '#db/columns.ts';
import type { Filter } from '#db/queries/filter.ts';
import { actieveGebruikers } from '#db/queries/gebruikers.ts';
import { lijstSignalen, type Signaalregel, type SignalenCursor } from '#db/queries/signalen.ts';
import { type Db, sql } from '#db/sql.ts';
import { inTransaction } from '#db/transaction.ts';
import { TERMIJNBELEID_1 } from '#domain/beleid/termijnbeleid.ts';
import { leesbereikVan, type Zicht, zichtVan, opDatum, type Waarneemdagen } from '#domain/bevoegdheden.ts';
import { aanZet, isTeLaat, ligtStil } from '#domain/signaal/afgeleid.ts';
import type { Staat } from '#domain/signaal/staat.ts';
import { datumVan, plusDagen } from '#domain/tijd/amsterdam.ts';
import { Schrijfkamer } from '#test/support/schrijfkamer.ts';
import { indiening, verzoekDoen } from '#test/support/zaak.ts';

const ALLES: Zicht = { persoon: 'landelijk', alles: true, regios: [], nietVan: null, naMelding: false };

describe('lijstSignalen', () => {
  let kamer: Schrijfkamer;

  before(async () => {
    kamer = await Schrijfkamer.open();
    for (const regio of ['NOORD', 'WEST', null] as const) {
      for (const organisatie of ['DEMO_ZORGAANBIEDER', 'CIZ', null]) {
        await kamer.dienIn({ regio, organisatie });
        await kamer.dienIn({ regio, organisatie, wens: 'hulp', motief: 'geen_reactie', urgentie: 'hoog' });
      }
    }
    const id = await kamer.dienIn({ wens: 'hulp', motief: 'geen_reactie' });
    await kamer.doe(id, 'coordinator.noord', { soort: 'oppakken' });
    await kamer.doe(
      crypto.randomUUID(),
      'metgezel.zorgaanbieder',
      indiening({ regio: 'OOST', organisatie: 'DEMO_ZORGAANBIEDER', tekst: { onderwerp: 'Zoals zij het zei' } }),
    );
    await kamer.doe(id, 'metgezel.noord', { soort: 'intrekken' });
  });
  after(() => kamer.sluit());

  const lijst = async (
    zicht: Zicht,
    filter: Filter = {},
    waarnemingen: readonly Waarneemdagen[] = [],
  ): Promise<string[]> =>
    (
      await alsNietsTegenhoudt(zicht, (db) =>
        lijstSignalen(db, { zicht, waarnemingen }, filter, { volgorde: 'ingediend', na: null, limiet: 100 }),
      )
    ).map(({ id }) => id);

  /** As the owner, from whom PostgreSQL keeps nothing: what the query itself leaves out. */
  const alsNietsTegenhoudt = <T>({ persoon }: Zicht, vraag: (db: Db) => Promise<T>): Promise<T> =>
    inTransaction(kamer.orm, vraag, `set local app.persoon = '${persoon}'; select neem_zicht()`);

  const isGelijk = async (): Promise<number> => {
    const staten = await kamer.sql(sql`select staat from stroom`, { staat: json<Staat>() });
    let aantal = 0;
    for (const gebruiker of await actieveGebruikers(kamer.orm.em.getKysely())) {
      const zicht = zichtVan(gebruiker);
      const gezien = zicht === null ? [] : await lijst(zicht, {}, gebruiker.waarnemingen);
      const persoon = opDatum(gebruiker, datumVan(new Date().toISOString()));
      const mag = staten.filter(({ staat }) => leesbereikVan(persoon, staat) !== 'niets').map(({ staat }) => staat.id);
      assert.deepEqual(gezien.toSorted(), mag.toSorted(), gebruiker.id);
      if (zicht === null) continue;
      // Of what concerns the employer of its filer, the filer wrote the onderwerp that stands there.
      const leest = staten.filter(({ staat }) => ['alles', 'eigen'].includes(leesbereikVan(persoon, staat)));
      const onderwerpen = await alsNietsTegenhoudt(zicht, (db) =>
        lijstSignalen(
          db,
          { zicht, waarnemingen: gebruiker.waarnemingen },
          {},
          { volgorde: 'ingediend', na: null, limiet: 100 },
        ),
      );
      assert.deepEqual(
        onderwerpen.flatMap(({ id, onderwerp }) => (onderwerp === null ? [] : [id])).toSorted(),
        leest.map(({ staat }) => staat.id).toSorted(),
        gebruiker.id,
      );
      aantal += mag.length;
    }
    return aantal;
  };

  it('shows everybody exactly what leesbereikVan does not hide', async () => {
    assert.ok((await isGelijk()) > 0);
  });

  it('shows an employee no onderwerp that others gave what concerns the employer', async () => {
    const zicht = { ...ALLES, persoon: 'metgezel.zorgaanbieder', alles: false, nietVan: 'DEMO_ZORGAANBIEDER' };
    const gelezen = async (): Promise<(string | null)[]> =>
      (
        await alsNietsTegenhoudt(zicht, (db) =>
          lijstSignalen(db, { zicht, waarnemingen: [] }, {}, { volgorde: 'ingediend', na: null, limiet: 100 }),
        )
      ).map(({ onderwerp }) => onderwerp);
    assert.deepEqual(await gelezen(), ['Zoals zij het zei']);
    const [eigen] = await lijst(zicht);
    await kamer.doe(eigen!, 'coordinator.oost', {
      soort: 'indelingWijzigen',
      indeling: {},
      tekst: { onderwerp: 'Zoals een ander het zegt' },
    });
    assert.deepEqual(await gelezen(), ['Zoals zij het zei']);
    const elders = await alsNietsTegenhoudt(ALLES, (db) =>
      lijstSignalen(
        db,
        { zicht: ALLES, waarnemingen: [] },
        { melder: 'metgezel.zorgaanbieder' },
        { volgorde: 'ingediend', na: null, limiet: 100 },
      ),
    );
    assert.deepEqual(
      elders.map(({ onderwerp }) => onderwerp),
      ['Zoals een ander het zegt'],
    );
  });

  it('hides from an employee what concerns the employer, but for the own filings', async () => {
    const organisaties = await kamer.sql(
      sql`select distinct organisatie from signaal where id = any(${await lijst({ ...ALLES, persoon: 'metgezel.zorgaanbieder', nietVan: 'DEMO_ZORGAANBIEDER' })}::uuid[]) and melder <> 'metgezel.zorgaanbieder'`,
    );
    assert.ok(organisaties.every(({ organisatie }) => organisatie !== 'DEMO_ZORGAANBIEDER'));
  });

  it('goes on after the last line that was seen, without repeating or missing one', async () => {
    const gezien: string[] = [];
    for (let na: SignalenCursor | null = null; ;) {
      const vanaf: SignalenCursor | null = na;
      const bladzijde: Signaalregel[] = await alsNietsTegenhoudt(ALLES, (db) =>
        lijstSignalen(db, { zicht: ALLES, waarnemingen: [] }, {}, { volgorde: 'ingediend', na: vanaf, limiet: 3 }),
      );
      gezien.push(...bladzijde.map(({ id }) => id));
      const laatste = bladzijde.at(-1);
      if (laatste === undefined) break;
      na = { op: laatste.ingediendOp, id: laatste.id };
    }
    assert.deepEqual(gezien, await lijst(ALLES));
    assert.equal(gezien.length, 20);
  });

  it('narrows by niveau, status, regio, urgentie, melder, behandelaar and organisatie', async () => {
    const aantal = async (filter: Filter): Promise<number> => (await lijst(ALLES, filter)).length;
    assert.equal(await aantal({ niveau: ['lokaal'] }), 7);
    assert.equal(await aantal({ niveau: ['lokaal', 'regionaal'] }), 20);
    assert.equal(await aantal({ status: ['afgesloten'] }), 1);
    assert.equal(await aantal({ regio: ['WEST'] }), 6);
    assert.equal(await aantal({ urgentie: ['hoog'] }), 9);
    assert.equal(await aantal({ melder: 'metgezel.zorgaanbieder' }), 1);
    assert.equal(await aantal({ behandelaar: 'metgezel.noord' }), 6);
    assert.equal(await aantal({ organisatie: 'CIZ', regio: ['NOORD'] }), 2);
    assert.equal(await aantal({ doelgroep: ['NAH'] }), 20);
    assert.equal(await aantal({ doelgroep: ['ASS'] }), 0);
  });

  it('knows what is late on the clock of each signaal itself', async () => {
    assert.deepEqual(await lijst(ALLES, { teLaat: true }), []);
    const id = await kamer.dienIn();
    const [termijn] = await kamer.sql(sql`select tijdstip(termijn_op) as op from signaal where id = ${id}`, {
      op: text,
    });
    await kamer.zetKlok(id, termijn!.op);
    assert.deepEqual(await lijst(ALLES, { teLaat: true }), [id]);
  });

  it('narrows to what the rules themselves say of each signaal', async () => {
    await kamer.sql(
      sql`insert into loket (organisatie, naam, contactpersoon, email, telefoon)
          values ('CIZ', 'Aanmelding', 'Bo Smit', 'bo@voorbeeld.nl', '038 123 45 04')`,
    );
    const bijPartij = await kamer.dienIn();
    await kamer.doe(bijPartij, 'metgezel.noord', verzoekDoen('p', { organisatie: 'CIZ' }));
    const rust = await kamer.dienIn({ wens: 'hulp', motief: 'geen_reactie' });
    await kamer.doe(rust, 'coordinator.noord', { soort: 'oppakken' });
    await kamer.doe(rust, 'coordinator.noord', {
      soort: 'pauzeren',
      reden: 'wens_van_het_gezin',
      tot: plusDagen(datumVan(new Date().toISOString()), 20),
    });
    const opgepakt = await kamer.dienIn({ wens: 'hulp', motief: 'geen_reactie' });
    await kamer.doe(opgepakt, 'coordinator.noord', { soort: 'oppakken' });
    const bijMelder = await kamer.dienIn({ wens: 'hulp', motief: 'geen_reactie' });
    await kamer.doe(bijMelder, 'coordinator.noord', { soort: 'oppakken' });
    await kamer.doe(bijMelder, 'coordinator.noord', verzoekDoen('n', { verzoeksoort: 'navraag', organisatie: null }));
    const opgeschaald = await kamer.dienIn();
    for (let i = 0; i < 4; i += 1) await kamer.volgendeMijlpaal(opgeschaald);
    const staten = await kamer.sql(
      sql`select s.staat, tijdstip(greatest(s.laatste_op, clock_timestamp() + s.klokverschil_ms * interval '1 millisecond')) as nu from stroom s`,
      { staat: json<Staat>(), nu: text },
    );
    const zijn = async (filter: Filter, klopt: (staat: Staat, nu: string) => boolean): Promise<void> => {
      const verwacht = staten.filter(({ staat, nu }) => klopt(staat, nu)).map(({ staat }) => staat.id);
      assert.ok(verwacht.length > 0, JSON.stringify(filter));
      assert.deepEqual((await lijst(ALLES, filter)).toSorted(), verwacht.toSorted(), JSON.stringify(filter));
    };
    const zet = (staat: Staat): string => JSON.stringify(aanZet(staat));
    await zijn({ aanZet: [{ soort: 'partij' }] }, (staat) => zet(staat).includes('"partij"'));
    await zijn({ aanZet: [{ soort: 'niemand' }] }, (staat) => zet(staat).includes('"niemand"'));
    await zijn({ aanZet: [{ soort: 'melder' }] }, (staat) => zet(staat).includes(`"persoon":"${staat.melder}"`));
    await zijn({ aanZet: [{ soort: 'persoon', een: ['coordinator.noord'] }] }, (staat) =>
      zet(staat).includes('"persoon":"coordinator.noord"'),
    );
    await zijn(
      { aanZet: [{ soort: 'niveau', regios: ['NOORD'], landelijk: false }] },
      (staat) => zet(staat).includes('"regionaal"') && staat.regio === 'NOORD',
    );
    await zijn(
      { aanZet: [{ soort: 'niveau', regios: [], landelijk: true }] },
      (staat) => zet(staat).includes('"niveau"') && staat.niveau === 'regionaal' && staat.regio === null,
    );
    await zijn({ nietAanZet: [{ soort: 'partij' }] }, (staat) => !zet(staat).includes('"partij"'));
    await zijn({ ligtStil: true }, (staat, nu) => ligtStil(staat, nu, TERMIJNBELEID_1));
    await zijn({ ligtStil: false }, (staat, nu) => !ligtStil(staat, nu, TERMIJNBELEID_1));
    await zijn({ zonderOverdracht: true }, (staat) => staat.zonderOverdracht);
    await zijn({ domeindiscussie: false }, (staat) => !staat.domeindiscussie);
    await zijn({ zonderBehandelaar: true }, (staat) => staat.behandelaar === null);
    await zijn({ open: true }, ({ status }) => status !== 'afgesloten');
    await zijn({ open: false }, ({ status }) => status === 'afgesloten');
    await zijn({ regio: ['ONBEKEND', 'WEST'] }, ({ regio }) => regio === null || regio === 'WEST');
    await zijn({ regio: ['ONBEKEND'] }, ({ regio }) => regio === null);
    await zijn({ wens: ['hulp'] }, ({ wens }) => wens === 'hulp');
    await zijn({ teLaat: true }, isTeLaat);
  });

  it('goes on by term as well, those without a term last', async () => {
    const gezien: Signaalregel[] = [];
    for (let na: SignalenCursor | null = null; ;) {
      const vanaf: SignalenCursor | null = na;
      const bladzijde: Signaalregel[] = await alsNietsTegenhoudt(ALLES, (db) =>
        lijstSignalen(db, { zicht: ALLES, waarnemingen: [] }, {}, { volgorde: 'termijn', na: vanaf, limiet: 3 }),
      );
      gezien.push(...bladzijde);
      const laatste = bladzijde.at(-1);
      if (laatste === undefined) break;
      na = { op: laatste.termijnOp, id: laatste.id };
    }
    const termijnen = gezien.map(({ termijnOp }) => termijnOp ?? '9');
    assert.deepEqual(termijnen, termijnen.toSorted());
    assert.ok(termijnen.includes('9'));
    assert.deepEqual(gezien.map(({ id }) => id).toSorted(), (await lijst(ALLES)).toSorted());
  });

  it('shows it to meedenkers, to experts, to a region that handed it over, and to a deputy', async () => {
    const voor = await isGelijk();
    const id = await kamer.dienIn({ wens: 'hulp', motief: 'geen_reactie', regio: 'NOORD' });
    await kamer.doe(id, 'coordinator.noord', { soort: 'oppakken' });
    await kamer.doe(id, 'coordinator.noord', { soort: 'meedenkerToevoegen', persoon: 'oco.midden' });
    await kamer.doe(
      id,
      'coordinator.noord',
      verzoekDoen('v', { verzoeksoort: 'consultatie', organisatie: null, persoon: 'coordinator.zuid' }),
    );
    await kamer.doe(id, 'coordinator.noord', { soort: 'overdragen', regio: 'WEST', tekst: {} });
    await kamer.doe(id, 'coordinator.west', { soort: 'oppakken' });
    await kamer.sql(
      sql`insert into waarneming values (gen_random_uuid(), 'coordinator.west', 'coordinator.oost', (clock_timestamp() at time zone 'Europe/Amsterdam')::date - 1, (clock_timestamp() at time zone 'Europe/Amsterdam')::date + 1)`,
    );
    const vanWest = await kamer.sql(
      sql`select from signaal
           where (behandelaar = 'coordinator.west' or regio = 'WEST' or eerdere_regios @> array['WEST']) and id <> ${id}`,
    );
    // metgezel.noord, landelijk, programmaleiding, noord, west, and: meedenker, expert, deputy.
    assert.equal((await isGelijk()) - voor, 8 + vanWest.length);
  });

  it('hides it from whoever works for an organisation that is asked something, meedenker or not', async () => {
    await kamer.sql(
      sql`insert into loket (organisatie, naam, contactpersoon, email, telefoon)
          values ('DEMO_ZORGAANBIEDER', 'Aanmelding', 'Bo Smit', 'bo@voorbeeld.nl', '038 123 45 04')`,
    );
    const id = await kamer.dienIn({ wens: 'hulp', motief: 'geen_reactie', regio: 'NOORD' });
    await kamer.doe(id, 'coordinator.noord', { soort: 'oppakken' });
    await kamer.doe(id, 'coordinator.noord', { soort: 'meedenkerToevoegen', persoon: 'metgezel.zorgaanbieder' });
    const voor = await isGelijk();
    await kamer.doe(id, 'coordinator.noord', verzoekDoen('w', { organisatie: 'DEMO_ZORGAANBIEDER' }));
    assert.equal((await isGelijk()) - voor, -1);
  });
});
