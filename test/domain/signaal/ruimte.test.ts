import assert from 'node:assert/strict';

import {
  DOORGEVINGEN_PER_VERZOEK,
  GRENZEN,
  OPEN_VERZOEKEN,
  POST_PER_ORGANISATIE_PER_DAG,
  VERLEGGINGEN_PER_VERZOEK,
} from '#domain/beleid/grenzen.ts';
import { DomainError } from '#domain/errors.ts';
import { magNu } from '#domain/signaal/mag-nu.ts';
import { contactVan, DIENST, type Opdrachtinhoud } from '#domain/signaal/opdracht.ts';
import { antwoord, om, PERSONEN, verzoekDoen, Zaak } from '#test/support/zaak.ts';

const MAANDAG = om('2027-06-07');
const DINSDAG = om('2027-06-08');
const DOOR = 'coordinator.oost';
const verleggen: Opdrachtinhoud = { soort: 'verzoekVerleggen', verzoek: 'v' };
const organisaties = (i: number): string => `ORG${i}`;

/** Does it `keer` times, and then once more, which is refused with a sentence that says what to do instead. */
function tot(keer: number, zaak: Zaak, door: string, doe: (i: number) => Opdrachtinhoud, op = MAANDAG): string {
  for (let i = 0; i < keer; i += 1) zaak.doe(op, door, doe(i));
  zaak.weigert(op, door, doe(keer), 'te_veel');
  try {
    zaak.doe(op, door, doe(keer));
  } catch (fout) {
    if (fout instanceof DomainError) return fout.message;
    throw fout;
  }
  return '';
}

describe('how much one signaal can hold', () => {
  it('a question goes to so many contacts and no more, and can still be taken back', () => {
    const zaak = Zaak.opgepakt(MAANDAG);
    zaak.doe(MAANDAG, DOOR, verzoekDoen('v'));
    assert.equal(
      tot(VERLEGGINGEN_PER_VERZOEK, zaak, DOOR, () => verleggen),
      `Dit verzoek is al ${VERLEGGINGEN_PER_VERZOEK} keer bij een ander gelegd. Bel de organisatie, of trek het verzoek in en vraag het een ander.`,
    );
    zaak.doe(MAANDAG, DOOR, { soort: 'verzoekIntrekken', verzoek: 'v' });
  });

  it('a party hands it on so often and no more, and can still answer', () => {
    const zaak = Zaak.opgepakt(MAANDAG);
    zaak.doe(MAANDAG, DOOR, verzoekDoen('v'));
    const partij = contactVan('v');
    assert.match(
      tot(DOORGEVINGEN_PER_VERZOEK, zaak, partij, () => antwoord('v', { soort: 'doorgegeven' })),
      /Bel de behandelaar\.$/,
    );
    zaak.doe(MAANDAG, partij, antwoord('v', { soort: 'opgelost' }));
  });

  it('so many questions wait at one time; after an answer there is room again', () => {
    const zaak = Zaak.opgepakt(MAANDAG);
    const vraag = (i: number): Opdrachtinhoud => verzoekDoen(`v${i}`, { organisatie: organisaties(i) });
    assert.match(tot(OPEN_VERZOEKEN, zaak, DOOR, vraag), /trek een verzoek in\.$/);
    zaak.doe(MAANDAG, contactVan('v0'), antwoord('v0', { soort: 'opgelost' }));
    zaak.doe(MAANDAG, DOOR, vraag(OPEN_VERZOEKEN));
  });

  it('one organisation gets so many mails in a day, asked and moved together; another, and tomorrow, is another count', () => {
    const zaak = Zaak.opgepakt(MAANDAG);
    const half = POST_PER_ORGANISATIE_PER_DAG / 2;
    for (let i = 0; i < half; i += 1) {
      zaak.doe(MAANDAG, DOOR, verzoekDoen(`v${i}`));
      zaak.doe(MAANDAG, DOOR, { soort: 'verzoekVerleggen', verzoek: `v${i}` });
    }
    zaak.weigert(MAANDAG, DOOR, verzoekDoen('w'), 'te_veel');
    zaak.weigert(MAANDAG, DOOR, { soort: 'verzoekVerleggen', verzoek: 'v0' }, 'te_veel');
    zaak.kopie().doe(MAANDAG, DOOR, verzoekDoen('w', { organisatie: 'CIZ' }));
    zaak.kopie().doe(MAANDAG, DOOR, verzoekDoen('w', { verzoeksoort: 'navraag' }));
    zaak.doe(DINSDAG, DOOR, verzoekDoen('w'));
  });

  it('each kind of act is done so often, of which every refusal says what else can be done', () => {
    for (const [feit, { hoogstens }] of Object.entries(GRENZEN)) {
      const zaak = Zaak.opgepakt(MAANDAG);
      zaak.staat = { ...zaak.nu, tellingen: { [feit]: hoogstens } };
      const oordelen = Object.values(magNu(zaak.nu, PERSONEN[DOOR] ?? assert.fail(), MAANDAG, zaak.kader));
      for (const oordeel of oordelen)
        if (!oordeel.mag && oordeel.code === 'te_veel')
          assert.match(oordeel.reden, /^Bij .+\. Meer kan niet\. [A-Z].+\.$/);
    }
    const zaak = Zaak.opgepakt(MAANDAG);
    zaak.doe(MAANDAG, DOOR, { soort: 'notitie', tekst: {} });
    assert.equal(zaak.nu.tellingen?.notitie_toegevoegd, 1);
    const { hoogstens } = GRENZEN.notitie_toegevoegd;
    zaak.staat = { ...zaak.nu, tellingen: { notitie_toegevoegd: hoogstens - 1 } };
    tot(1, zaak, DOOR, () => ({ soort: 'notitie', tekst: {} }));
  });

  it('holds the service back in nothing, nor what ends or answers', () => {
    const zaak = Zaak.opgepakt(MAANDAG);
    const vol = Object.fromEntries(Object.entries(GRENZEN).map(([feit, { hoogstens }]) => [feit, hoogstens]));
    zaak.staat = { ...zaak.nu, tellingen: vol };
    zaak.kader = {
      ...zaak.kader,
      personen: { ...PERSONEN, [DOOR]: { ...(PERSONEN[DOOR] ?? assert.fail()), actief: false } },
    };
    zaak.doe(MAANDAG, DIENST, { soort: 'vrijgeven' });
    assert.equal(zaak.nu.behandelaar, null);
    zaak.doe(MAANDAG, 'coordinator.oost2', { soort: 'oppakken' });
    zaak.doe(MAANDAG, 'metgezel', { soort: 'intrekken' });
  });
});
