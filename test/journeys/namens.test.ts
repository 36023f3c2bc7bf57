import assert from 'node:assert/strict';

import { Reiswereld } from '../support/reiswereld.ts';

const TOM = 'tom.hendriks@oco.voorbeeld.nl';
const GEMEENTE = 'wmo.groningen@voorbeeld.nl';

describe('a journey on behalf of an OCO consulent, from Wednesday 6 May 2026', () => {
  let reis: Reiswereld;
  before(async () => (reis = await Reiswereld.open('2026-05-06T08:00:00.000Z')));
  after(() => reis.sluit());

  it('a Metgezel who tries it alone does all, and the consulent hears all: an answer, the move by the clock, who has it, the outcome', async () => {
    const zaak = await reis.wereld.dienIn('metgezel.noord', {
      knelpunt: 'Een gezin wacht op begeleiding thuis, en niemand neemt een besluit.',
      doelgroepen: ['NAH'],
      gemeente: 'GM0014',
      organisatie: 'GM0014',
      ondernomen: [],
      gezinWeetHet: true,
      wens: 'zelf',
      namens: { naam: 'Tom Hendriks', email: TOM },
    });
    assert.match(await zaak.leest(TOM), /Voor Tom Hendriks\. Namens u ingediend door Anneke de Vries/);
    await zaak.doe('metgezel.noord', 'verzoeken', {
      soort: 'vraag',
      organisatie: 'GM0014',
      vraag: 'Wanneer weet u het?',
    });
    await zaak.reisNaar('2026-05-07', '11:00');
    await zaak.antwoordt(GEMEENTE, 'afgewezen', { toelichting: 'Wij kennen dit gezin niet.' });
    assert.match(await zaak.leest(TOM), /Gemeente Groningen[^]*Wij doen dit niet[^]*Wij kennen dit gezin niet\./);
    await zaak.reisNaar('2026-06-11', '12:00');
    await zaak.doe('coordinator.noord', 'oppakkingen');
    await zaak.reisNaar('2026-06-12', '14:00');
    await zaak.doe('coordinator.noord', 'uitkomsten', {
      uitkomst: 'opgelost',
      toelichting: 'De gemeente geeft de begeleiding alsnog.',
      terugkoppeling: 'De begeleiding begint op 1 juli.',
    });
    assert.match(await zaak.leest(TOM), /Opgelost[^]*De begeleiding begint op 1 juli\./);
    await reis.gebeurde(zaak, {
      verwacht: [
        '2026-05-06 10:00 ingediend',
        '2026-05-06 10:00 verzoek_gedaan vraag GM0014',
        '2026-05-07 11:00 verzoek_beantwoord afgewezen',
        '2026-05-22 09:00 herinnerd behandelen dag 10',
        '2026-06-02 09:00 herinnerd behandelen dag 16',
        '2026-06-08 09:00 herinnerd behandelen dag 20',
        '2026-06-11 00:00 geescaleerd regionaal termijn_verstreken',
        '2026-06-11 12:00 opgepakt',
        '2026-06-12 14:00 uitkomst_gemeld opgelost',
        '2026-06-12 14:00 teruggekoppeld',
        '2026-06-12 14:00 afgesloten',
      ],
      post: [
        `2026-05-06 10:00 code → ${TOM}`,
        '2026-05-06 10:00 ontvangen → metgezel.noord',
        `2026-05-06 10:00 ontvangen → ${TOM}`,
        `2026-05-06 10:00 verzoek → ${GEMEENTE}`,
        '2026-05-07 11:00 antwoord → metgezel.noord',
        `2026-05-07 11:00 antwoord → ${TOM}`,
        `2026-05-07 11:00 bevestiging → ${GEMEENTE}`,
        `2026-05-07 11:00 code → ${TOM}`,
        `2026-05-07 11:00 code → ${GEMEENTE}`,
        '2026-05-22 09:15 herinnering_behandelen → metgezel.noord',
        '2026-06-02 09:15 herinnering_behandelen → metgezel.noord',
        '2026-06-08 09:15 herinnering_behandelen → metgezel.noord',
        '2026-06-11 09:15 overdracht_gevraagd → metgezel.noord',
        '2026-06-11 09:15 verplaatst → metgezel.noord',
        `2026-06-11 09:15 verplaatst → ${TOM}`,
        '2026-06-11 09:15 wacht_op_oppakken → coordinator.noord',
        '2026-06-11 12:00 opgepakt → metgezel.noord',
        `2026-06-11 12:00 opgepakt → ${TOM}`,
        `2026-06-12 14:00 code → ${TOM}`,
        '2026-06-12 14:00 teruggekoppeld → metgezel.noord',
        `2026-06-12 14:00 teruggekoppeld → ${TOM}`,
      ],
    });
  });
});
