import assert from 'node:assert/strict';

import { redenen, TEKSTEN } from '#activities/post/teksten.ts';
import type { Zaak as Postzaak } from '#activities/post/zaak.ts';
import { BERICHTSOORTEN, REDENEN } from '#domain/signaal/berichtsoorten.ts';
import { alsTijdstip, msVan, type Tijdstip } from '#domain/tijd/amsterdam.ts';
import { Postkamer } from '#test/support/postkamer.ts';
import { indiening, Zaak } from '#test/support/zaak.ts';

const DOORGEGEVEN = [
  null,
  { door: 'loket@uwv.voorbeeld.nl', vastgelegd: false },
  { door: null, vastgelegd: false },
  { door: null, vastgelegd: true },
] as const;
const KANARIE = 'kanarie-Sjors-Sterk';
const ZAAK: Postzaak = {
  nummer: 'S-2027-0001',
  niveau: 'regionaal',
  status: 'in_behandeling',
  urgentie: 'normaal',
  behandelaar: { naam: 'Hilde Postma', telefoon: '06 1234 5611' },
  melder: { naam: 'Anneke de Vries', telefoon: '06 1234 5601' },
  isBehandelaar: false,
  waarom: 'melder',
  klokmotief: null,
  door: null,
  onbereikt: null,
  isOvergekomen: false,
  stapsoort: 'behandelen',
  totEnMet: '2027-05-12',
  uitloopTotEnMet: '2027-05-14',
  dag: 60,
  isHerhaald: false,
  vandaag: '2027-05-10',
  aanleiding: 'ingediend',
  verzoek: null,
  op: '2027-05-10T08:00:00.000Z',
  uitkomst: null,
  afsluiting: null,
  zonderOverdracht: false,
  bezwaarTotEnMet: null,
  nietBevoegd: [],
};

describe('texts of the post', () => {
  it('has its own subject, with the number, for every Berichtsoort', () => {
    const onderwerpen = BERICHTSOORTEN.map((soort) => TEKSTEN[soort].onderwerp(ZAAK));
    assert.equal(new Set(onderwerpen).size, BERICHTSOORTEN.length);
    for (const onderwerp of onderwerpen) assert.match(onderwerp, /S-2027-0001/);
  });

  it('asks in whole sentences, short enough for a phone, for every Berichtsoort', () => {
    for (const soort of BERICHTSOORTEN) {
      const { alineas, regel } = TEKSTEN[soort];
      for (const zin of [...alineas(ZAAK), regel(ZAAK)].flatMap((tekst) => tekst.split(/(?<=[.?!]) /))) {
        assert.match(zin, /^[A-Z0-9].*[.?!]$/, soort);
        assert.ok(zin.split(' ').length <= 30, `${soort}: ${zin}`);
      }
    }
  });

  it('speaks in whole sentences to everybody who may get it, whatever the verzoek and its answer', () => {
    const antwoorden = [null, 'toegezegd', 'uitstel_gevraagd', 'meer_informatie_nodig', 'doorgegeven'] as const;
    for (const soort of BERICHTSOORTEN) {
      for (const waarom of REDENEN) {
        for (const [i, antwoord] of antwoorden.entries()) {
          const zaak: Postzaak = {
            ...ZAAK,
            waarom,
            niveau: i % 2 === 0 ? 'landelijk' : 'lokaal',
            aanleiding: i % 2 === 0 ? 'geen_reactie' : 'herinnerd',
            verzoek: {
              soort: i === 1 ? 'warme_overdracht' : 'vraag',
              escalatiecontact: i % 2 === 1,
              hogerop: i === 2,
              wie: i === 3 ? null : 'UWV',
              bel: i === 3 ? null : { naam: 'Sanne Bos', telefoon: '088 123 45 01' },
              uitgesteld: i === 2,
              datum: antwoord === 'toegezegd' ? '2027-05-20' : null,
              isKlaar: false,
              doorgegeven: DOORGEGEVEN[i] ?? null,
              antwoord,
            },
          };
          const { onderwerp, alineas, regel } = TEKSTEN[soort];
          assert.match(onderwerp(zaak), /^[A-Z].*S-2027-0001/);
          for (const zin of [...alineas(zaak), regel(zaak)]) {
            assert.match(zin, /^[A-Z0-9].*[.?!]$/, `${soort} ${waarom}`);
            assert.doesNotMatch(zin, /null|undefined| {2}/, `${soort} ${waarom}`);
          }
          if (zaak.niveau === 'landelijk' && waarom === 'behandelaar')
            assert.doesNotMatch(alineas(zaak).join(' '), /een niveau hoger leggen/);
        }
      }
    }
  });

  it('can always be written when nothing but the number is known', () => {
    const kaal: Postzaak = {
      ...ZAAK,
      behandelaar: null,
      melder: null,
      stapsoort: null,
      totEnMet: null,
      uitloopTotEnMet: null,
      dag: null,
    };
    for (const soort of BERICHTSOORTEN) {
      const { onderwerp, alineas, regel } = TEKSTEN[soort];
      assert.doesNotMatch([onderwerp(kaal), ...alineas(kaal), regel(kaal)].join(' '), /null|undefined|  /, soort);
    }
  });

  it('says of what the clock tells again that it does, and after how many days', () => {
    const herhaald: Postzaak = { ...ZAAK, isHerhaald: true };
    for (const soort of [
      'niet_opgepakt',
      'termijn_verstreken',
      'terugkoppeling_te_laat',
      'indeling_te_laat',
      'duurt_lang',
    ] as const) {
      const { onderwerp, regel } = TEKSTEN[soort];
      for (const tekst of [onderwerp(herhaald), regel(herhaald)]) assert.match(tekst, /na 60 werkdagen/i, soort);
    }
  });

  it('says for every Reden why somebody gets it', () => {
    for (const waarom of REDENEN) {
      const zin = waarom === 'consulent' ? /^dit signaal namens u is ingediend door Anneke de Vries$/ : /^u /;
      assert.match(redenen([{ ...ZAAK, waarom }]), zin);
    }
  });

  it('speaks to a consulent of this signaal, never of "uw signaal", and asks nothing', () => {
    const soorten = [
      'ontvangen',
      'opgepakt',
      'verplaatst',
      'antwoord',
      'teruggekoppeld',
      'samengevoegd',
      'heropend',
    ] as const;
    for (const soort of soorten) {
      for (const melder of [ZAAK.melder, null]) {
        const zaak: Postzaak = { ...ZAAK, melder, waarom: 'consulent' };
        const { onderwerp, alineas, regel } = TEKSTEN[soort];
        const alles = [onderwerp(zaak), ...alineas(zaak), regel(zaak)].join('\n');
        assert.doesNotMatch(
          alles,
          /uw signaal|uw vraag|in Signaalpunt|weken vragen wij|bent de behandelaar|null/i,
          soort,
        );
      }
    }
  });

  it('tells nothing of the case in any mail of its life', async () => {
    await using kamer = await Postkamer.open();
    for (const [nummer, zaak, tot] of levens()) {
      const begin = zaak.nu.laatsteOp;
      for (let nu = begin; nu < tot; nu = alsTijdstip(msVan(nu) + 86_400_000)) {
        if (zaak.klok(nu).length === 0 && nu > begin) continue;
        await kamer.bewaar(zaak, nummer, nu);
        await kamer.bezorg();
      }
    }
    const mails = await kamer.mails();
    assert.ok(mails.length > 15, `${mails.length} mails`);
    for (const { subject, text, html, headers } of mails) {
      const alles = [subject, text, html, ...headers.map(({ value }) => value)].join('\n');
      assert.doesNotMatch(alles, /kanarie|Sjors|GM0193|\bNAH\b|INDICATIE|geen_aanbod|niet_oplosbaar|geen_geld/i);
    }
  });
});

/** One that nobody touches, and one that is picked up, answered and closed. */
function levens(): [string, Zaak, Tijdstip][] {
  const tekst = { knelpunt: KANARIE, terugkoppeling: KANARIE };
  const laten = new Zaak();
  laten.doe('2027-03-01T08:20:00.000Z', 'metgezel', indiening({ tekst }, { knelpunttypen: ['INDICATIE'] }));
  const doen = new Zaak();
  doen.doe('2027-03-01T08:20:00.000Z', 'metgezel', indiening({ wens: 'hulp', motief: 'geen_aanbod', tekst }));
  doen.doe('2027-03-01T08:40:00.000Z', 'coordinator.oost', { soort: 'oppakken' });
  doen.doe('2027-03-01T09:00:00.000Z', 'coordinator.oost', {
    soort: 'uitkomstMelden',
    uitkomst: 'niet_oplosbaar',
    systeemreden: 'geen_geld',
    terugkoppeling: true,
    tekst,
  });
  return [
    ['S-2027-0001', laten, '2027-05-03T00:00:00.000Z'],
    ['S-2027-0002', doen, '2027-04-20T00:00:00.000Z'],
  ];
}
