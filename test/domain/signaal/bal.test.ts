import assert from 'node:assert/strict';

import { contactVan } from '#domain/signaal/opdracht.ts';
import { antwoord, kort, om, verzoekDoen, Zaak } from '#test/support/zaak.ts';

/** Monday; no holiday follows until Christmas. Day 5 is 14 June, day 16 29 June, day 20 5 July, day 22 7 July, day 42 4 August. */
const MAANDAG = om('2027-06-07');

/** Asked on Monday 28 June, day 15 of behandelen. */
function gevraagd(escalatiecontact = true): Zaak {
  const zaak = Zaak.opgepakt(MAANDAG);
  zaak.doe(om('2027-06-28'), 'coordinator.oost', verzoekDoen('v', { escalatiecontact }));
  return zaak;
}

function vanBehandelen(zaak: Zaak, tot: string): string[] {
  return kort(zaak.klok(tot)).filter((regel) => /behandelen|geescaleerd|termijn_verstreken/.test(regel));
}

describe('a partner has the ball', () => {
  it('behandelen reminds nobody and escalates two working days after the last silence, when its own day 22 has gone by', () => {
    assert.deepEqual(kort(gevraagd().klok(om('2027-07-24', 0))), [
      '2027-06-29T07:00:00.000Z mijlpaal_vervallen behandelen dag 16',
      '2027-07-05T07:00:00.000Z herinnerd vraag dag 5',
      '2027-07-05T07:00:00.000Z mijlpaal_vervallen behandelen dag 20',
      '2027-07-08T07:00:00.000Z herinnerd vraag dag 8',
      '2027-07-12T07:00:00.000Z herinnerd vraag dag 10',
      '2027-07-12T22:00:00.000Z geen_reactie',
      '2027-07-12T22:00:00.000Z stap_geeindigd vraag verstreken',
      '2027-07-12T22:00:00.000Z stap_begonnen vraag_hogerop',
      '2027-07-16T07:00:00.000Z herinnerd vraag_hogerop dag 3',
      '2027-07-20T07:00:00.000Z herinnerd vraag_hogerop dag 5',
      '2027-07-20T22:00:00.000Z geen_reactie definitief',
      '2027-07-20T22:00:00.000Z stap_geeindigd vraag_hogerop verstreken',
      '2027-07-23T22:00:00.000Z geescaleerd landelijk termijn_verstreken',
      '2027-07-23T22:00:00.000Z stap_geeindigd behandelen verstreken',
      '2027-07-23T22:00:00.000Z stap_begonnen behandelen',
      '2027-07-23T22:00:00.000Z stap_begonnen oppakken',
    ]);
  });

  it('an answer before day 22 leaves the escalation on day 22 when that is later than two working days after it', () => {
    const zaak = gevraagd();
    zaak.doe(om('2027-06-29', 8, 59), contactVan('v'), antwoord('v', { soort: 'afgewezen' }));
    assert.deepEqual(vanBehandelen(zaak, om('2027-07-08')).slice(0, 3), [
      '2027-06-29T07:00:00.000Z herinnerd behandelen dag 16',
      '2027-07-05T07:00:00.000Z herinnerd behandelen dag 20',
      '2027-07-07T22:00:00.000Z geescaleerd landelijk termijn_verstreken',
    ]);
  });

  it('a reminder lapses when the answer comes one minute after its 09:00, and the next one tells', () => {
    const zaak = gevraagd();
    zaak.klok(om('2027-06-29', 9));
    zaak.doe(om('2027-06-29', 9, 1), contactVan('v'), antwoord('v', { soort: 'afgewezen' }));
    assert.deepEqual(vanBehandelen(zaak, om('2027-07-06')), ['2027-07-05T07:00:00.000Z herinnerd behandelen dag 20']);
    assert.ok(kort(zaak.gebeurtenissen).includes('2027-06-29T07:00:00.000Z mijlpaal_vervallen behandelen dag 16'));
  });

  it('an answer on day 21 leaves two working days: the end of day 23', () => {
    const zaak = gevraagd();
    zaak.doe(om('2027-07-06', 23, 59), contactVan('v'), antwoord('v', { soort: 'afgewezen' }));
    assert.equal(
      vanBehandelen(zaak, om('2027-07-10'))[0],
      '2027-07-08T22:00:00.000Z geescaleerd landelijk termijn_verstreken',
    );
  });

  it('an answer on Thursday 15 July, long after day 22, leaves until the end of Monday 19 July', () => {
    const zaak = gevraagd();
    zaak.klok(om('2027-07-15'));
    zaak.doe(om('2027-07-15'), contactVan('v'), antwoord('v', { soort: 'afgewezen' }));
    assert.equal(
      vanBehandelen(zaak, om('2027-07-20'))[0],
      '2027-07-19T22:00:00.000Z geescaleerd landelijk termijn_verstreken',
    );
  });

  it('holds it up for at most 20 working days after day 22: the end of day 42', () => {
    const zaak = gevraagd();
    zaak.doe(om('2027-06-28'), contactVan('v'), antwoord('v', { soort: 'toegezegd', datum: '2027-09-13' }));
    assert.deepEqual(vanBehandelen(zaak, om('2027-08-05')).slice(-3), [
      '2027-08-04T22:00:00.000Z geescaleerd landelijk termijn_verstreken',
      '2027-08-04T22:00:00.000Z stap_geeindigd behandelen verstreken',
      '2027-08-04T22:00:00.000Z stap_begonnen behandelen',
    ]);
    assert.ok(zaak.lopend.includes('toezegging'), 'the promise moves along');
  });

  it('an answer just before the end of day 42 does not stretch it further', () => {
    const zaak = gevraagd();
    zaak.doe(om('2027-06-28'), contactVan('v'), antwoord('v', { soort: 'toegezegd', datum: '2027-09-13' }));
    zaak.klok(om('2027-08-04'));
    zaak.doe(om('2027-08-04'), contactVan('v'), antwoord('v', { soort: 'afgewezen' }));
    assert.equal(
      vanBehandelen(zaak, om('2027-08-10'))[0],
      '2027-08-04T22:00:00.000Z geescaleerd landelijk termijn_verstreken',
    );
  });

  it('without uitloop (spoed) it leaves one working day', () => {
    const zaak = Zaak.opgepakt(MAANDAG, { urgentie: 'spoed' });
    zaak.doe(om('2027-06-10'), 'coordinator.oost', verzoekDoen('v', { escalatiecontact: false }));
    assert.deepEqual(
      kort(zaak.klok(om('2027-06-17', 1))).filter((regel) => /geen_reactie|geescaleerd/.test(regel)),
      [
        '2027-06-14T22:00:00.000Z geen_reactie definitief',
        '2027-06-16T22:00:00.000Z geescaleerd landelijk termijn_verstreken',
      ],
    );
  });

  it('the last of several parties counts, and a warme overdracht counts as well', () => {
    const zaak = gevraagd();
    zaak.doe(
      om('2027-06-28'),
      'coordinator.oost',
      verzoekDoen('w', { verzoeksoort: 'warme_overdracht', organisatie: 'CIZ' }),
    );
    zaak.doe(om('2027-07-06'), contactVan('v'), antwoord('v', { soort: 'afgewezen' }));
    zaak.doe(om('2027-07-09'), contactVan('w'), antwoord('w', { soort: 'niet_aanvaard' }));
    assert.equal(
      vanBehandelen(zaak, om('2027-07-14'))[0],
      '2027-07-13T22:00:00.000Z geescaleerd landelijk termijn_verstreken',
    );
  });

  it('a consultatie and a navraag never take it', () => {
    const zaak = Zaak.opgepakt(MAANDAG);
    zaak.doe(om('2027-06-28'), 'coordinator.oost', verzoekDoen('c', { verzoeksoort: 'consultatie', persoon: 'oco' }));
    zaak.doe(om('2027-06-28'), 'coordinator.oost', verzoekDoen('n', { verzoeksoort: 'navraag' }));
    assert.deepEqual(vanBehandelen(zaak, om('2027-07-08')).slice(0, 3), [
      '2027-06-29T07:00:00.000Z herinnerd behandelen dag 16',
      '2027-07-05T07:00:00.000Z herinnerd behandelen dag 20',
      '2027-07-07T22:00:00.000Z geescaleerd landelijk termijn_verstreken',
    ]);
  });

  it('meer_informatie_nodig gives it back, the information hands it over again', () => {
    const zaak = gevraagd();
    zaak.doe(om('2027-07-05', 8), contactVan('v'), antwoord('v', { soort: 'meer_informatie_nodig' }));
    assert.deepEqual(vanBehandelen(zaak, om('2027-07-06')), ['2027-07-05T07:00:00.000Z herinnerd behandelen dag 20']);
    zaak.doe(om('2027-07-07', 23, 59), 'coordinator.oost', { soort: 'informatieGeven', verzoek: 'v', tekst: {} });
    assert.deepEqual(vanBehandelen(zaak, om('2027-07-21')), [], 'a new term of ten working days runs until 21 July');
  });

  it('a pause stops also the days after the ball came back', () => {
    const zaak = gevraagd();
    zaak.klok(om('2027-07-09'));
    zaak.doe(om('2027-07-09'), 'coordinator.oost', { soort: 'pauzeren', reden: 'afwezigheid', tot: '2027-07-16' });
    zaak.doe(om('2027-07-12'), contactVan('v'), antwoord('v', { soort: 'afgewezen' }));
    assert.deepEqual(
      vanBehandelen(zaak, om('2027-07-21', 1))[0],
      '2027-07-20T22:00:00.000Z geescaleerd landelijk termijn_verstreken',
    );
  });

  it('at landelijk the notices on day 22 and its repeats keep their day, and lapse while a partner has it', () => {
    const zaak = Zaak.landelijk(MAANDAG);
    zaak.doe(om('2027-06-28'), 'landelijk', verzoekDoen('v'));
    zaak.klok(om('2027-07-15'));
    zaak.doe(om('2027-07-15'), contactVan('v'), antwoord('v', { soort: 'afgewezen' }));
    zaak.klok(om('2027-07-22'));
    assert.deepEqual(
      kort(zaak.gebeurtenissen).filter((regel) => /behandelen dag|termijn_verstreken/.test(regel)),
      [
        '2027-06-29T07:00:00.000Z mijlpaal_vervallen behandelen dag 16',
        '2027-07-05T07:00:00.000Z mijlpaal_vervallen behandelen dag 20',
        '2027-07-07T22:00:00.000Z mijlpaal_vervallen behandelen dag 22',
        '2027-07-14T22:00:00.000Z mijlpaal_vervallen behandelen dag 27',
        '2027-07-21T22:00:00.000Z gemeld termijn_verstreken dag 32',
      ],
    );
  });

  it('a clock that was away brings no cascade: silence today, and behandelen escalates two working days later', () => {
    const zaak = gevraagd(false);
    assert.deepEqual(kort(zaak.haalIn(om('2027-07-30'))), [
      '2027-06-29T07:00:00.000Z mijlpaal_vervallen behandelen dag 16',
      '2027-07-05T07:00:00.000Z mijlpaal_vervallen behandelen dag 20',
      '2027-07-05T07:00:00.000Z mijlpaal_vervallen vraag dag 5',
      '2027-07-08T07:00:00.000Z mijlpaal_vervallen vraag dag 8',
      '2027-07-12T07:00:00.000Z mijlpaal_vervallen vraag dag 10',
      '2027-07-12T22:00:00.000Z geen_reactie definitief',
      '2027-07-12T22:00:00.000Z stap_geeindigd vraag verstreken',
    ]);
    assert.equal(
      vanBehandelen(zaak, om('2027-08-05'))[0],
      '2027-08-03T22:00:00.000Z geescaleerd landelijk termijn_verstreken',
    );
  });
});
