import assert from 'node:assert/strict';

import fc from 'fast-check';

import { DIENST } from '#domain/signaal/opdracht.ts';
import { type Verteld, zin } from '#domain/signaal/zinnen.ts';
import { keren } from '#test/support/keren.ts';
import { leef, leven } from '#test/support/leven.ts';
import { PERSONEN, verzoekDoen, Zaak } from '#test/support/zaak.ts';

const NAMEN: Readonly<Record<string, string>> = {
  metgezel: 'Fenna de Vries',
  'coordinator.oost': 'Bram Postma',
  'coordinator.oost2': 'Anouk Visser',
  landelijk: 'Samira el Idrissi',
  ZK: 'het zorgkantoor',
  CIZ: 'het CIZ',
};
const naam = (id: string): string => NAMEN[id] ?? id;

/** All that is told of a signaal, in order. */
function verteld(zaak: Zaak): (string | null)[] {
  return zaak.gebeurtenissen.map((gebeurtenis) => zin(gebeurtenis, zaak.nu, naam)).filter((regel) => regel !== null);
}

describe('what happened, in sentences', () => {
  it('tells who did what, and what went by itself', () => {
    const zaak = Zaak.opgepakt('2027-03-01T09:00:00.000Z');
    zaak.doe('2027-03-01T10:00:00.000Z', 'coordinator.oost', {
      soort: 'verzoekDoen',
      verzoek: 'v1',
      verzoeksoort: 'vraag',
      organisatie: 'ZK',
      persoon: null,
      escalatiecontact: false,
      tekst: {},
    });
    zaak.doe('2027-03-02T10:00:00.000Z', 'ketenpartner:v1', {
      soort: 'verzoekBeantwoorden',
      verzoek: 'v1',
      antwoord: { soort: 'niet_bevoegd', bevoegd: 'CIZ' },
    });
    zaak.doe('2027-03-03T10:00:00.000Z', 'coordinator.oost', {
      soort: 'pauzeren',
      reden: 'wacht_op_besluit',
      tot: '2027-03-10',
    });
    assert.deepEqual(verteld(zaak), [
      'Fenna de Vries diende het signaal in, lokaal: “Ik heb nu hulp nodig van de regio”.',
      'Fenna de Vries bracht het signaal van lokaal naar regionaal: geen reactie.',
      'Bram Postma pakte het signaal op.',
      'Bram Postma stelde een vraag aan het zorgkantoor.',
      'Het zorgkantoor antwoordde: dit is niet voor ons, wel voor het CIZ.',
      'Bram Postma liet het signaal rusten tot en met woensdag 10 maart 2027: wacht op een besluit.',
    ]);
  });

  it('says of each kind of verzoek what was asked', () => {
    const gevraagd = (anders: Parameters<typeof verzoekDoen>[1]) => {
      const zaak = Zaak.opgepakt('2027-03-01T09:00:00.000Z');
      zaak.doe('2027-03-01T10:00:00.000Z', 'coordinator.oost', verzoekDoen('v1', anders));
      return verteld(zaak).at(-1);
    };
    const deskundige = { organisatie: null, persoon: 'coordinator.oost2', escalatiecontact: false };
    assert.deepEqual(
      [
        gevraagd({ verzoeksoort: 'vraag' }),
        gevraagd({ verzoeksoort: 'consultatie', ...deskundige }),
        gevraagd({ verzoeksoort: 'warme_overdracht' }),
      ],
      [
        'Bram Postma stelde een vraag aan het zorgkantoor.',
        'Bram Postma vroeg Anouk Visser om advies.',
        'Bram Postma vroeg het zorgkantoor om het over te nemen.',
      ],
    );
  });

  it('leaves out what the clock had to do and no longer does, which happens week after week while a partner is asked', () => {
    const zaak = Zaak.opgepakt('2027-03-01T09:00:00.000Z');
    zaak.doe('2027-03-01T10:00:00.000Z', 'coordinator.oost', verzoekDoen('v1'));
    zaak.klok('2027-06-01T00:00:00.000Z');
    assert.ok(zaak.gebeurtenissen.some(({ soort }) => soort === 'mijlpaal_vervallen'));
    assert.deepEqual(
      verteld(zaak).filter((regel) => regel?.includes('klok')),
      [],
    );
  });

  it('says that the clock brought it higher', () => {
    const zaak = Zaak.ingediend('2027-03-01T09:00:00.000Z');
    zaak.klok('2027-04-10T00:00:00.000Z');
    assert.ok(verteld(zaak).includes('Het signaal ging vanzelf van lokaal naar regionaal: de termijn is voorbij.'));
  });

  it('names the absent person for whom a deputy acted, and the service itself', () => {
    const zaak = Zaak.opgepakt('2027-03-01T09:00:00.000Z');
    const [opgepakt] = zaak.gebeurtenissen.filter(({ soort }) => soort === 'opgepakt');
    assert.ok(opgepakt !== undefined);
    const namens: Verteld = { ...opgepakt, door: 'coordinator.oost2', namens: 'coordinator.oost' };
    assert.equal(zin(namens, zaak.nu, naam), 'Anouk Visser (namens Bram Postma) pakte het signaal op.');
    const vrijgegeven: Verteld = { ...opgepakt, soort: 'vrijgegeven', door: DIENST };
    assert.equal(zin(vrijgegeven, zaak.nu, naam), 'Signaalpunt liet het signaal los. Iemand anders moet het oppakken.');
  });

  it('tells of a question that got no answer, and of a promise that was not kept', () => {
    const zaak = Zaak.opgepakt('2027-03-01T09:00:00.000Z');
    zaak.doe('2027-03-01T10:00:00.000Z', 'coordinator.oost', {
      soort: 'verzoekDoen',
      verzoek: 'v1',
      verzoeksoort: 'vraag',
      organisatie: 'ZK',
      persoon: null,
      escalatiecontact: true,
      tekst: {},
    });
    const [eerste] = zaak.gebeurtenissen;
    assert.ok(eerste !== undefined);
    const { op, bron, verschuldigdOp } = eerste;
    const klok = { op, bron, verschuldigdOp, door: null };
    const bram = { ...klok, door: 'coordinator.oost' };
    const regel = (gebeurtenis: Verteld) => zin(gebeurtenis, zaak.nu, naam);
    assert.deepEqual(
      [
        regel({ ...bram, soort: 'tegengehouden', verzoek: 'v1', stap: 'vraag-3', uitloop: 5 }),
        regel({ ...bram, soort: 'verzoek_verlegd', verzoek: 'v1' }),
        regel({ ...klok, soort: 'geen_reactie', verzoek: 'v1', definitief: false }),
        regel({ ...klok, soort: 'geen_reactie', verzoek: 'v1', definitief: true }),
        regel({ ...klok, soort: 'niet_nagekomen', verzoek: 'v1' }),
        regel({ ...bram, soort: 'verzoek_geeindigd', verzoek: 'v1', status: 'ingetrokken' }),
        regel({ ...klok, soort: 'verzoek_geeindigd', verzoek: 'v1', status: 'vervallen' }),
        regel({ ...klok, soort: 'domeindiscussie_gezien', organisaties: ['ZK', 'CIZ'] }),
      ],
      [
        'Bram Postma hield de vraag aan het escalatiecontact van het zorgkantoor tegen.',
        'Bram Postma legde het verzoek bij een ander contact van het zorgkantoor.',
        'Het zorgkantoor gaf geen antwoord. Nu is het escalatiecontact gevraagd.',
        'Het zorgkantoor gaf geen antwoord.',
        'Het zorgkantoor kwam de toezegging niet na.',
        'Het verzoek aan het zorgkantoor is ingetrokken.',
        'Het verzoek aan het zorgkantoor is niet meer nodig.',
        'Van het kastje naar de muur: het zorgkantoor en het CIZ verwijzen door.',
      ],
    );
  });

  it('tells what the filer heard and said, also by way of another signaal or a patroon', () => {
    const zaak = Zaak.opgepakt('2027-03-01T09:00:00.000Z');
    const [eerste] = zaak.gebeurtenissen;
    assert.ok(eerste !== undefined);
    const { op, bron, verschuldigdOp } = eerste;
    const stempel = { op, bron, verschuldigdOp };
    const regel = (gebeurtenis: Verteld) => zin(gebeurtenis, zaak.nu, naam);
    assert.deepEqual(
      [
        regel({ ...stempel, door: 'coordinator.oost', soort: 'teruggekoppeld' }),
        regel({ ...stempel, door: DIENST, soort: 'teruggekoppeld', uit: { signaal: 'ander', door: 'landelijk' } }),
        regel({ ...stempel, door: DIENST, soort: 'patroonantwoord_gegeven', patroon: 'p', versie: 1 }),
        regel({ ...stempel, door: DIENST, soort: 'patroonantwoord_gegeven', patroon: 'p', versie: 2 }),
        regel({ ...stempel, door: 'metgezel', soort: 'ervaring_gemeld', ervaring: 'helpt' }),
        regel({
          ...stempel,
          door: 'metgezel',
          soort: 'ervaring_gemeld',
          ervaring: 'helpt',
          effect: { veranderingen: ['meer_rust'], urenMinder: 'tientallen_uren', kostenMinder: null },
        }),
      ],
      [
        'Bram Postma gaf de melder antwoord.',
        'Samira el Idrissi gaf antwoord op het signaal waarin dit verder ging.',
        'De melder kreeg het antwoord op het patroon.',
        'De melder kreeg een nieuw antwoord op het patroon.',
        'Fenna de Vries vertelde hoe het nu gaat: het helpt.',
        'Fenna de Vries vertelde hoe het nu gaat: het helpt. Er is meer rust thuis. Scheelt tijd: 10 tot 40 uur per maand.',
      ],
    );
  });

  it('tells what one person did from what went by itself, and a better answer from the first', () => {
    const zaak = Zaak.opgepakt('2027-03-01T09:00:00.000Z');
    zaak.doe('2027-03-01T10:00:00.000Z', 'coordinator.oost', {
      soort: 'verzoekDoen',
      verzoek: 'v1',
      verzoeksoort: 'consultatie',
      organisatie: null,
      persoon: 'landelijk',
      escalatiecontact: false,
      tekst: {},
    });
    const [eerste] = zaak.gebeurtenissen;
    assert.ok(eerste !== undefined);
    const { op, bron, verschuldigdOp } = eerste;
    const bram = { op, bron, verschuldigdOp, door: 'coordinator.oost' };
    const regel = (gebeurtenis: Verteld) => zin(gebeurtenis, zaak.nu, naam);
    const antwoord = {
      ...bram,
      soort: 'verzoek_beantwoord',
      verzoek: 'v1',
      antwoord: { soort: 'advies' },
      status: 'beantwoord',
    } as const;
    assert.deepEqual(
      [
        regel({ ...bram, soort: 'hervat', automatisch: true }),
        regel({ ...bram, soort: 'hervat', automatisch: false }),
        regel({ ...bram, soort: 'ingedeeld', indeling: {} }),
        regel({ ...bram, soort: 'ingedeeld', indeling: { knelpunttypen: ['PGB'] } }),
        regel({ ...antwoord, vastgelegd: true }),
        regel({ ...antwoord, vastgelegd: false }),
        regel({ ...antwoord, vastgelegd: false, herziet: true }),
        regel({ ...bram, soort: 'heropend', niveau: 'lokaal', behandelaar: null, doorErvaring: true }),
        regel({ ...bram, soort: 'heropend', niveau: 'lokaal', behandelaar: null, doorErvaring: false }),
      ],
      [
        'De pauze is voorbij.',
        'Bram Postma ging verder met het signaal.',
        'Bram Postma wijzigde het onderwerp.',
        'Bram Postma wijzigde de indeling.',
        'Bram Postma legde het antwoord van Samira el Idrissi vast: dit is mijn advies.',
        'Samira el Idrissi antwoordde: dit is mijn advies.',
        'Samira el Idrissi paste het antwoord aan: dit is mijn advies.',
        'Het signaal ging weer open, omdat het niet helpt.',
        'Bram Postma opende het signaal weer.',
      ],
    );
  });

  it('is a whole sentence without codes, whatever happens', () => {
    const bekend = new Set([...Object.keys(PERSONEN), 'ZK', 'CIZ', 'LINDE']);
    const noem = (id: string): string => {
      assert.ok(bekend.has(id), `only who was named is named, not "${id}"`);
      return 'Naam';
    };
    fc.assert(
      fc.property(leven, (geval) =>
        leef(geval, (zaak) => {
          for (const gebeurtenis of zaak.gebeurtenissen) {
            const regel = zin(gebeurtenis, zaak.nu, noem);
            if (regel !== null) assert.match(regel, /^[A-ZHÉ][^_]*[^.]\.$/u);
          }
        }),
      ),
      keren(100),
    );
  });
});
