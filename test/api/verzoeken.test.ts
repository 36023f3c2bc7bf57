import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

import { boolean } from '#db/columns.ts';
import { rows, sql } from '#db/sql.ts';
import { contactVan, type Opdrachtinhoud } from '#domain/signaal/opdracht.ts';
import { datumVan, plusDagen } from '#domain/tijd/amsterdam.ts';
import { type Client, nieuwSignaal, startApp } from '#test/support/app.ts';

const LOKET = '0192d000-0000-7000-8000-000000000001';
const VRAAG = { soort: 'vraag', organisatie: 'GM0014', vraag: 'Wilt u een besluit nemen?' };

function over(dagen: number): string {
  return plusDagen(datumVan(new Date().toISOString()), dagen);
}

describe('verzoeken', () => {
  let app: Client;
  before(async () => (app = await startApp()));
  after(() => app.stop());

  const doe = (wie: string, nummer: string, daad: string, body?: unknown, headers?: Record<string, string>) =>
    app.as(wie).post(`/signalen/${nummer}/${daad}`, body, headers);
  const goed = async (wie: string, nummer: string, daad: string, body?: unknown) => {
    const { status, body: signaal } = await doe(wie, nummer, daad, body);
    assert.deepEqual([daad, status, signaal.detail], [daad, 201, undefined]);
    return signaal;
  };
  const weigert = async (wie: string, nummer: string, daad: string, body: unknown, status: number, code: string) => {
    const reply = await doe(wie, nummer, daad, body);
    assert.deepEqual([reply.status, reply.body.code], [status, code]);
  };
  /** Filed by metgezel.noord and in the hands of coordinator.noord. */
  const opgepakt = async (anders: Record<string, unknown> = {}): Promise<string> => {
    const hulp = nieuwSignaal({ wens: 'hulp', motief: 'geen_reactie', ...anders });
    const { nummer } = (await app.as('metgezel.noord').post('/signalen', hulp)).body;
    await goed('coordinator.noord', nummer, 'oppakkingen');
    return nummer;
  };
  /** With one verzoek, whose id is given. */
  const gevraagd = async (verzoek: object = VRAAG): Promise<[string, string]> => {
    const nummer = await opgepakt();
    return [nummer, (await goed('coordinator.noord', nummer, 'verzoeken', verzoek)).verzoeken[0].id];
  };
  const alsPartij = async (nummer: string, verzoek: string, inhoud: Opdrachtinhoud): Promise<void> => {
    const { id } = (await app.as('landelijk').get(`/signalen/${nummer}`)).body;
    const opdracht = { ...inhoud, id: randomUUID(), door: contactVan(verzoek) };
    const antwoord = await app.uitvoeren.voerUit(id, opdracht);
    assert.equal(antwoord.soort, 'gedaan');
  };

  it('a vraag goes to a desk, which has the ball until a date', async () => {
    const nummer = await opgepakt();
    const signaal = await goed('coordinator.noord', nummer, 'verzoeken', { ...VRAAG, loket: LOKET });
    const [verzoek] = signaal.verzoeken;
    assert.deepEqual(
      [verzoek.soort, verzoek.organisatie, verzoek.status, verzoek.vraag, verzoek.contact.naam, verzoek.geopendOp],
      ['vraag', { id: 'GM0014', naam: 'Gemeente Groningen' }, 'gesteld', VRAAG.vraag, 'Marieke Dijkstra', null],
    );
    assert.ok(verzoek.totEnMetDatum > over(9));
    assert.deepEqual(signaal.aanZet, {
      soort: 'partij',
      organisatie: verzoek.organisatie,
      verzoek: verzoek.id,
      totEnMetDatum: verzoek.totEnMetDatum,
    });
    const [staat] = await rows(
      app.db(),
      sql`select (staat -> 'verzoeken' -> 0 ->> 'escalatiecontact')::boolean as escalatie from stroom where nummer = ${nummer}`,
      { escalatie: boolean },
    );
    assert.equal(staat?.escalatie, true);
  });

  it('of an organisatie that is closed today or on the last day of the term it says so, and the term runs on', async () => {
    const sluit = (vanDatum: string, totEnMetDatum: string) =>
      app.as('landelijk').post('/organisaties/ZK_MENZIS/sluitingen', { vanDatum, totEnMetDatum, reden: 'Verhuizing' });
    await sluit(over(1), over(2));
    const [nummer, id] = await gevraagd({ ...VRAAG, organisatie: 'ZK_MENZIS' });
    const verzoekNu = async () => (await app.as('coordinator.noord').get(`/signalen/${nummer}`)).body.verzoeken[0];
    const { gesloten, bereikbaar, totEnMetDatum } = await verzoekNu();
    assert.deepEqual([gesloten, bereikbaar], [null, true], 'open today and on the last day');
    await sluit(totEnMetDatum, totEnMetDatum);
    const opHetEind = { vanDatum: totEnMetDatum, totEnMetDatum, reden: 'Verhuizing' };
    assert.deepEqual((await verzoekNu()).gesloten, opHetEind);
    await sluit(over(-1), over(0));
    const vandaag = { vanDatum: over(-1), totEnMetDatum: over(0), reden: 'Verhuizing' };
    const gedaan = await goed('coordinator.noord', nummer, 'verzoeken', { ...VRAAG, organisatie: 'ZK_MENZIS' });
    assert.deepEqual([gedaan.verzoeken[1].gesloten, gedaan.verzoeken[1].status], [vandaag, 'gesteld']);
    assert.equal(gedaan.verzoeken[1].totEnMetDatum, totEnMetDatum);
    const { termijnen } = (await app.as('coordinator.noord').get(`/signalen/${nummer}/termijnen`)).body;
    const zinnen = termijnen.map(({ soort, inWoorden }: { soort: string; inWoorden: string[] }) => [
      soort,
      inWoorden.some((zin) => /^De organisatie is gesloten van .+ \(Verhuizing\)\. De termijn loopt door\.$/.test(zin)),
    ]);
    assert.deepEqual(new Set(zinnen.map(String)), new Set(['duur,false', 'behandelen,false', 'vraag,true']));
    await goed('coordinator.noord', nummer, `verzoeken/${id}/antwoorden`, { antwoord: 'opgelost' });
    assert.equal((await verzoekNu()).gesloten, null, 'nothing is waited for any more');
  });

  it('409: an organisatie without a desk is asked nothing, with what to do instead; a call goes into a note', async () => {
    const nummer = await opgepakt();
    const vraag = { ...VRAAG, organisatie: 'SVB' };
    const { status, body } = await doe('coordinator.noord', nummer, 'verzoeken', vraag);
    assert.deepEqual([status, body.code], [409, 'geen_loket']);
    assert.match(body.detail, /geen loket .+ loket toe te voegen\. Of bel .+ notitie\.$/);
    const signaal = (await app.as('coordinator.noord').get(`/signalen/${nummer}`)).body;
    assert.deepEqual([signaal.verzoeken, signaal.aanZet.soort], [[], 'persoon']);
    const contact = { naam: 'Fleur Mulder', email: 'loket.svb@voorbeeld.nl', telefoon: '020 123 45 01' };
    await app.as('landelijk').post('/organisaties/SVB/loketten', { naam: 'Loket', contact, reden: 'Nieuw' });
    const [gedaan] = (await goed('coordinator.noord', nummer, 'verzoeken', vraag)).verzoeken;
    assert.deepEqual([gedaan.bereikbaar, gedaan.contact.naam], [true, 'Fleur Mulder']);
    const [loket] = (await app.as('landelijk').get('/organisaties/SVB/loketten')).body.loketten;
    await rows(app.db(), sql`update loket set actief = false where id = ${loket.id}`);
    await weigert('coordinator.noord', nummer, `verzoeken/${gedaan.id}/verleggingen`, undefined, 409, 'geen_loket');
  });

  it('409: a consultatie of who may not read signalen, with who can', async () => {
    const nummer = await opgepakt();
    for (const persoon of ['beheer', 'auditor']) {
      const vraag = { soort: 'consultatie', persoon, vraag: 'Denkt u mee?' };
      const { status, body } = await doe('coordinator.noord', nummer, 'verzoeken', vraag);
      assert.deepEqual([status, body.code], [409, 'ontvanger_ongeschikt']);
      assert.match(body.detail, /mag geen signalen lezen\. Vraag een Metgezel/);
      const mee = await doe('coordinator.noord', nummer, 'meedenkers', { persoon });
      assert.deepEqual([mee.status, mee.body.detail], [409, body.detail]);
    }
  });

  it('400: an organisatie or a desk that we do not know, and a desk of another organisatie', async () => {
    const nummer = await opgepakt();
    for (const [anders, waar] of [
      [{ organisatie: 'BESTAAT_NIET' }, '#/organisatie'],
      [{ loket: randomUUID() }, '#/loket'],
      [{ organisatie: 'CIZ', loket: LOKET }, '#/loket'],
    ] as const) {
      const { status, body } = await doe('coordinator.noord', nummer, 'verzoeken', { ...VRAAG, ...anders });
      assert.deepEqual(
        [status, body.errors.map((f: { location: { pointer: string } }) => f.location.pointer)],
        [400, [waar]],
      );
    }
  });

  it('400: handed on to nobody in particular, so that nobody would get the question', async () => {
    const [nummer, id] = await gevraagd();
    const antwoord = { antwoord: 'doorgegeven', toelichting: 'Een collega doet het.' };
    const { status, body } = await doe('coordinator.noord', nummer, `verzoeken/${id}/antwoorden`, antwoord);
    assert.deepEqual([status, body.errors[0].location.pointer], [400, '#/collega']);
    const collega = { naam: 'Piet Jansen', email: 'piet@voorbeeld.nl' };
    const door = await goed('coordinator.noord', nummer, `verzoeken/${id}/antwoorden`, { ...antwoord, collega });
    assert.equal(door.verzoeken[0].contact.email, collega.email);
  });

  it('400: nobody is named, or too many', async () => {
    const nummer = await opgepakt();
    const fouten = async (verzoek: object) =>
      (await doe('coordinator.noord', nummer, 'verzoeken', { vraag: 'x', ...verzoek })).body.errors.map(
        ({ location, code }: { location: { pointer: string }; code: string }) => `${location.pointer} ${code}`,
      );
    assert.deepEqual(await fouten({ soort: 'vraag' }), ['#/organisatie geen_partij']);
    assert.deepEqual(await fouten({ soort: 'consultatie' }), ['#/organisatie geen_partij']);
    assert.deepEqual(await fouten({ soort: 'consultatie', organisatie: 'CIZ', persoon: 'landelijk' }), [
      '#/persoon overbodig',
    ]);
    assert.deepEqual(await fouten({ soort: 'warme_overdracht', persoon: 'landelijk' }), [
      '#/organisatie geen_partij',
      '#/persoon overbodig',
    ]);
    assert.deepEqual(await fouten({ soort: 'navraag', loket: LOKET }), ['#/loket overbodig']);
    assert.deepEqual(await fouten({ soort: 'consultatie', persoon: 'niemand' }), ['#/persoon onbekend']);
  });

  it('403 and 409: not the behandelaar, one’s own employer, a knelpunt inside the programme', async () => {
    await weigert('metgezel.noord', await opgepakt(), 'verzoeken', VRAAG, 403, 'niet_behandelaar');
    const eigen = nieuwSignaal({ gemeente: 'GM0193' });
    const { nummer } = (await app.as('metgezel.zorgaanbieder').post('/signalen', eigen)).body;
    const werkgever = { ...VRAAG, organisatie: 'DEMO_ZORGAANBIEDER' };
    await weigert('metgezel.zorgaanbieder', nummer, 'verzoeken', werkgever, 403, 'belangenconflict');
    const programma = (await app.as('metgezel.noord').post('/signalen', nieuwSignaal({ knelpunttypen: ['PROGRAMMA'] })))
      .body;
    await goed('landelijk', programma.nummer, 'oppakkingen');
    await weigert('landelijk', programma.nummer, 'verzoeken', VRAAG, 409, 'geen_ketenpartner');
  });

  it('the behandelaar records a promise that was phoned: the party keeps the ball until that date', async () => {
    const [nummer, id] = await gevraagd();
    const belofte = { antwoord: 'toegezegd', toegezegdDatum: over(7), toelichting: 'Het besluit komt volgende week.' };
    const signaal = await goed('coordinator.noord', nummer, `verzoeken/${id}/antwoorden`, belofte);
    const [verzoek] = signaal.verzoeken;
    assert.deepEqual([verzoek.status, verzoek.totEnMetDatum], ['toegezegd', over(7)]);
    const { op: _op, ...antwoord } = verzoek.antwoorden[0];
    assert.deepEqual(antwoord, { ...belofte, bevoegd: null, vastgelegd: true, herziet: false });
    const ja = await goed('coordinator.noord', nummer, `verzoeken/${id}/antwoorden`, { antwoord: 'opgelost' });
    assert.deepEqual([ja.verzoeken[0].status, ja.aanZet.persoon.id], ['beantwoord', 'coordinator.noord']);
    await weigert(
      'coordinator.noord',
      nummer,
      `verzoeken/${id}/antwoorden`,
      { antwoord: 'opgelost' },
      409,
      'verzoek_gesloten',
    );
  });

  it('van het kastje naar de muur is flagged: each organisatie names the other', async () => {
    const [nummer, eerste] = await gevraagd();
    const anders = { antwoord: 'niet_bevoegd', bevoegd: 'CIZ' };
    const een = await goed('coordinator.noord', nummer, `verzoeken/${eerste}/antwoorden`, anders);
    assert.deepEqual([een.domeindiscussie, een.verzoeken[0].antwoorden[0].bevoegd.id], [false, 'CIZ']);
    const na = await goed('coordinator.noord', nummer, 'verzoeken', { ...VRAAG, organisatie: 'CIZ' });
    const tweede = na.verzoeken[1].id;
    const terug = { antwoord: 'niet_bevoegd', toelichting: 'Vraag het de gemeente.' };
    const twee = await goed('coordinator.noord', nummer, `verzoeken/${tweede}/antwoorden`, terug);
    assert.equal(twee.domeindiscussie, true);
    assert.deepEqual(
      twee.nietBevoegd.map(({ id }: { id: string }) => id),
      ['GM0014', 'CIZ'],
    );
  });

  it('the party asks for information and gets it: the ball goes there and back, and the record names it', async () => {
    const [nummer, id] = await gevraagd();
    await alsPartij(nummer, id, {
      soort: 'verzoekBeantwoorden',
      verzoek: id,
      antwoord: { soort: 'meer_informatie_nodig' },
      tekst: { toelichting: 'Welke beschikking?' },
    });
    const wacht = (await app.as('coordinator.noord').get(`/signalen/${nummer}`)).body;
    assert.deepEqual(
      [wacht.verzoeken[0].status, wacht.verzoeken[0].totEnMetDatum, wacht.aanZet.soort],
      ['wacht_op_informatie', null, 'persoon'],
    );
    const weer = await goed('coordinator.noord', nummer, `verzoeken/${id}/informatie`, {
      informatie: 'De aanvraag van maart.',
    });
    assert.deepEqual([weer.verzoeken[0].status, weer.aanZet.soort], ['gesteld', 'partij']);
    const verslag = (await app.as('coordinator.noord').get(`/signalen/${nummer}/gebeurtenissen`)).body.gebeurtenissen;
    const antwoord = verslag.find(({ soort }: { soort: string }) => soort === 'verzoek_beantwoord');
    assert.equal(antwoord.door.naam, 'Gemeente Groningen');
    await weigert(
      'coordinator.noord',
      nummer,
      `verzoeken/${id}/informatie`,
      { informatie: 'x' },
      409,
      'antwoord_past_niet',
    );
  });

  it('the escalation contact is held back once, the verzoek goes to another desk, and is taken back', async () => {
    const [nummer, id] = await gevraagd();
    const tegen = await goed('coordinator.noord', nummer, `verzoeken/${id}/tegenhoudingen`, {
      toelichting: 'Ze bellen.',
    });
    assert.equal(tegen.verzoeken[0].tegengehouden, true);
    await weigert(
      'coordinator.noord',
      nummer,
      `verzoeken/${id}/tegenhoudingen`,
      { toelichting: 'x' },
      409,
      'al_eens_gedaan',
    );
    await goed('coordinator.noord', nummer, `verzoeken/${id}/verleggingen`, { loket: LOKET });
    const vreemd = await doe('coordinator.noord', nummer, `verzoeken/${id}/verleggingen`, { loket: randomUUID() });
    assert.deepEqual([vreemd.status, vreemd.body.errors[0].code], [400, 'onbekend']);
    const terug = await goed('coordinator.noord', nummer, `verzoeken/${id}/intrekkingen`);
    assert.deepEqual([terug.verzoeken[0].status, terug.aanZet.soort], ['ingetrokken', 'persoon']);
    await weigert('coordinator.noord', nummer, `verzoeken/${id}/intrekkingen`, {}, 409, 'verzoek_gesloten');
    await weigert(
      'coordinator.noord',
      nummer,
      `verzoeken/${randomUUID()}/intrekkingen`,
      {},
      404,
      'verzoek_bestaat_niet',
    );
  });

  it('an expert sees the signaal and advises; the ball stays with the behandelaar’s term', async () => {
    const [nummer, id] = await gevraagd({ soort: 'consultatie', persoon: 'metgezel.west', vraag: 'Kent u dit?' });
    const gezien = (await app.as('metgezel.west').get(`/signalen/${nummer}`)).body;
    assert.equal(gezien.verzoeken[0].persoon.id, 'metgezel.west');
    await weigert(
      'metgezel.west',
      nummer,
      `verzoeken/${id}/antwoorden`,
      { antwoord: 'opgelost' },
      409,
      'antwoord_past_niet',
    );
    const advies = { antwoord: 'advies', toelichting: 'Bel het zorgkantoor.' };
    const signaal = await goed('metgezel.west', nummer, `verzoeken/${id}/antwoorden`, advies);
    assert.deepEqual(
      [signaal.verzoeken[0].status, signaal.verzoeken[0].antwoorden[0].vastgelegd],
      ['beantwoord', false],
    );
  });

  it('a navraag goes to the filer, who is then aan zet', async () => {
    const [nummer, id] = await gevraagd({ soort: 'navraag', vraag: 'Is er al een indicatie?' });
    const gezien = (await app.as('metgezel.noord').get(`/signalen/${nummer}`)).body;
    assert.equal(gezien.aanZet.persoon.id, 'metgezel.noord');
    const antwoord = { antwoord: 'informatie', toelichting: 'Ja, sinds mei.' };
    const signaal = await goed('metgezel.noord', nummer, `verzoeken/${id}/antwoorden`, antwoord);
    assert.equal(signaal.verzoeken[0].antwoorden[0].toelichting, 'Ja, sinds mei.');
    await weigert('metgezel.west', nummer, `verzoeken/${id}/antwoorden`, antwoord, 404, 'niet_gevonden');
  });

  it('the same verzoek twice is one verzoek', async () => {
    const nummer = await opgepakt();
    const sleutel = { 'idempotency-key': randomUUID() };
    const [een, twee] = await Promise.all([
      doe('coordinator.noord', nummer, 'verzoeken', VRAAG, sleutel),
      doe('coordinator.noord', nummer, 'verzoeken', VRAAG, sleutel),
    ]);
    assert.deepEqual([een.status, twee.status, een.body.verzoeken.length], [201, 201, 1]);
    assert.deepEqual(een.body.verzoeken, twee.body.verzoeken);
  });
});
