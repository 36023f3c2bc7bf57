import type { Verhaal } from './verhaal.ts';
import type { Zaak } from './wereld.ts';

interface Partij {
  code: string;
  naam: string;
  adres: string;
}

const GEMEENTE: Partij = { code: 'GM0014', naam: 'Gemeente Groningen', adres: 'wmo.groningen@voorbeeld.nl' };
const ZORGKANTOOR: Partij = {
  code: 'ZK_MENZIS',
  naam: 'Menzis Zorgkantoor',
  adres: 'zorgbemiddeling.menzis@voorbeeld.nl',
};

/** The gemeente says Wlz, the zorgkantoor says Wmo, and the gemeente says Wlz again. Nobody below landelijk can end that. */
export const kastje: Verhaal = {
  naam: 'Van het kastje naar de muur',
  wat: 'Gemeente en zorgkantoor verwijzen naar elkaar. Signaalpunt ziet dat, en landelijk brengt hen bij elkaar.',
  leef: async (wereld) => {
    const zaak = await wereld.dienIn('metgezel.noord', {
      knelpunt:
        'Een man van 34 met hersenletsel krijgt geen begeleiding thuis. Gemeente en zorgkantoor zeggen allebei dat de ander het moet regelen.',
      doelgroepen: ['NAH'],
      gemeente: 'GM0014',
      organisatie: 'GM0014',
      ondernomen: [],
      gezinWeetHet: true,
      wens: 'hulp',
      motief: 'onbevoegd',
      knelpunttypen: ['DOMEIN'],
      leeftijdscategorie: 'volwassen',
    });
    await wijsNaarElkaar(zaak);
    await brengSamen(zaak);
    return zaak;
  },
  verwacht: [
    '2027-04-26 10:00 ingediend',
    '2027-04-26 10:00 geescaleerd regionaal onbevoegd',
    '2027-04-28 09:30 opgepakt',
    '2027-04-28 09:30 verzoek_gedaan vraag GM0014',
    '2027-04-29 11:00 verzoek_beantwoord niet_bevoegd ZK_MENZIS',
    '2027-04-29 14:00 verzoek_gedaan vraag ZK_MENZIS',
    '2027-05-04 10:30 verzoek_beantwoord niet_bevoegd GM0014',
    '2027-05-04 10:30 domeindiscussie_gezien GM0014 ZK_MENZIS',
    '2027-05-04 14:00 verzoek_gedaan vraag GM0014',
    '2027-05-14 09:00 herinnerd vraag dag 5',
    '2027-05-18 11:00 verzoek_beantwoord niet_bevoegd ZK_MENZIS',
    '2027-05-18 15:00 geescaleerd landelijk domeindiscussie',
    '2027-05-20 10:00 opgepakt',
    '2027-05-27 11:00 uitkomst_gemeld opgelost',
    '2027-05-27 11:00 teruggekoppeld',
    '2027-05-27 11:00 afgesloten',
    '2027-06-24 09:00 terugblik_gevraagd dag 20',
    '2027-06-25 10:00 ervaring_gemeld helpt',
  ],
  post: [
    '2027-04-26 10:00 ontvangen → metgezel.noord',
    '2027-04-26 10:00 wacht_op_oppakken → coordinator.noord',
    '2027-04-28 09:30 opgepakt → metgezel.noord',
    `2027-04-28 09:30 verzoek → ${GEMEENTE.adres}`,
    '2027-04-29 11:00 antwoord → coordinator.noord',
    '2027-04-29 11:00 antwoord → metgezel.noord',
    `2027-04-29 11:00 bevestiging → ${GEMEENTE.adres}`,
    `2027-04-29 11:00 code → ${GEMEENTE.adres}`,
    `2027-04-29 14:00 verzoek → ${ZORGKANTOOR.adres}`,
    '2027-05-04 10:30 antwoord → coordinator.noord',
    '2027-05-04 10:30 antwoord → metgezel.noord',
    `2027-05-04 10:30 bevestiging → ${ZORGKANTOOR.adres}`,
    `2027-05-04 10:30 code → ${ZORGKANTOOR.adres}`,
    '2027-05-04 10:30 domeindiscussie → coordinator.noord',
    `2027-05-04 14:00 verzoek → ${GEMEENTE.adres}`,
    `2027-05-14 09:15 herinnering_verzoek → ${GEMEENTE.adres}`,
    '2027-05-18 11:00 antwoord → coordinator.noord',
    '2027-05-18 11:00 antwoord → metgezel.noord',
    `2027-05-18 11:00 bevestiging → ${GEMEENTE.adres}`,
    `2027-05-18 11:00 code → ${GEMEENTE.adres}`,
    '2027-05-18 15:00 verplaatst → metgezel.noord',
    '2027-05-18 15:00 wacht_op_oppakken → landelijk',
    '2027-05-20 10:00 opgepakt → metgezel.noord',
    '2027-05-27 11:00 teruggekoppeld → metgezel.noord',
    '2027-06-24 09:15 terugblik → metgezel.noord',
  ],
};

/** Three times one of the two says that it is the other. */
async function wijsNaarElkaar(zaak: Zaak): Promise<void> {
  await zaak.reisNaar('2027-04-28', '09:30');
  await zaak.doe('coordinator.noord', 'oppakkingen');
  await vraag(zaak, GEMEENTE, 'Wilt u de begeleiding thuis regelen tot er een besluit is over de Wlz?');
  await zaak.reisNaar('2027-04-29', '11:00');
  await verwijs(zaak, GEMEENTE, ZORGKANTOOR, 'Deze zorg is blijvend nodig. Dat hoort bij de Wlz.');
  await zaak.reisNaar('2027-04-29', '14:00');
  await vraag(zaak, ZORGKANTOOR, 'De gemeente verwijst naar u. Wilt u de begeleiding regelen?');
  await zaak.reisNaar('2027-05-04', '10:30');
  await verwijs(zaak, ZORGKANTOOR, GEMEENTE, 'Er is geen indicatie voor de Wlz. Tot die tijd is het de Wmo.');
  await zaak.reisNaar('2027-05-04', '14:00');
  await vraag(
    zaak,
    GEMEENTE,
    'Het zorgkantoor verwijst terug naar u. Wilt u samen met het zorgkantoor bepalen wie begint?',
  );
  await zaak.reisNaar('2027-05-18', '11:00');
  await verwijs(zaak, GEMEENTE, ZORGKANTOOR, 'Wij blijven erbij dat dit Wlz is.');
}

async function vraag(zaak: Zaak, { code }: Partij, tekst: string): Promise<void> {
  await zaak.doe('coordinator.noord', 'verzoeken', { soort: 'vraag', organisatie: code, vraag: tekst });
}

async function verwijs(zaak: Zaak, van: Partij, naar: Partij, toelichting: string): Promise<void> {
  await zaak.antwoordt(van.adres, 'niet_bevoegd', { bevoegd: 'andere', organisatie: naar.naam, toelichting });
}

/** Who can end that, does. */
async function brengSamen(zaak: Zaak): Promise<void> {
  await zaak.reisNaar('2027-05-18', '15:00');
  await zaak.doe('coordinator.noord', 'escalaties', {
    motief: 'domeindiscussie',
    overdracht: {
      geprobeerd: 'De gemeente twee keer gevraagd, het zorgkantoor één keer.',
      gevraagd: 'Wie de begeleiding regelt tot er een besluit is over de Wlz.',
      gewenst: 'Dat iemand met gezag beide partijen aan tafel brengt.',
    },
  });
  await zaak.reisNaar('2027-05-20', '10:00');
  await zaak.doe('landelijk', 'oppakkingen');
  await zaak.reisNaar('2027-05-27', '11:00');
  await zaak.doe('landelijk', 'uitkomsten', {
    uitkomst: 'opgelost',
    toelichting: 'De gemeente begint nu, en verrekent met het zorgkantoor zodra er een indicatie is.',
    terugkoppeling: 'De gemeente begint volgende week met begeleiding thuis. Wie betaalt, zoeken zij samen uit.',
  });
  await zaak.reisNaar('2027-06-25', '10:00');
  await zaak.doe('metgezel.noord', 'ervaringen', { ervaring: 'helpt' });
}
