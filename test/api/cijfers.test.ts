import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

import type * as z from 'zod';

import { type Cijfers, cijfervraag } from '#contract/cijfers.ts';
import { leesNoemers } from '#db/queries/noemers.ts';
import { rows, sql } from '#db/sql.ts';
import { REGIOCODES } from '#domain/beleid/regios.ts';
import { datumVan } from '#domain/tijd/amsterdam.ts';
import { tijdvakVan } from '#domain/tijd/tijdvak.ts';
import { type Client, startApp } from '#test/support/app.ts';
import { Bezoeker } from '#test/support/bezoeker.ts';
import { hertelUitVerslag } from '#test/support/hertel-cijfers.ts';
import { kleinProefjaar } from '#test/support/proefjaar.ts';

interface Regel {
  id: string;
  niveau: string;
  status: string;
  regio: string | null;
  uitkomst: string | null;
  ingediendOp: string;
  afgeslotenOp: string | null;
  teLaat: boolean;
}

type Organisatiecijfer = z.infer<typeof Cijfers>['organisaties'][number];
type Redencijfer = z.infer<typeof Cijfers>['redenen'][number];

describe('the figures', () => {
  let app: Client;
  before(async () => {
    app = await startApp();
    await kleinProefjaar(app.database, 150);
  });
  after(() => app.stop());

  const lees = async (wie: string, vraag = '') => (await app.as(wie).get(`/cijfers${vraag}`)).body;
  /** Every line that this person sees in the list, page after page. */
  const lijst = async (wie: string, past: (regel: Regel) => boolean = () => true): Promise<Regel[]> => {
    const alle: Regel[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body } = await app.as(wie).get(`/signalen?limiet=100${cursor === '' ? '' : `&cursor=${cursor}`}`);
      alle.push(...body.signalen);
      cursor = body.cursor;
    }
    return alle.filter(past);
  };

  /** The same, counted by hand from those lines. */
  function hertel(regels: readonly Regel[], { vanafDatum }: { vanafDatum: string }) {
    const uitkomsten = ['opgelost', 'deels_opgelost', 'niet_oplosbaar', 'doorverwezen', 'verder_in_patroon'];
    const binnen = regels.filter(({ ingediendOp }) => datumVan(ingediendOp) >= vanafDatum);
    const open = regels.filter(({ status }) => status !== 'afgesloten');
    const klaar = regels.filter(
      ({ status, uitkomst, afgeslotenOp }) =>
        status === 'afgesloten' && uitkomsten.includes(uitkomst ?? '') && datumVan(afgeslotenOp!) >= vanafDatum,
    );
    return {
      instroom: binnen.length,
      open: open.length,
      teLaat: ['lokaal', 'regionaal', 'landelijk'].map((niveau) => ({
        niveau,
        open: open.filter((regel) => regel.niveau === niveau).length,
        teLaat: open.filter((regel) => regel.niveau === niveau && regel.teLaat).length,
      })),
      afgehandeld: ['lokaal', 'regionaal', 'landelijk'].map((niveau) => {
        const hier = klaar.filter((regel) => regel.niveau === niveau);
        return {
          niveau,
          aantal: hier.length,
          uitkomsten: uitkomsten.map((uitkomst) => ({
            uitkomst,
            aantal: hier.filter((regel) => regel.uitkomst === uitkomst).length,
          })),
        };
      }),
    };
  }

  const som = (reeks: { aantal: number }[]): number => reeks.reduce((tot, { aantal }) => tot + aantal, 0);

  for (const [wie, vraag, past] of [
    ['landelijk', '', () => true],
    ['programmaleiding', '', () => true],
    ['landelijk', '?regio=WEST', ({ regio }: Regel) => regio === 'WEST'],
    ['coordinator.oost', '', ({ regio }: Regel) => regio === 'OOST'],
  ] as const)
    it(`are what ${wie} counts in the list by hand${vraag === '' ? '' : `, with ${vraag}`}`, async () => {
      const cijfers = await lees(wie, vraag);
      const { instroom, open, teLaat, afgehandeld } = hertel(await lijst(wie, past), cijfers);
      assert.ok(instroom > 10);
      assert.equal(som(cijfers.instroom), instroom);
      assert.equal(cijfers.instroom.length, 12);
      assert.equal(som(cijfers.open), open);
      assert.deepEqual(cijfers.teLaat, teLaat);
      assert.deepEqual(cijfers.afgehandeld, afgehandeld);
    });

  for (const [wie, vraag, past] of [
    ['landelijk', '', () => true],
    ['coordinator.oost', '', ({ regio }: Regel) => regio === 'OOST'],
    ['landelijk', '?tijdvak=2026-K2', () => true],
  ] as const)
    it(`are for ${wie} what the record says, counted act by act${vraag === '' ? '' : `, with ${vraag}`}`, async () => {
      const cijfers = await lees(wie, vraag);
      const ids = (await lijst(wie, past)).map(({ id }) => id);
      const { ketenpartners, organisaties, redenen, ...geteld } = await hertelUitVerslag(app.db(), ids, cijfers);
      assert.ok(geteld.sluitingen.gesloten > 5);
      assert.deepEqual({ doorlooptijd: cijfers.doorlooptijd, sluitingen: cijfers.sluitingen }, geteld);
      const zonder = <S extends string>(naam: S, rijen: Record<string, unknown>[]) =>
        Object.fromEntries(rijen.map(({ [naam]: sleutel, ...een }) => [String(sleutel), een]));
      assert.deepEqual(zonder('type', cijfers.ketenpartners), ketenpartners);
      assert.deepEqual(
        zonder(
          'id',
          cijfers.organisaties.map(({ organisatie, ...een }: Organisatiecijfer) => ({ id: organisatie.id, ...een })),
        ),
        Object.fromEntries(Object.entries(organisaties).filter(([, { vragen }]) => vragen >= 5)),
      );
      assert.deepEqual(
        Object.fromEntries(cijfers.redenen.map((een: Redencijfer) => [een.systeemreden, een.aantal])),
        redenen,
      );
    });

  it('say of fewer than five how many there are, and not how long that took', async () => {
    const alle = await Promise.all(REGIOCODES.map((regio) => lees('landelijk', `?regio=${regio}&tijdvak=2026-K1`)));
    const klein = alle
      .flatMap(({ doorlooptijd }) => doorlooptijd)
      .filter(({ signalen }) => signalen > 0 && signalen < 5);
    assert.notDeepEqual(klein, []);
    for (const { mediaan, negentig } of klein) assert.deepEqual([mediaan, negentig], [null, null]);
  });

  it('know of holidays after those days, as an answer may come then', () => {
    const dagen = tijdvakVan('2026-K4', '2027-01-20');
    assert.ok(cijfervraag(null, dagen, '2027-01-20', { versie: 0, dagen: {} }).vrij.includes('2027-01-01'));
  });

  it('leave out what concerns the employer of who asks', async () => {
    const voor = await lees('landelijk');
    const [organisatie] = await rows(
      app.db(),
      sql`select betrokken_organisaties[1] as id, count(*) from signaal where betrokken_organisaties <> '{}' group by 1 order by 2 desc limit 1`,
    );
    await rows(app.db(), sql`update gebruiker set organisatie = ${String(organisatie?.['id'])} where id = 'landelijk'`);
    try {
      const na = await lees('landelijk');
      assert.ok(som(na.instroom) < som(voor.instroom));
      assert.equal(som(na.instroom), hertel(await lijst('landelijk'), na).instroom);
    } finally {
      await rows(app.db(), sql`update gebruiker set organisatie = null where id = 'landelijk'`);
    }
  });

  it('stand beside how many clients there are, for who reads figures of that region, and for nobody else', async () => {
    assert.equal((await lees('landelijk')).clienten, null, 'nobody counted them yet');
    const wie = new Bezoeker(app.url);
    await wie.logIn('coordinator.oost');
    assert.match((await wie.volg('/cijfers')).tekst, /Hoeveel cliënten er zijn, is hier niet bekend\./);
    const bestand = readFileSync('db/seeds/noemers-2024-03.csv', 'utf8');
    assert.equal(
      (await app.as('beheer').post('/noemerbestanden', bestand, { 'content-type': 'text/csv' })).status,
      201,
    );
    // The report of March 2024, and what is in the list.
    const CLIENTEN = { WEST: 309, OOST: 295, ZUID: 174, MIDDEN: 136, NOORD: 122, ONBEKEND: 212 };
    for (const [lezer, regios] of [
      ['landelijk', CLIENTEN],
      ['programmaleiding', CLIENTEN],
      ['coordinator.oost', { OOST: 295 }],
    ] as const) {
      const { clienten, vanafDatum } = await lees(lezer);
      const gezien = await lijst(lezer, ({ ingediendOp }) => datumVan(ingediendOp) >= vanafDatum);
      assert.equal(clienten.peildatum, '2024-02-29');
      assert.match(clienten.bron, /maart 2024/);
      assert.deepEqual(
        clienten.regios,
        Object.entries(regios).map(([regio, aantal]) => {
          const ingediend = gezien.filter((regel) => (regel.regio ?? 'ONBEKEND') === regio).length;
          return { regio, clienten: aantal, ingediend, perHonderd: Number(((100 * ingediend) / aantal).toFixed(1)) };
        }),
      );
    }
    const pagina = await wie.volg('/cijfers');
    assert.match(pagina.tekst, /Oost \(295 cliënten\)[^]*?<a href="\/signalen\?[^"]*regio=OOST/);
    assert.match(pagina.tekst, /Cliënten op donderdag 29 februari 2024\. Bron: [^<]*maart 2024/);
    const ziet = (persoon: string) => leesNoemers(app.database.voor({ rol: 'lezer', persoon }));
    assert.deepEqual([(await ziet('metgezel.noord')).length, (await ziet('coordinator.oost')).length], [0, 24]);
    assert.equal((await app.as('coordinator.oost').get('/noemers')).status, 403, 'who counted them is not theirs');
  });

  it('400, and 422 on the page: a region, a time or a map that is not there is said at once, and nothing else is shown for it', async () => {
    const TIJDVAK = 'Dit is geen jaar of kwartaal. Schrijf een jaar als 2027, of een kwartaal als 2027-K2.';
    const { status, body } = await app.as('landelijk').get('/cijfers?regio=ATLANTIS&tijdvak=2026-K5');
    const zinnen = body.errors.map(({ detail }: { detail: string }) => detail);
    assert.deepEqual([status, zinnen.toSorted()], [400, [TIJDVAK, 'Kies een van: WEST, OOST, ZUID, MIDDEN, NOORD.']]);
    const wie = new Bezoeker(app.url);
    await wie.logIn('landelijk');
    const pagina = await wie.volg('/cijfers?regio=ATLANTIS&tijdvak=2026-K5&kaart=wolken');
    assert.equal(pagina.status, 422);
    const REGIO = 'Deze regio kennen wij niet. Kies West, Oost, Zuid, Midden of Noord.';
    for (const zin of [TIJDVAK, REGIO, 'Deze kaart kennen wij niet. Kies wat de kaart laat zien.'])
      assert.ok(pagina.tekst.includes(`<li>${zin}</li>`), zin);
    assert.match(pagina.tekst, /Hieronder staan die over de laatste twaalf maanden\./);
    assert.match(pagina.tekst, /<title>Fout: Cijfers van heel Nederland/);
    const kwartaal = await wie.volg('/cijfers?tijdvak=2026-K2&kaart=wolken');
    assert.match(kwartaal.tekst, /Hieronder staan die over het tweede kwartaal van 2026\./);
    assert.equal((await wie.volg('/cijfers?tijdvak=2026-K2&tijdvak=2026-K1')).status, 422);
    assert.equal((await wie.volg('/cijfers?tijdvak=2026-K2&kaart=open')).status, 200);
  });

  it('403: another region than one’s own, and whoever has no figures', async () => {
    assert.equal((await app.as('coordinator.oost').get('/cijfers?regio=WEST')).status, 403);
    assert.equal((await app.as('metgezel.noord').get('/cijfers')).status, 403);
  });

  for (const [wie, titel] of [
    ['coordinator.noord', 'Cijfers van regio Noord'],
    ['landelijk', 'Cijfers van heel Nederland'],
    ['programmaleiding', 'Cijfers van heel Nederland'],
  ] as const)
    it(`are on a page that says them to ${wie} in words, and lead to the signalen that they count`, async () => {
      const hilde = new Bezoeker(app.url);
      await hilde.logIn(wie);
      const { status, tekst } = await hilde.volg('/cijfers');
      assert.equal(status, 200);
      assert.ok(tekst.includes(`<h1>${titel}</h1>`));
      assert.match(tekst, /Er zijn \d+ signalen ingediend\. De meeste kwamen in \w+ \d{4}/);
      const getallen = Array.from(tekst.matchAll(/href="(\/signalen\?[^"]+)">(\d+)<\/a>/g));
      assert.ok(getallen.length > 5);
      for (const [, adres = '', getal] of getallen) {
        const geteld = await hilde.volg(adres.replaceAll('&amp;', '&'));
        const rijen = geteld.tekst.match(/<th role="rowheader"/g) ?? [];
        assert.deepEqual([geteld.status, rijen.length], [200, Math.min(Number(getal), 50)], adres);
      }
    });

  it('have no page for whoever has none', async () => {
    const anneke = new Bezoeker(app.url);
    await anneke.logIn('metgezel.noord');
    assert.equal((await anneke.volg('/cijfers')).status, 403);
  });
});
