import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

import { text } from '#db/columns.ts';
import { rows, sql } from '#db/sql.ts';
import { datumVan, opUur, plusDagen } from '#domain/tijd/amsterdam.ts';
import { type Client, nieuwSignaal, startApp } from '#test/support/app.ts';

const HULP = { wens: 'hulp', motief: 'herhaling' };
const OVERDRACHT = { geprobeerd: 'Gebeld.', gevraagd: 'Een besluit.', gewenst: 'Iemand die beslist.' };

/** A date so many days from today, in Amsterdam. */
function over(dagen: number): string {
  return plusDagen(datumVan(new Date().toISOString()), dagen);
}

describe('the acts of the ladder', () => {
  let app: Client;
  before(async () => (app = await startApp()));
  after(() => app.stop());

  const dienIn = async (anders: Record<string, unknown> = {}, wie = 'metgezel.noord'): Promise<string> =>
    (await app.as(wie).post('/signalen', nieuwSignaal(anders))).body.nummer;
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
    assert.match(reply.body.detail, /^[A-Z].*\.$/);
  };
  const lees = async (wie: string, nummer: string) => (await app.as(wie).get(`/signalen/${nummer}`)).body;
  const opgepakt = async (): Promise<string> => {
    const nummer = await dienIn(HULP);
    await goed('coordinator.noord', nummer, 'oppakkingen');
    return nummer;
  };
  const opLandelijk = async (): Promise<string> => {
    const nummer = await opgepakt();
    await goed('landelijk', nummer, 'escalaties', { motief: 'regelgeving_knelt', overdracht: OVERDRACHT });
    return nummer;
  };

  it('vrijgevingen: nobody has it, and somebody must pick it up', async () => {
    const nummer = await opgepakt();
    const signaal = await goed('coordinator.noord', nummer, 'vrijgevingen', { toelichting: 'Ik ga met pensioen.' });
    assert.deepEqual(
      [signaal.behandelaar, signaal.status, signaal.aanZet],
      [null, 'wacht_op_oppakken', { soort: 'niveau', niveau: 'regionaal' }],
    );
    await weigert('coordinator.noord', nummer, 'vrijgevingen', undefined, 409, 'geen_behandelaar');
  });

  it('pauzes and hervattingen: nobody is aan zet until the date, and the reason is shown', async () => {
    const nummer = await dienIn();
    const rust = { reden: 'afwezigheid', totEnMetDatum: over(14), toelichting: 'Het gezin is op vakantie.' };
    const stil = await goed('metgezel.noord', nummer, 'pauzes', rust);
    assert.deepEqual(
      [stil.status, stil.pauze, stil.aanZet],
      ['gepauzeerd', rust, { soort: 'niemand', totEnMetDatum: over(14) }],
    );
    const verder = await goed('metgezel.noord', nummer, 'hervattingen');
    assert.deepEqual([verder.status, verder.pauze, verder.aanZet.soort], ['in_behandeling', null, 'persoon']);
    await weigert('metgezel.noord', nummer, 'hervattingen', undefined, 409, 'status_staat_niet_toe');
    await weigert('metgezel.noord', nummer, 'pauzes', { ...rust, totEnMetDatum: over(200) }, 409, 'datum_ongeldig');
    await weigert('coordinator.noord', nummer, 'pauzes', rust, 403, 'niet_behandelaar');
  });

  it('verlengingen: the last day moves, once', async () => {
    const nummer = await dienIn();
    const eerst = await lees('metgezel.noord', nummer);
    const later = await goed('metgezel.noord', nummer, 'verlengingen', { toelichting: 'Er komt nog een besluit.' });
    assert.ok(later.termijnOp > eerst.termijnOp);
    await weigert('metgezel.noord', nummer, 'verlengingen', { toelichting: 'Nog meer.' }, 409, 'al_eens_gedaan');
  });

  it('aanpakken: at landelijk alone, with a date to review it', async () => {
    const nummer = await opLandelijk();
    const aanpak = { aanpak: 'In gesprek met het ministerie.', herzienDatum: over(28) };
    const signaal = await goed('landelijk', nummer, 'aanpakken', aanpak);
    assert.deepEqual(signaal.aanpak, aanpak);
    assert.ok(signaal.termijnen.some(({ soort }: { soort: string }) => soort === 'aanpak'));
    await weigert('coordinator.noord', await opgepakt(), 'aanpakken', aanpak, 409, 'status_staat_niet_toe');
  });

  it('overdrachten: the other region gets it, the old one keeps sight', async () => {
    const nummer = await opgepakt();
    const signaal = await goed('coordinator.noord', nummer, 'overdrachten', {
      regio: 'WEST',
      toelichting: 'Verhuisd.',
    });
    assert.deepEqual([signaal.regio, signaal.eerdereRegios, signaal.behandelaar], ['WEST', ['NOORD'], null]);
    assert.equal((await app.as('coordinator.noord').get(`/signalen/${nummer}`)).status, 200);
    const gezien = (await app.as('coordinator.noord').get('/signalen?regio=WEST')).body.signalen;
    assert.deepEqual(
      gezien.map((regel: { nummer: string }) => regel.nummer),
      [nummer],
    );
    assert.equal((await app.as('coordinator.zuid').get(`/signalen/${nummer}`)).status, 404);
    await weigert(
      'coordinator.noord',
      nummer,
      'overdrachten',
      { regio: 'NOORD', toelichting: 'Terug.' },
      403,
      'niet_bevoegd',
    );
  });

  it('indelingen: better codes are shown and found, a shorter urgency shortens the term', async () => {
    const nummer = await dienIn({ knelpunttypen: ['ANDERS'] });
    const eerst = await lees('metgezel.noord', nummer);
    const signaal = await goed('coordinator.noord', nummer, 'indelingen', {
      knelpunttypen: ['DOMEIN'],
      doelgroepen: ['ASS_LLB'],
      urgentie: 'hoog',
    });
    assert.deepEqual([signaal.knelpunttypen, signaal.doelgroepen, signaal.urgentie], [['DOMEIN'], ['ASS_LLB'], 'hoog']);
    assert.ok(signaal.termijnOp < eerst.termijnOp);
    const gevonden = (await app.as('landelijk').get('/signalen?doelgroep=ASS_LLB&knelpunttype=DOMEIN')).body.signalen;
    assert.deepEqual(
      gevonden.map((regel: { nummer: string }) => regel.nummer),
      [nummer],
    );
    await weigert('metgezel.noord', nummer, 'indelingen', { urgentie: 'normaal' }, 403, 'niet_bevoegd');
    const leeg = await doe('coordinator.noord', nummer, 'indelingen', { toelichting: 'Zomaar.' });
    assert.deepEqual([leeg.status, leeg.body.errors[0].detail], [400, 'Wijzig het onderwerp of minstens één code.']);
  });

  it('meedenkers: they see it from then on, in lists too, and write notes', async () => {
    const nummer = await dienIn();
    const signaal = await goed('metgezel.noord', nummer, 'meedenkers', { persoon: 'metgezel.west' });
    assert.deepEqual(
      signaal.meedenkers.map(({ id }: { id: string }) => id),
      ['metgezel.west'],
    );
    assert.equal((await app.as('metgezel.west').get('/signalen')).body.signalen[0].nummer, nummer);
    await goed('metgezel.west', nummer, 'notities', { notitie: 'Dit zag ik eerder.' });
    await weigert('metgezel.noord', nummer, 'meedenkers', { persoon: 'metgezel.west' }, 409, 'al_eens_gedaan');
    await weigert('metgezel.noord', nummer, 'meedenkers', { persoon: 'auditor' }, 409, 'ontvanger_ongeschikt');
    const niemand = await doe('metgezel.noord', nummer, 'meedenkers', { persoon: 'niemand' });
    assert.deepEqual([niemand.status, niemand.body.errors[0].location.pointer], [400, '#/persoon']);
  });

  it('aanvullingen: what came later, with a decision whose bezwaar date is watched', async () => {
    const nummer = await dienIn();
    const besluit = { datum: over(-3), soort: 'Afwijzing Wlz' };
    const signaal = await goed('metgezel.noord', nummer, 'aanvullingen', { aanvulling: 'Er is een besluit.', besluit });
    assert.equal(signaal.aanvullingen[0].aanvulling, 'Er is een besluit.');
    assert.deepEqual([signaal.besluit.datum, signaal.besluit.soort], [besluit.datum, besluit.soort]);
    assert.ok(signaal.termijnen.some(({ soort }: { soort: string }) => soort === 'bezwaar'));
    const later = { aanvulling: 'x', besluit: { datum: over(2), soort: 'x' } };
    const { status, body } = await doe('metgezel.noord', nummer, 'aanvullingen', later);
    assert.deepEqual([status, body.errors[0].location.pointer], [400, '#/besluit/datum']);
    await weigert('coordinator.noord', nummer, 'aanvullingen', { aanvulling: 'x' }, 403, 'niet_bevoegd');
  });

  it('spoedvragen: shown until a coordinator has decided', async () => {
    const nummer = await dienIn();
    const gevraagd = await goed('metgezel.noord', nummer, 'spoedvragen', { reden: 'Ze worden uitgezet.' });
    assert.equal(gevraagd.spoedGevraagd.reden, 'Ze worden uitgezet.');
    const beslist = await goed('coordinator.noord', nummer, 'indelingen', { urgentie: 'spoed' });
    assert.deepEqual(
      [beslist.spoedGevraagd, beslist.niveau, beslist.behandelaar.id],
      [null, 'regionaal', 'coordinator.noord'],
    );
    await weigert('metgezel.noord', nummer, 'spoedvragen', { reden: 'Nog eens.' }, 409, 'al_eens_gedaan');
  });

  it('ervaringen: helpt niet reopens by itself once', async () => {
    const nummer = await dienIn();
    await goed('metgezel.noord', nummer, 'uitkomsten', { uitkomst: 'opgelost', toelichting: 'Gelukt.' });
    const weer = await goed('metgezel.noord', nummer, 'ervaringen', {
      ervaring: 'helpt_niet',
      toelichting: 'Weer mis.',
    });
    assert.deepEqual(
      [weer.status, weer.ervaring, weer.afsluiting, weer.afgeslotenOp],
      ['in_behandeling', 'helpt_niet', null, null],
    );
    await weigert('metgezel.noord', nummer, 'ervaringen', { ervaring: 'helpt' }, 409, 'status_staat_niet_toe');
    await goed('metgezel.noord', nummer, 'uitkomsten', { uitkomst: 'deels_opgelost', toelichting: 'Half gelukt.' });
    const dicht = await goed('metgezel.noord', nummer, 'ervaringen', { ervaring: 'helpt_niet' });
    assert.equal(dicht.status, 'afgesloten');
  });

  it('heropeningen: what was only reported opens as hulp; what was withdrawn never', async () => {
    const gemeld = await dienIn({ wens: 'melden' });
    const open = await goed('metgezel.noord', gemeld, 'heropeningen', { toelichting: 'Nu wil ik hulp.' });
    assert.deepEqual(
      [open.status, open.niveau, open.wens, open.uitkomst],
      ['wacht_op_oppakken', 'regionaal', 'hulp', null],
    );
    const terug = await dienIn();
    await goed('metgezel.noord', terug, 'intrekkingen');
    await weigert('metgezel.noord', terug, 'heropeningen', { toelichting: 'Toch.' }, 409, 'niet_te_heropenen');
    await weigert('metgezel.noord', open.nummer, 'heropeningen', { toelichting: 'Weer.' }, 409, 'niet_te_heropenen');
  });

  it('the answer to the filer is shown with the signaal, until it reopens', async () => {
    const nummer = await opgepakt();
    const klaar = await goed('coordinator.noord', nummer, 'uitkomsten', {
      uitkomst: 'opgelost',
      toelichting: 'Geregeld.',
      terugkoppeling: 'Er is een plek voor uw cliënt.',
    });
    assert.equal(klaar.terugkoppeling, 'Er is een plek voor uw cliënt.');
    const open = await goed('metgezel.noord', nummer, 'heropeningen', { toelichting: 'De plek ging niet door.' });
    assert.equal(open.terugkoppeling, null);
  });

  it('a metgezel files namens an OCO consulent, whose name the rules never see', async () => {
    const namens = { naam: 'Tom Hendriks', email: 'tom@voorbeeld.nl' };
    const { status, body } = await app.as('metgezel.noord').post('/signalen', nieuwSignaal({ namens }));
    assert.deepEqual([status, body.namens], [201, namens]);
    const staten = await rows(
      app.db(),
      sql`select 1 from stroom where id = ${body.id} and staat::text like '%Tom Hendriks%'
      union all select 1 from gebeurtenis where stroom = ${body.id} and data::text like '%voorbeeld.nl%'`,
    );
    assert.deepEqual(staten, []);
    const zelf = await app.as('oco.midden').post('/signalen', nieuwSignaal({ namens }));
    assert.deepEqual([zelf.status, zelf.body.errors[0].code], [400, 'niet_namens']);
    const fout = await app.as('metgezel.noord').post('/signalen', nieuwSignaal({ namens: { email: 'tom@' } }));
    assert.deepEqual(
      fout.body.errors.map(({ location }: { location: { pointer: string } }) => location.pointer).toSorted(),
      ['#/namens/email', '#/namens/naam'],
    );
  });

  it('the same act twice is one act with one answer, also after the signaal went on', async () => {
    const nummer = await dienIn();
    const sleutel = { 'idempotency-key': randomUUID() };
    const rust = { reden: 'wens_van_het_gezin', totEnMetDatum: over(7) };
    const eerst = await doe('metgezel.noord', nummer, 'pauzes', rust, sleutel);
    await goed('metgezel.noord', nummer, 'hervattingen');
    const weer = await doe('metgezel.noord', nummer, 'pauzes', rust, sleutel);
    assert.equal(weer.status, 201);
    assert.deepEqual({ ...weer.body, wachtOpVerzending: 0 }, { ...eerst.body, wachtOpVerzending: 0 });
    assert.equal((await lees('metgezel.noord', nummer)).status, 'in_behandeling');
  });

  it('overdrachtnotities: what the clock left out, by who had it before; whoever has it now hears of it and reads it', async () => {
    const nummer = await dienIn();
    const { id, overdracht } = await lees('metgezel.noord', nummer);
    await weigert('metgezel.noord', nummer, 'overdrachtnotities', OVERDRACHT, 409, 'status_staat_niet_toe');
    const klok = app.uitvoeren;
    for (let { niveau, volgende, nu } = await klok.leesStand(id, opUur(over(0), 1, 0)); niveau === 'lokaal';)
      ({ niveau, volgende, nu } = await klok.mijlpaal(id, volgende?.sleutel ?? '', volgende?.op ?? nu));
    await goed('coordinator.noord', nummer, 'oppakkingen');
    await weigert('landelijk', nummer, 'overdrachtnotities', OVERDRACHT, 403, 'niet_behandelaar');
    const zonder = await lees('coordinator.noord', nummer);
    assert.deepEqual([overdracht, zonder.overdracht, zonder.zonderOverdracht], [null, null, true]);
    await goed('metgezel.noord', nummer, 'overdrachtnotities', OVERDRACHT);
    const met = await lees('coordinator.noord', nummer);
    const { door, op: _op, ...tekst } = met.overdracht;
    assert.deepEqual([tekst, door.id, met.zonderOverdracht], [OVERDRACHT, 'metgezel.noord', false]);
    const gehoord = await rows(
      app.db(),
      sql`select gebruiker from bericht where stroom = ${id} and soort = 'overdracht_vastgelegd'`,
      { gebruiker: text },
    );
    assert.deepEqual(gehoord, [{ gebruiker: 'coordinator.noord' }]);
    await weigert('metgezel.noord', nummer, 'overdrachtnotities', OVERDRACHT, 409, 'status_staat_niet_toe');
  });

  it('a pause that runs out ends by itself, on the clock of the signaal', async () => {
    const nummer = await dienIn();
    const { id } = await goed('metgezel.noord', nummer, 'pauzes', { reden: 'afwezigheid', totEnMetDatum: over(7) });
    const klok = app.uitvoeren;
    const { volgende } = await klok.leesStand(id, opUur(over(8), 1, 0));
    await klok.mijlpaal(id, volgende?.sleutel ?? '', opUur(over(8), 1, 0));
    assert.deepEqual([(await lees('metgezel.noord', nummer)).status], ['in_behandeling']);
  });
});
