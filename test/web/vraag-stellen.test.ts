import assert from 'node:assert/strict';

import { maakPartnerlink } from '#activities/schrijven/partnerlink.ts';
import { text } from '#db/columns.ts';
import { rows, sql } from '#db/sql.ts';
import { datumVan, plusDagen } from '#domain/tijd/amsterdam.ts';
import { type Client, nieuwSignaal, startApp } from '#test/support/app.ts';
import { type Bezoeker, ingelogd, verborgen, woorden } from '#test/support/bezoeker.ts';
import { Loket } from '#test/support/loket.ts';

describe('asking a party something', () => {
  let app: Client;
  const bezoekers = new Map<string, Bezoeker>();
  before(async () => (app = await startApp()));
  after(() => app.stop());
  afterEach(() => assert.deepEqual(app.fouten, []));
  const als = (gebruiker: string) => ingelogd(bezoekers, app.url, gebruiker);

  it('shows beforehand exactly what the party reads, and when it is closed', async () => {
    const { nummer } = (
      await app
        .as('metgezel.noord')
        .post('/signalen', nieuwSignaal({ wens: 'hulp', motief: 'geen_aanbod', urgentie: 'hoog' }))
    ).body;
    assert.equal((await app.as('coordinator.noord').post(`/signalen/${nummer}/oppakkingen`)).status, 201);
    const morgen = plusDagen(datumVan(new Date().toISOString()), 1);
    const sluiting = { vanDatum: morgen, totEnMetDatum: plusDagen(morgen, 2), reden: 'Verhuizing' };
    assert.equal((await app.as('beheer').post('/organisaties/GM0014/sluitingen', sluiting)).status, 201);
    const hilde = await als('coordinator.noord');
    const adres = `/signalen/${nummer}/verzoek-doen`;
    const formulier = await hilde.volg(adres);
    assert.equal(formulier.status, 200, formulier.url);
    assert.doesNotMatch(formulier.tekst, /id="voorbeeld"/);
    assert.match(
      formulier.tekst,
      /<select[^>]* name="organisatie"[^>]* data-filter=""/,
      'a browser narrows the list while one types',
    );
    const invoer = { soort: 'vraag', organisatie: 'GM0014', vraag: 'Wilt u voor juni een besluit nemen?' };
    const velden = { ...verborgen(formulier), ...invoer };
    const gezien = await hilde.stuur(adres, { ...velden, stap: 'bekijk' });
    const [voorbeeld = ''] =
      /<section aria-labelledby="voorbeeld">.*?<p class="zacht">Daaronder/s.exec(gezien.tekst) ?? [];
    assert.match(voorbeeld, /Let op: [^<]+ is gesloten van [^<]+ \(Verhuizing\)/);
    const [, kaart = ''] = /<div class="kaart voorbeeld">(.*)<p class="zacht">Daaronder/s.exec(voorbeeld) ?? [];
    await hilde.stuur(adres, { ...velden, stap: 'doe' });
    const [gesteld] = await rows(
      app.db(),
      sql`select p.stroom::text, p.verzoek, p.email from partij p join stroom s on s.id = p.stroom where s.nummer = ${nummer}`,
      { stroom: text, verzoek: text, email: text },
    );
    const { stroom = '', verzoek = '', email = '' } = gesteld ?? {};
    const link = { stroom, verzoek, adres: email, nu: new Date().toISOString() };
    const loket = new Loket(app, stroom, verzoek, await maakPartnerlink(app.db(), link), email);
    const pagina = await loket.open();
    assert.match(kaart, new RegExp(`Kenmerk ${nummer} <span class="[^"]+">Hoog</span>`));
    const gelezen = (tekst: string) => woorden({ ...gezien, tekst }).trim();
    assert.match(gelezen(kaart), /Wilt u voor juni een besluit nemen\? Wie vraagt dit\? Hilde Postma van Metgezel\./);
    assert.ok(gelezen(pagina).includes(gelezen(kaart)), `${gelezen(kaart)} stands not in ${gelezen(pagina)}`);
  });
});
