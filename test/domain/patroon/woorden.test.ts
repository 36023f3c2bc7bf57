import assert from 'node:assert/strict';

import { antwoordOpMaat } from '#domain/patroon/antwoord-op-maat.ts';
import type { Patroonfeit, Patroongebeurtenis } from '#domain/patroon/feiten.ts';
import type { Patrooninhoud } from '#domain/patroon/opdracht.ts';
import { laatsteDagVan, patroongevolgInWoorden, patroonVooraf } from '#domain/patroon/vooraf.ts';
import { patroonverslag, patroonzin } from '#domain/patroon/zinnen.ts';
import { DIENST } from '#domain/signaal/opdracht.ts';
import { Patroonzaak } from '#test/support/patroon.ts';
import { om } from '#test/support/zaak.ts';

const MAANDAG = om('2027-06-07');
const TITEL = { titel: 'Wachten', omschrijving: 'Lang.' };
const NAMEN = {
  naam: (id: string) => `@${id}`,
  fasenaam: (fase: string) => `#${fase}`,
  orgaannaam: (orgaan: string) => `%${orgaan}`,
};

describe('the answer on a patroon, as one reporter reads it', () => {
  const opMaat = (status: 'in_behandeling' | 'afgesloten', uitkomst: 'alleen_gemeld' | 'verder_in_patroon' | null) =>
    antwoordOpMaat('  Het is geregeld. ', { nummer: 'S-2027-0001', ingediendOp: MAANDAG, status, uitkomst }).split(
      '\n\n',
    );

  it('says what it is an answer to, what the answer is, and what becomes of their own signaal', () => {
    const [begin, antwoord, slot] = opMaat('in_behandeling', null);
    assert.equal(
      begin,
      'Op maandag 7 juni 2027 diende u signaal S-2027-0001 in. Dat speelde bij meer gezinnen. Daarom heeft het landelijk team ernaar gekeken.',
    );
    assert.equal(antwoord, 'Het is geregeld.');
    assert.equal(slot, 'Uw eigen signaal loopt gewoon door. U hoort apart wat daarvan komt.');
    const straks =
      'Over twintig werkdagen vragen wij u hoe het nu gaat. Helpt het niet, dan kunt u uw signaal weer openen.';
    assert.equal(opMaat('afgesloten', 'verder_in_patroon')[2], straks);
    assert.equal(opMaat('afgesloten', 'alleen_gemeld')[2], `Dank u dat u dit hebt gemeld. ${straks}`);
  });
});

describe('what an act on a patroon would lead to, in words', () => {
  const zou = (zaak: Patroonzaak, inhoud: Patrooninhoud) => {
    const voor = zaak.staat;
    const gevolg = patroonVooraf('patroon', voor, { ...inhoud, id: 'proef', door: 'landelijk' }, MAANDAG, zaak.kader);
    return patroongevolgInWoorden(gevolg, voor, NAMEN);
  };

  it('of opening: who has it, and until when the research runs', () => {
    assert.deepEqual(zou(new Patroonzaak(), { soort: 'patroonOpenen', organisatie: null, tekst: TITEL }), [
      'Het patroon begint met onderzoek.',
      '@landelijk is dan eigenaar.',
      'Deze fase loopt tot en met maandag 19 juli 2027. De eigenaar krijgt daarvoor een herinnering.',
    ]);
  });

  it('of asking a body: the phase that follows, and the day that it was given', () => {
    const zaak = Patroonzaak.geopend(MAANDAG);
    const vraag: Patrooninhoud = {
      soort: 'agenderen',
      orgaan: 'VWS',
      datum: '2027-06-18',
      tekst: { vraag: 'Kan het?' },
    };
    const zinnen = zou(zaak, vraag);
    assert.equal(zinnen[0], 'De fase wordt: #geagendeerd.');
    assert.ok(
      zinnen.includes(
        '%VWS heeft tot en met vrijdag 18 juni 2027. Signaalpunt stuurt daar geen bericht heen: neem zelf contact op. Na die dag vragen wij de eigenaar of er een reactie is.',
      ),
    );
    zaak.doe(MAANDAG, 'landelijk', vraag);
    const reactie = zaak.nu.stappen.find(({ soort }) => soort === 'reactie') ?? assert.fail('nobody was asked');
    assert.equal(laatsteDagVan(reactie, zaak.nu), '2027-06-18');
  });

  it('of closing: what is still open, and that closing gives nobody an answer', () => {
    const zaak = Patroonzaak.geopend(MAANDAG);
    const sluit: Patrooninhoud = { soort: 'patroonSluiten', fase: 'opgelost', systeemreden: null, tekst: {} };
    assert.deepEqual(zou(zaak, sluit), ['De fase wordt: #opgelost.']);
    zaak.doe(MAANDAG, 'landelijk', { soort: 'agenderen', orgaan: 'VWS', datum: '2027-06-18', tekst: {} });
    for (const signaal of ['een', 'twee']) zaak.doe(MAANDAG, 'landelijk', { soort: 'signaalKoppelen', signaal });
    const geenReactie = '%VWS heeft nog niet gereageerd. Wij vragen daar dan niet meer naar.';
    assert.deepEqual(zou(zaak, sluit).slice(1), [
      geenReactie,
      'De melders van 2 signalen hebben nog geen antwoord, en krijgen dat niet doordat u sluit. Stuur het eerst.',
    ]);
    zaak.doe(MAANDAG, 'landelijk', { soort: 'antwoordSchrijven', tekst: { antwoord: 'Het is geregeld.' } });
    zaak.doe(MAANDAG, 'landelijk', { soort: 'antwoordVersturen' });
    assert.deepEqual(zou(zaak, sluit).slice(1), [
      geenReactie,
      'Het antwoord gaat nog door naar wie het nog niet heeft.',
    ]);
  });

  it('of joining a signaal, and of giving the answer to one reporter and to more', () => {
    const zaak = Patroonzaak.geopend(MAANDAG);
    const koppel = (signaal: string): Patrooninhoud => ({ soort: 'signaalKoppelen', signaal });
    assert.deepEqual(zou(zaak, koppel('een')), ['Eén signaal hoort er dan bij. De melder hoort wat eruit komt.']);
    zaak.doe(MAANDAG, 'landelijk', koppel('een'));
    zaak.doe(MAANDAG, 'landelijk', { soort: 'antwoordSchrijven', tekst: { antwoord: 'Het is geregeld.' } });
    const straks = 'Na twintig werkdagen vragen wij hun hoe het nu gaat.';
    assert.deepEqual(zou(zaak, { soort: 'antwoordVersturen' }).slice(-2), [
      'De melder van het ene signaal krijgt het antwoord, met een mail in werktijd.',
      straks,
    ]);
    zaak.doe(MAANDAG, 'landelijk', koppel('twee'));
    assert.deepEqual(zou(zaak, { soort: 'antwoordVersturen' }).slice(-2), [
      'De melders van 2 signalen krijgen het antwoord, met een mail in werktijd. U kunt het nog stoppen zolang het niet bij elk signaal staat.',
      straks,
    ]);
    const opnemen: Patrooninhoud = {
      soort: 'voorstelOpnemen',
      uit: { voorstel: 'v', signalen: ['drie', 'vier'] },
      tekst: {},
    };
    assert.ok(zou(zaak, opnemen).includes('2 signalen horen er dan bij. De melders horen wat eruit komt.'));
  });

  it('of closing while the answer was stopped, or is with everybody', () => {
    const sluit: Patrooninhoud = { soort: 'patroonSluiten', fase: 'opgelost', systeemreden: null, tekst: {} };
    const zaak = Patroonzaak.geopend(MAANDAG);
    zaak.doe(MAANDAG, 'landelijk', { soort: 'signaalKoppelen', signaal: 'een' });
    assert.ok(
      zou(zaak, sluit).includes(
        'De melder van het ene signaal heeft nog geen antwoord, en krijgt dat niet doordat u sluit. Stuur het eerst.',
      ),
    );
    zaak.doe(MAANDAG, 'landelijk', { soort: 'antwoordSchrijven', tekst: { antwoord: 'Het is geregeld.' } });
    zaak.doe(MAANDAG, 'landelijk', { soort: 'antwoordVersturen' });
    zaak.doe(MAANDAG, 'landelijk', { soort: 'antwoordStoppen' });
    assert.ok(
      zou(zaak, sluit).includes(
        'Het antwoord is gestopt: niet bij elk signaal staat het. Wie het nog niet heeft, krijgt het niet doordat u sluit.',
      ),
    );
    zaak.doe(MAANDAG, 'landelijk', { soort: 'antwoordVersturen' });
    zaak.doe(MAANDAG, DIENST, { soort: 'antwoordAfronden', versie: 1 });
    assert.deepEqual(zou(zaak, sluit), ['De fase wordt: #opgelost.']);
  });
});

describe('what happened to a patroon, in a sentence', () => {
  it('tells what was asked, decided, advised and answered, by the name of the body and the date in full', () => {
    const zaak = Patroonzaak.geopend(MAANDAG);
    zaak.doe(om('2027-08-04'), DIENST, {
      soort: 'kalenderWijzigen',
      kalender: { versie: 2, dagen: { '2029-01-03': 'vrij' } },
    });
    assert.equal(patroonzin(zaak.gebeurtenissen.at(-1)!, NAMEN.naam), null);
    const [geopend] = zaak.gebeurtenissen;
    assert.ok(geopend !== undefined);
    const { op, bron, verschuldigdOp } = geopend;
    const regel = (feit: Patroonfeit, door: string | null = 'landelijk', signalen: readonly string[] = []) =>
      patroonzin({ ...feit, op, bron, verschuldigdOp, door } as Patroongebeurtenis, NAMEN.naam, signalen);
    assert.deepEqual(
      [
        regel({ soort: 'patroon_beschreven' }),
        regel({ soort: 'voorstel_opgenomen', voorstel: 'v' }),
        regel({ soort: 'fase_gewijzigd', fase: 'in_uitvoering' }),
        regel({ soort: 'geagendeerd', orgaan: 'VWS', datum: '2027-06-18' }),
        regel({ soort: 'reactie_vastgelegd', orgaan: 'VWS' }),
        regel({ soort: 'besluit_vastgelegd', orgaan: 'VWS', datum: '2027-06-16' }),
        regel({ soort: 'advies_vastgelegd', orgaan: 'VNG' }),
        regel({ soort: 'patroon_gesloten', fase: 'opgelost', systeemreden: null }),
        regel({ soort: 'signaal_gekoppeld', signaal: 'een' }, 'landelijk', ['S-1']),
        regel({ soort: 'signaal_gekoppeld', signaal: 'een' }, 'landelijk', ['S-1', 'S-2']),
        regel({ soort: 'signaal_losgemaakt', signaal: 'een' }),
        regel({ soort: 'antwoord_geschreven', versie: 1 }),
        regel({ soort: 'antwoord_vrijgegeven', versie: 1 }),
        regel({ soort: 'antwoord_gestopt', versie: 2 }),
        regel({ soort: 'antwoord_verstuurd', versie: 2 }, DIENST),
        regel({ soort: 'kalender_gewijzigd', kalender: { versie: 2, dagen: {} }, nietVoor: '2027-06-07' }, DIENST),
      ],
      [
        '@landelijk veranderde de titel of de omschrijving.',
        '@landelijk nam een voorstel op in dit patroon.',
        '@landelijk bracht het patroon in de fase in uitvoering.',
        '@landelijk legde het voor aan het ministerie van VWS, die tijd heeft tot en met vrijdag 18 juni 2027.',
        '@landelijk legde de reactie van het ministerie van VWS vast.',
        '@landelijk legde het besluit van het ministerie van VWS van woensdag 16 juni 2027 vast.',
        '@landelijk legde het advies aan de Vereniging van Nederlandse Gemeenten (VNG) vast.',
        '@landelijk sloot het patroon: opgelost.',
        '@landelijk voegde signaal S-1 toe.',
        '@landelijk voegde 2 signalen (S-1 en S-2) toe.',
        '@landelijk haalde een of meer signalen eruit.',
        '@landelijk schreef het antwoord aan de melders.',
        '@landelijk liet het antwoord naar de melders gaan.',
        '@landelijk stopte het antwoord (versie 2) voordat iedereen het had.',
        'Het antwoord (versie 2) staat bij elk signaal.',
        'De feestdagen zijn gewijzigd. De termijnen zijn opnieuw berekend.',
      ],
    );
  });

  it('says who did it, or that the service did, and nothing of what only the machinery needs', () => {
    const zaak = Patroonzaak.geopend(MAANDAG);
    zaak.doe(MAANDAG, 'landelijk', { soort: 'patroonOverdragen', aan: 'landelijk2', tekst: {} });
    zaak.klok(om('2027-08-04'));
    const zinnen = zaak.gebeurtenissen.map((g) => patroonzin(g, NAMEN.naam));
    assert.equal(zinnen[0], '@landelijk opende het patroon.');
    assert.ok(zinnen.includes('@landelijk droeg het patroon over aan @landelijk2.'));
    assert.ok(
      zinnen.some((zin) => /^Signaalpunt herinnerde @landelijk2 aan het onderzoek \(werkdag \d+\)\.$/.test(zin ?? '')),
    );
    assert.ok(zinnen.includes('Signaalpunt meldde aan het landelijk team dat de termijn van deze fase voorbij is.'));
    const stil = zaak.gebeurtenissen.filter(({ soort }) => soort.startsWith('stap_'));
    assert.ok(stil.length > 0 && stil.every((g) => patroonzin(g, NAMEN.naam) === null));
    const [geopend] = zaak.gebeurtenissen;
    assert.ok(geopend?.soort === 'patroon_geopend');
    const uitVoorstel: Patroongebeurtenis = { ...geopend, voorstel: 'v', eigenaar: 'landelijk2' };
    assert.equal(
      patroonzin(uitVoorstel, NAMEN.naam),
      '@landelijk opende het patroon, uit een voorstel. @landelijk2 is eigenaar.',
    );
  });

  it('names the signalen that the reader may see, and tells what one person added on one day in one line', () => {
    const zaak = Patroonzaak.geopend(MAANDAG);
    for (const [uur, signaal] of ['een', 'twee', 'geheim'].entries())
      zaak.doe(om('2027-06-08', 10 + uur), 'landelijk', { soort: 'signaalKoppelen', signaal });
    zaak.doe(om('2027-06-08', 14), 'landelijk2', { soort: 'signaalKoppelen', signaal: 'drie' });
    zaak.doe(om('2027-06-09'), 'landelijk2', { soort: 'signaalKoppelen', signaal: 'vier' });
    const verslag = (nummer: (id: string) => string | null) =>
      patroonverslag(zaak.gebeurtenissen, NAMEN.naam, nummer)
        .map(({ zin }) => zin)
        .slice(1);
    assert.deepEqual(
      verslag((id) => (id === 'geheim' ? null : `S-${id}`)),
      [
        '@landelijk voegde 2 signalen (S-een en S-twee) toe.',
        '@landelijk2 voegde signaal S-drie toe.',
        '@landelijk2 voegde signaal S-vier toe.',
      ],
    );
    assert.equal(verslag(() => null)[0], '@landelijk voegde een of meer signalen toe.');
  });
});
