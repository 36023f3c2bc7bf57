import assert from 'node:assert/strict';

import { voerKalenderDoor } from '#activities/kalender/doorvoeren.ts';
import { createFeestdagen } from '#activities/kalender/feestdagen.ts';
import { datumVan, msVan, plusDagen } from '#domain/tijd/amsterdam.ts';
import { isWerkdag } from '#domain/tijd/werkdagen.ts';

import { Werkplaats } from '../support/worker.ts';

const DAG = 86_400_000;

describe('a free day that is added while a signaal is followed', () => {
  let werkplaats: Werkplaats;

  before(async () => {
    werkplaats = await Werkplaats.open();
    await werkplaats.startWorker();
  });
  after(() => werkplaats.sluit());

  it('moves the timer, and the milestone comes at its new time and not at the old one', async () => {
    const id = await werkplaats.dienInEnVolg();
    const { nu, volgende_op: eerst } = await werkplaats.stroom(id);
    assert.ok(eerst);
    let vrij = plusDagen(datumVan(nu), 2);
    while (!isWerkdag(vrij, { versie: 1, dagen: {} })) vrij = plusDagen(vrij, 1);
    const dag = { datum: vrij, naam: 'extra vrije dag', bron: 'test', volledigTotEnMet: null };
    assert.ok(await createFeestdagen(werkplaats.database).voegToe(dag, 'beheer'));
    assert.equal(await voerKalenderDoor(werkplaats.database, werkplaats.uitvoeren.voerUit), 1);
    await werkplaats.wekken.wekAlles();
    await werkplaats.wachtOpTimer(id);
    const { volgende_op: nieuw } = await werkplaats.stroom(id);
    assert.ok(nieuw !== null && nieuw > eerst, `${eerst} became ${nieuw}`);

    await werkplaats.spring(id, msVan(eerst) + 120_000 - msVan(nu));
    assert.deepEqual(await werkplaats.doorDeKlok(id), []);
    await werkplaats.spring(id, msVan(nieuw) - msVan(eerst) + DAG / 2);
    const [gedaan] = await werkplaats.doorDeKlok(id);
    assert.equal(gedaan?.soort, 'herinnerd');
    assert.equal(gedaan.verschuldigd_op, nieuw);
  });
});
