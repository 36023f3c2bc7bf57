import assert from 'node:assert/strict';

import { Reiswereld } from '../support/reiswereld.ts';

const GEMEENTE = 'wmo.groningen@voorbeeld.nl';
const TEAMLEIDER = 'teamleider.wmo.groningen@voorbeeld.nl';
const ZORGKANTOOR = 'zorgbemiddeling.menzis@voorbeeld.nl';

const SIGNAAL = {
  knelpunt: 'Een gezin wacht op begeleiding thuis, en niemand neemt een besluit.',
  doelgroepen: ['NAH'],
  gemeente: 'GM0014',
  organisatie: 'GM0014',
  ondernomen: [],
  gezinWeetHet: true,
  wens: 'zelf',
};

describe('a journey with ketenpartners, from Wednesday 6 May 2026, a week before Hemelvaart', () => {
  let reis: Reiswereld;
  before(async () => (reis = await Reiswereld.open('2026-05-06T08:00:00.000Z')));
  after(() => reis.sluit());

  it('a gemeente that is silent has until after Hemelvaart, the day after it and Pinksteren, then its teamleider is asked', async () => {
    const zaak = await reis.wereld.dienIn('metgezel.noord', SIGNAAL);
    await zaak.doe('metgezel.noord', 'verzoeken', {
      soort: 'vraag',
      organisatie: 'GM0014',
      vraag: 'Wanneer neemt u een besluit?',
    });
    const { termijnen } = await reis.wereld.roep('metgezel.noord', `/signalen/${zaak.nummer}/termijnen`);
    const uitleg = JSON.stringify(termijnen);
    for (const vrijeDag of ['Hemelvaartsdag', 'gelijkgestelde dag']) assert.ok(uitleg.includes(vrijeDag), vrijeDag);

    await zaak.reisNaar('2026-06-02', '12:00');
    await reis.gebeurde(zaak, {
      verwacht: [
        '2026-05-06 10:00 ingediend',
        '2026-05-06 10:00 verzoek_gedaan vraag GM0014',
        '2026-05-13 09:00 herinnerd vraag dag 5',
        '2026-05-20 09:00 herinnerd vraag dag 8',
        '2026-05-22 09:00 herinnerd vraag dag 10',
        '2026-05-23 00:00 geen_reactie',
        '2026-05-28 09:00 herinnerd vraag_hogerop dag 3',
        '2026-06-01 09:00 herinnerd vraag_hogerop dag 5',
        '2026-06-02 00:00 geen_reactie definitief',
        '2026-06-02 09:00 herinnerd behandelen dag 16',
      ],
      post: [
        '2026-05-06 10:00 ontvangen → metgezel.noord',
        `2026-05-06 10:00 verzoek → ${GEMEENTE}`,
        `2026-05-13 09:15 herinnering_verzoek → ${GEMEENTE}`,
        `2026-05-20 09:15 herinnering_verzoek → ${GEMEENTE}`,
        `2026-05-22 09:15 herinnering_verzoek → ${GEMEENTE}`,
        '2026-05-22 09:15 partij_zwijgt → metgezel.noord',
        '2026-05-26 09:15 partij_zwijgt → metgezel.noord',
        `2026-05-26 09:15 verzoek_hogerop → ${TEAMLEIDER}`,
        `2026-05-28 09:15 herinnering_verzoek → ${TEAMLEIDER}`,
        `2026-06-01 09:15 herinnering_verzoek → ${TEAMLEIDER}`,
        '2026-06-02 09:15 geen_reactie → metgezel.noord',
        '2026-06-02 09:15 herinnering_behandelen → metgezel.noord',
      ],
    });
  });

  it('gemeente says Wlz, zorgkantoor says Wmo by phone, gemeente again: flagged once, and enough to go up', async () => {
    const zaak = await reis.wereld.dienIn('metgezel.noord', SIGNAAL);
    const vraag = (organisatie: string) =>
      zaak.doe('metgezel.noord', 'verzoeken', { soort: 'vraag', organisatie, vraag: 'Wilt u dit regelen?' });
    await vraag('GM0014');
    await zaak.reisNaar('2026-05-07', '10:00');
    await zaak.antwoordt(GEMEENTE, 'niet_bevoegd', { bevoegd: 'weet_niet', toelichting: 'Dit is voor de Wlz.' });
    await zaak.reisNaar('2026-05-07', '11:00');
    const { verzoeken } = await vraag('ZK_MENZIS');
    const aanZorgkantoor = (verzoeken as readonly { id: string; organisatie: { id: string } }[]).find(
      ({ organisatie }) => organisatie.id === 'ZK_MENZIS',
    );
    await zaak.reisNaar('2026-05-08', '15:00');
    await zaak.doe('metgezel.noord', `verzoeken/${aanZorgkantoor?.id}/antwoorden`, {
      antwoord: 'niet_bevoegd',
      bevoegd: 'GM0014',
      toelichting: 'Aan de telefoon: zonder indicatie is het de Wmo.',
    });
    await zaak.reisNaar('2026-05-11', '10:00');
    await vraag('GM0014');
    await zaak.reisNaar('2026-05-12', '10:00');
    await zaak.antwoordt(GEMEENTE, 'niet_bevoegd', { bevoegd: 'weet_niet', toelichting: 'Nog steeds niet voor ons.' });
    await zaak.reisNaar('2026-05-12', '14:00');
    const { domeindiscussie, niveau } = await zaak.doe('metgezel.noord', 'escalaties', {
      motief: 'domeindiscussie',
      overdracht: { geprobeerd: 'Beide gevraagd.', gevraagd: 'Wie het regelt.', gewenst: 'Iemand die beslist.' },
    });
    assert.deepEqual({ domeindiscussie, niveau }, { domeindiscussie: true, niveau: 'regionaal' });
    await reis.gebeurde(zaak, {
      verwacht: [
        '2026-05-06 10:00 ingediend',
        '2026-05-06 10:00 verzoek_gedaan vraag GM0014',
        '2026-05-07 10:00 verzoek_beantwoord niet_bevoegd',
        '2026-05-07 11:00 verzoek_gedaan vraag ZK_MENZIS',
        '2026-05-08 15:00 verzoek_beantwoord niet_bevoegd GM0014 vastgelegd',
        '2026-05-08 15:00 domeindiscussie_gezien GM0014 ZK_MENZIS',
        '2026-05-11 10:00 verzoek_gedaan vraag GM0014',
        '2026-05-12 10:00 verzoek_beantwoord niet_bevoegd',
        '2026-05-12 14:00 geescaleerd regionaal domeindiscussie',
      ],
      post: [
        '2026-05-06 10:00 ontvangen → metgezel.noord',
        `2026-05-06 10:00 verzoek → ${GEMEENTE}`,
        '2026-05-07 10:00 antwoord → metgezel.noord',
        `2026-05-07 10:00 bevestiging → ${GEMEENTE}`,
        `2026-05-07 10:00 code → ${GEMEENTE}`,
        `2026-05-07 11:00 verzoek → ${ZORGKANTOOR}`,
        `2026-05-11 10:00 verzoek → ${GEMEENTE}`,
        '2026-05-12 10:00 antwoord → metgezel.noord',
        `2026-05-12 10:00 bevestiging → ${GEMEENTE}`,
        `2026-05-12 10:00 code → ${GEMEENTE}`,
        '2026-05-12 14:00 wacht_op_oppakken → coordinator.noord',
      ],
    });
  });
});
