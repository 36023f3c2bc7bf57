import assert from 'node:assert/strict';

import fc from 'fast-check';

import { contactVan, DIENST } from '#domain/signaal/opdracht.ts';
import { type Termijn, termijnen } from '#domain/signaal/termijnen.ts';
import { voorgeschiedenis } from '#domain/signaal/voorgeschiedenis.ts';
import { datumVan } from '#domain/tijd/amsterdam.ts';
import { keren } from '#test/support/keren.ts';
import { leefZomaar } from '#test/support/leven.ts';
import { antwoord, KALENDER, om, verzoekDoen, Zaak } from '#test/support/zaak.ts';

const MAANDAG = om('2027-06-07');
const DOOR = 'coordinator.oost';

function uitgelegd(zaak: Zaak, soort: Termijn['soort']): Termijn {
  const gevonden = termijnen(zaak.nu, voorgeschiedenis('zaak', zaak.gebeurtenissen)).find(
    (termijn) => termijn.soort === soort,
  );
  return gevonden ?? assert.fail(soort);
}

/** The instant that the explanation of a milestone gives. */
function volgensUitleg({ soort, uitleg, uitlegUitloop }: Termijn, naam: string): string | undefined {
  const laat = (uitlegUitloop ?? uitleg).eindigtOp;
  if (naam === 'uitloop' || (naam === 'einde' && (soort === 'toezegging' || soort === 'terugblik'))) return laat;
  if (naam === 'termijn') return soort === 'vraag' ? laat : uitleg.eindigtOp;
  return naam === 'einde' ? uitleg.eindigtOp : undefined;
}

describe('whatever happened, a date explains itself', () => {
  it('the last day explained is that of the timer, for every milestone of every running step', () => {
    const gezien = new Set<string>();
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        leefZomaar(seed, (zaak) => {
          for (const termijn of termijnen(zaak.nu)) {
            for (const { naam, op, dag } of termijn.mijlpalen) {
              const eindigtOp = volgensUitleg(termijn, naam);
              if (eindigtOp !== undefined) {
                gezien.add(`${termijn.soort} ${naam}`);
                assert.equal(op, eindigtOp, `${termijn.stap} ${naam}`);
              } else if (naam.startsWith('herinnering:') && termijn.soort !== 'bezwaar') {
                const uitleg = termijn.uitleg.dagen.find(({ nummer }) => nummer === dag);
                const nietVoor = zaak.nu.stappen.find(({ sleutel }) => sleutel === termijn.stap)?.nietVoor ?? null;
                if (nietVoor === null) assert.equal(datumVan(op), uitleg?.datum, `${termijn.stap} ${naam}`);
              }
            }
          }
        });
      }),
      keren(400),
    );
    for (const soort of [
      'oppakken termijn',
      'oppakken uitloop',
      'behandelen uitloop',
      'vraag termijn',
      'vraag_hogerop termijn',
      'navraag termijn',
      'toezegging einde',
      'aanpak einde',
      'pauze einde',
      'bezwaar einde',
      'terugblik einde',
      'indelen termijn',
      'duur termijn',
    ])
      assert.ok(gezien.has(soort), soort);
  });

  it('and its record explains it in words that never break', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const zaak = leefZomaar(seed);
        const eerder = voorgeschiedenis('zaak', zaak.gebeurtenissen);
        for (const { inWoorden, verschoven, uitleg } of termijnen(zaak.nu, eerder)) {
          assert.ok(inWoorden.length > 0);
          for (const zin of inWoorden) assert.doesNotMatch(zin, /undefined|null|NaN/);
          for (const { van, naar } of verschoven) assert.notEqual(van, naar);
          assert.ok(uitleg.laatsteDag >= '2026-01-01');
        }
      }),
      keren(150),
    );
  });
});

describe('a date in words', () => {
  it('of a pause, and of the term that it stops', () => {
    const zaak = Zaak.opgepakt(MAANDAG);
    zaak.doe(om('2027-06-14'), DOOR, { soort: 'pauzeren', reden: 'afwezigheid', tot: '2027-06-25' });
    assert.deepEqual(uitgelegd(zaak, 'pauze').inWoorden, [
      'Het signaal is gepauzeerd tot en met vrijdag 25 juni 2027. Daarna gaat het vanzelf verder.',
    ]);
    const behandelen = uitgelegd(zaak, 'behandelen');
    assert.deepEqual(behandelen.pauzes, [{ van: '2027-06-14', tot: '2027-06-25' }]);
    assert.ok(
      behandelen.inWoorden.includes(
        'Van maandag 14 juni 2027 tot en met vrijdag 25 juni 2027 is het signaal gepauzeerd. Die dagen tellen niet mee.',
      ),
    );
    assert.equal(
      behandelen.inWoorden.at(-1),
      'Zonder uitkomst gaat het signaal aan het einde van woensdag 21 juli 2027 vanzelf een niveau hoger.',
    );
  });

  it('lengthened: the first and the second half', () => {
    const zaak = Zaak.opgepakt(MAANDAG);
    zaak.doe(MAANDAG, DOOR, { soort: 'verlengen', tekst: {} });
    const { verlenging, inWoorden, uitleg } = uitgelegd(zaak, 'behandelen');
    assert.deepEqual(verlenging, { eersteHelft: '2027-07-05', tweedeHelft: '2027-08-02' });
    assert.equal(uitleg.laatsteDag, verlenging?.tweedeHelft);
    assert.ok(inWoorden.includes('De eerste helft, dag 1 tot en met 20, loopt tot en met maandag 5 juli 2027.'));
    assert.ok(inWoorden.includes('De tweede helft, dag 21 tot en met 40, loopt tot en met maandag 2 augustus 2027.'));
  });

  it('lengthened before an aanpak began it anew: the full term, which is lengthened no second time', () => {
    const zaak = Zaak.landelijk(MAANDAG);
    zaak.doe(MAANDAG, 'landelijk', { soort: 'verlengen', tekst: {} });
    zaak.doe(MAANDAG, 'landelijk', { soort: 'aanpakVaststellen', datum: '2027-06-21', tekst: {} });
    assert.deepEqual(uitgelegd(zaak, 'aanpak').inWoorden.slice(0, 1), [
      'Op maandag 21 juni 2027 wordt de aanpak opnieuw bekeken. Dan begint de termijn van behandelen opnieuw.',
    ]);
    zaak.klok(om('2027-06-22'));
    const { verlenging, inWoorden, werkdagen } = uitgelegd(zaak, 'behandelen');
    assert.deepEqual([verlenging, werkdagen], [null, 20]);
    assert.ok(inWoorden.includes('Een eerdere termijn is al verlengd. Dat kan geen tweede keer.'));
  });

  it('waiting for a partner: until when at the latest, and why; and after its answer', () => {
    const zaak = Zaak.opgepakt(MAANDAG);
    zaak.doe(om('2027-06-28'), DOOR, verzoekDoen('v'));
    const wachtend = uitgelegd(zaak, 'behandelen');
    assert.deepEqual(wachtend.wacht, { verzoeken: ['v'], uiterlijk: '2027-08-04' });
    assert.equal(
      wachtend.inWoorden.at(-1),
      'Een ketenpartner is aan zet. Zolang dat zo is, gaat het signaal niet vanzelf een niveau hoger. Dat gebeurt uiterlijk aan het einde van woensdag 4 augustus 2027.',
    );
    zaak.klok(om('2027-07-15'));
    zaak.doe(om('2027-07-15'), contactVan('v'), antwoord('v', { soort: 'afgewezen' }));
    const na = uitgelegd(zaak, 'behandelen');
    assert.equal(na.wacht, null);
    assert.match(na.inWoorden.at(-2) ?? '', /^Een ketenpartner was aan zet tot donderdag 15 juli 2027\./);
    assert.match(na.inWoorden.at(-1) ?? '', /einde van maandag 19 juli 2027 vanzelf een niveau hoger/);
  });

  it('at landelijk, where a partner only makes the clock silent', () => {
    const zaak = Zaak.landelijk(MAANDAG);
    assert.match(
      uitgelegd(zaak, 'behandelen').inWoorden.at(-1) ?? '',
      /^Na woensdag 7 juli 2027 hoort programmaleiding/,
    );
    const later = zaak.kopie();
    zaak.doe(MAANDAG, 'landelijk', verzoekDoen('v'));
    assert.deepEqual(uitgelegd(zaak, 'behandelen').wacht, { verzoeken: ['v'], uiterlijk: null });
    later.klok(om('2027-07-09'));
    assert.match(
      uitgelegd(later, 'behandelen').inWoorden.at(-1) ?? '',
      /^De termijn was voorbij na woensdag 7 juli 2027\. .* hoort programmaleiding dat na [a-z]+dag \d+ (juli|augustus) 2027\.$/,
    );
  });

  it('at landelijk, where nobody picks it up: when programmaleiding hears it next', () => {
    const zaak = Zaak.landelijk(MAANDAG);
    zaak.doe(MAANDAG, 'landelijk', { soort: 'vrijgeven', tekst: {} });
    const voor = uitgelegd(zaak, 'oppakken').inWoorden.at(-1) ?? '';
    zaak.klok(om('2027-07-09'));
    const na = uitgelegd(zaak, 'oppakken').inWoorden.at(-1) ?? '';
    for (const zin of [voor, na]) assert.match(zin, /^Pakt niemand het op, dan hoort programmaleiding dat na /);
    assert.notEqual(voor, na, 'not the day that is over');
  });

  it('of a question, held back once by the behandelaar', () => {
    const zaak = Zaak.opgepakt(MAANDAG);
    zaak.doe(MAANDAG, DOOR, verzoekDoen('v'));
    assert.equal(
      uitgelegd(zaak, 'vraag').inWoorden.at(-1),
      'Komt er geen antwoord, dan gaat de vraag naar het escalatiecontact aan het einde van maandag 21 juni 2027.',
    );
    zaak.doe(om('2027-06-18'), DOOR, { soort: 'tegenhouden', verzoek: 'v', tekst: {} });
    const { inWoorden, uitleg, uitlegUitloop } = uitgelegd(zaak, 'vraag');
    assert.deepEqual([uitleg.laatsteDag, uitlegUitloop?.laatsteDag], ['2027-06-21', '2027-06-28']);
    assert.deepEqual(inWoorden.slice(-2), [
      'De behandelaar houdt de volgende stap 5 werkdagen tegen.',
      'Komt er geen antwoord, dan gaat de vraag naar het escalatiecontact aan het einde van maandag 28 juni 2027.',
    ]);
  });

  it('of a promise: when it is asked after, and when it counts as not kept', () => {
    const zaak = Zaak.opgepakt(MAANDAG);
    zaak.doe(MAANDAG, DOOR, verzoekDoen('v'));
    zaak.doe(MAANDAG, contactVan('v'), antwoord('v', { soort: 'toegezegd', datum: '2027-06-18' }));
    const { inWoorden } = uitgelegd(zaak, 'toezegging');
    assert.equal(inWoorden[0], 'De toezegging is voor vrijdag 18 juni 2027.');
    assert.deepEqual(inWoorden.slice(-2), [
      'Op de eerste werkdag daarna, maandag 21 juni 2027, vragen wij of het is gelukt.',
      'Zonder ja geldt de toezegging aan het einde van woensdag 23 juni 2027 als niet nagekomen.',
    ]);
    zaak.haalIn(om('2027-06-24'));
    const laat = uitgelegd(zaak, 'toezegging');
    assert.equal(laat.uitlegUitloop?.laatsteDag, '2027-06-28');
    assert.ok(!laat.inWoorden.some((zin) => zin.includes('vragen wij')), 'it was asked already');
    assert.ok(
      laat.inWoorden.includes(
        'De vraag ging uit op donderdag 24 juni 2027. Daarna zijn er altijd twee werkdagen om te antwoorden.',
      ),
    );
  });

  it('of bezwaar: which law, which day six weeks gives, and why it rolls over', () => {
    const gewoon = Zaak.ingediend(MAANDAG, {}, { besluit: { datum: '2027-06-01' } });
    assert.deepEqual(uitgelegd(gewoon, 'bezwaar').inWoorden, [
      'Het besluit is van dinsdag 1 juni 2027. Bezwaar maken kan zes weken lang, te beginnen op de dag erna (Algemene wet bestuursrecht, artikel 6:7 en 6:8).',
      'Zes weken eindigen op dinsdag 13 juli 2027.',
      'De laatste dag is dinsdag 13 juli 2027.',
    ]);
    // Six weeks after Thursday 25 March 2027 is Thursday 6 May, Hemelvaartsdag; Friday 7 May is a decree day.
    const schuift = Zaak.ingediend(om('2027-03-30'), {}, { besluit: { datum: '2027-03-25' } });
    const { inWoorden, uitleg, mijlpalen } = uitgelegd(schuift, 'bezwaar');
    assert.deepEqual(inWoorden.slice(1), [
      'Zes weken zouden eindigen op donderdag 6 mei 2027. Die dag is geen gewone werkdag (Hemelvaartsdag), dus schuift het einde door naar de eerste die dat wel is (Algemene termijnenwet, artikel 1).',
      'De laatste dag is maandag 10 mei 2027.',
    ]);
    assert.deepEqual([uitleg.begin, uitleg.eindigtOp], ['2027-03-25', mijlpalen.at(-1)?.op]);
  });

  it('moved by a new free day: from when to when, and because of which day', () => {
    const zaak = Zaak.ingediend(MAANDAG);
    const nieuw = { versie: 2, dagen: { ...KALENDER.dagen, '2027-06-25': 'dag van nationale rouw' } };
    zaak.doe(om('2027-06-10'), DIENST, { soort: 'kalenderWijzigen', kalender: nieuw });
    const { verschoven, inWoorden } = uitgelegd(zaak, 'behandelen');
    assert.deepEqual(
      verschoven.map(({ van, naar, dagen }) => ({ van, naar, dagen })),
      [
        {
          van: '2027-07-05',
          naar: '2027-07-06',
          dagen: [{ datum: '2027-06-25', naam: 'dag van nationale rouw', vrij: true }],
        },
      ],
    );
    assert.ok(
      inWoorden.includes(
        'Op donderdag 10 juni 2027 veranderde de kalender: vrijdag 25 juni 2027 (dag van nationale rouw) werd vrij. De laatste dag ging van maandag 5 juli 2027 naar dinsdag 6 juli 2027.',
      ),
      inWoorden.join('\n'),
    );
    zaak.doe(om('2027-06-11'), DIENST, { soort: 'kalenderWijzigen', kalender: { ...KALENDER, versie: 3 } });
    assert.ok(
      uitgelegd(zaak, 'behandelen').inWoorden.includes(
        'Op vrijdag 11 juni 2027 veranderde de kalender: vrijdag 25 juni 2027 (dag van nationale rouw) werd een gewone dag. De laatste dag ging van dinsdag 6 juli 2027 naar maandag 5 juli 2027.',
      ),
    );
  });

  it('says which version of the policy its numbers come from', () => {
    assert.ok(
      uitgelegd(Zaak.ingediend(MAANDAG), 'behandelen').inWoorden.includes(
        'De aantallen werkdagen komen uit versie 1 van het termijnbeleid.',
      ),
    );
  });
});
