import assert from 'node:assert/strict';

import { orNull, text } from '#db/columns.ts';
import { rows, sql } from '#db/sql.ts';
import { PATROONDADEN, type Patroondaad } from '#domain/patroon/beslis.ts';
import type { Patroonfeitsoort } from '#domain/patroon/feiten.ts';
import { PATROONHANDELINGEN } from '#handelingen/patroon/index.ts';
import { DAADWOORDEN, padVan } from '#web/doen/daden.ts';

import { nieuwSignaal } from '../support/app.ts';
import { woorden } from '../support/bezoeker.ts';
import { type Brief, Daadreis, type Velden } from '../support/daadreis.ts';
import { schrijfVoorstel } from '../support/voorstel.ts';
import { tot } from '../support/worker.ts';

const PATROON = { titel: 'Wachten tussen twee gemeenten', omschrijving: 'Kanarie: twee gemeenten wijzen naar elkaar.' };
const MELDER = 'metgezel.noord';
const TOELICHTING = 'Zo is het afgesproken.';

/** What is done first, through the API: by landelijk, by the path of the act. */
type Eerst = readonly [pad: string, inhoud?: object];
interface Geval {
  daad: Patroondaad | 'patroonOpenen';
  velden: Velden;
  eerst?: readonly Eerst[];
  /** How many signalen of `MELDER` are part of it. */
  signalen?: number;
}
interface Gelukt extends Geval {
  gebeurt: Patroonfeitsoort;
  /** What the page of the patroon then says, besides that it was done. */
  staat: RegExp;
  post?: (nummers: { patroon: string; signalen: readonly string[] }) => readonly Brief[];
}

const ANTWOORD: Eerst = ['antwoorden', { antwoord: 'De regel verandert op 1 januari.' }];
const VERZENDEN: Eerst = ['verzendingen'];
const SLUITEN: Eerst = ['sluitingen', { fase: 'opgelost', toelichting: TOELICHTING }];
const VOORLEGGEN: Eerst = ['agendapunten', { orgaan: 'VWS', datum: '2027-04-01', vraag: 'Wilt u de regel wijzigen?' }];
const VAN_LOES = ({ patroon }: { patroon: string }): Brief[] => [
  ['loes', `Patroon ${patroon} is nu van u`, PATROON.titel],
];

/** One of every act, and the gebeurtenis that says so. */
const DADEN: readonly Gelukt[] = [
  {
    daad: 'patroonOpenen',
    velden: { ...PATROON, eigenaar: 'loes' },
    gebeurt: 'patroon_geopend',
    staat: /Onderzoek [^]*Eigenaar Loes de Wit[^]*Esther Koster opende het patroon\. Loes de Wit is eigenaar/,
    post: VAN_LOES,
  },
  {
    daad: 'voorstelOpnemen',
    velden: { toelichting: TOELICHTING },
    gebeurt: 'voorstel_opgenomen',
    staat: /Signalen \(1\)[^]*Esther Koster voegde signaal S-\d{4}-\d{4} toe[^]*nam een voorstel op in dit patroon/,
  },
  {
    daad: 'patroonBeschrijven',
    velden: { titel: 'Wachten op een besluit', omschrijving: 'Overal.' },
    gebeurt: 'patroon_beschreven',
    staat: /Wachten op een besluit[^]*Wat er vastloopt Overal\./,
  },
  {
    daad: 'patroonOverdragen',
    velden: { aan: 'loes', toelichting: TOELICHTING },
    gebeurt: 'patroon_overgedragen',
    staat: /Eigenaar Loes de Wit[^]*Esther Koster droeg het patroon over aan Loes de Wit[^]*Zo is het afgesproken/,
    post: VAN_LOES,
  },
  {
    daad: 'faseWijzigen',
    velden: { fase: 'in_uitvoering', toelichting: TOELICHTING },
    gebeurt: 'fase_gewijzigd',
    staat: /Deze fase loopt tot en met [^]*bracht het patroon in de fase in uitvoering/,
  },
  {
    daad: 'agenderen',
    velden: { orgaan: 'VWS', datum: '2027-04-01', vraag: 'Wilt u de regel wijzigen?' },
    gebeurt: 'geagendeerd',
    staat: /Reactie van het ministerie van VWS tot en met donderdag 1 april 2027[^]*Wilt u de regel wijzigen/,
  },
  {
    daad: 'reactieVastleggen',
    eerst: [VOORLEGGEN],
    velden: { orgaan: 'VWS', reactie: 'Dat komt in de volgende brief.' },
    gebeurt: 'reactie_vastgelegd',
    staat: /^(?![^]*Reactie van het ministerie van VWS tot en met)[^]*Dat komt in de volgende brief/,
  },
  {
    daad: 'besluitVastleggen',
    velden: { orgaan: 'NZA', datum: '2027-02-26', besluit: 'De beleidsregel vervalt.' },
    gebeurt: 'besluit_vastgelegd',
    staat: /legde het besluit van [^]* van vrijdag 26 februari 2027 vast[^]*De beleidsregel vervalt/,
  },
  {
    daad: 'adviesVastleggen',
    velden: { orgaan: 'VWS', advies: 'Laat één gemeente beslissen.' },
    gebeurt: 'advies_vastgelegd',
    staat: /legde het advies aan het ministerie van VWS vast[^]*Laat één gemeente beslissen/,
  },
  {
    daad: 'effectVastleggen',
    velden: { effect: 'merkbaar', toelichting: 'Uit tien gesprekken.' },
    gebeurt: 'effect_vastgelegd',
    staat: /legde het effect vast[^]*Uit tien gesprekken/,
  },
  {
    daad: 'antwoordSchrijven',
    signalen: 1,
    velden: { antwoord: 'De regel verandert op 1 januari.' },
    gebeurt: 'antwoord_geschreven',
    staat: /De regel verandert op 1 januari/,
  },
  {
    daad: 'antwoordVersturen',
    signalen: 2,
    eerst: [ANTWOORD],
    velden: {},
    gebeurt: 'antwoord_vrijgegeven',
    staat: /liet het antwoord naar de melders gaan/,
    post: ({ signalen }) =>
      signalen.map((nummer) => [MELDER, `Er is een antwoord op wat u meldde in signaal ${nummer}`, 'De gemeente']),
  },
  {
    daad: 'antwoordStoppen',
    signalen: 1,
    eerst: [ANTWOORD, VERZENDEN],
    velden: {},
    gebeurt: 'antwoord_gestopt',
    staat: /stopte het antwoord voordat iedereen het had/,
  },
  {
    daad: 'patroonSluiten',
    signalen: 1,
    velden: { fase: 'niet_oplosbaar', systeemreden: 'wet_staat_in_de_weg', toelichting: TOELICHTING },
    gebeurt: 'patroon_gesloten',
    staat: /Niet op te lossen [^]*sloot het patroon/,
  },
];

/** One of every refusal that somebody can meet on such a page, and what the page then says. */
const WEIGERINGEN: readonly (Geval & { wie?: string; status: number; zegt: RegExp })[] = [
  {
    daad: 'agenderen',
    wie: 'coordinator.noord',
    velden: { orgaan: 'VWS', datum: '2027-04-01', vraag: 'Wilt u?' },
    status: 403,
    zegt: /Alleen het landelijk team werkt aan patronen/,
  },
  {
    daad: 'patroonOverdragen',
    eerst: [SLUITEN],
    velden: { aan: 'loes', toelichting: TOELICHTING },
    status: 409,
    zegt: /Dit patroon is gesloten\. Kies eerst een fase, dan gaat het weer open/,
  },
  {
    daad: 'patroonOverdragen',
    velden: { aan: 'landelijk', toelichting: TOELICHTING },
    status: 409,
    zegt: /Dit patroon is al van deze persoon/,
  },
  {
    daad: 'patroonOverdragen',
    velden: { aan: 'coordinator.noord', toelichting: TOELICHTING },
    status: 409,
    zegt: /Kies iemand van het landelijk team die hier niet bij betrokken is/,
  },
  {
    daad: 'faseWijzigen',
    velden: { fase: 'onderzoek', toelichting: TOELICHTING },
    status: 409,
    zegt: /Het patroon is al in deze fase/,
  },
  {
    daad: 'agenderen',
    velden: { orgaan: 'VWS', datum: '2027-02-26', vraag: 'Wilt u?' },
    status: 409,
    zegt: /Kies een datum/,
  },
  {
    daad: 'reactieVastleggen',
    velden: { orgaan: 'VWS', reactie: 'Nee.' },
    status: 409,
    zegt: /Er is geen orgaan dat nog moet reageren/,
  },
  {
    daad: 'antwoordVersturen',
    eerst: [ANTWOORD],
    velden: {},
    status: 409,
    zegt: /Er hoort nog geen signaal bij dit patroon/,
  },
  {
    daad: 'antwoordSchrijven',
    signalen: 1,
    eerst: [ANTWOORD, VERZENDEN],
    velden: { antwoord: 'Iets anders.' },
    status: 409,
    zegt: /Stop het eerst, dan kunt u het verbeteren/,
  },
  {
    daad: 'antwoordStoppen',
    velden: {},
    status: 409,
    zegt: /Er is nu geen antwoord onderweg/,
  },
];

describe('every act on a patroon, on its page, and who hears of it', () => {
  let daden: Daadreis;
  before(async () => (daden = await Daadreis.open('2027-03-01T09:00:00.000Z')));
  after(() => daden.reis.sluit());
  afterEach(() => assert.deepEqual(daden.reis.app.fouten, []));

  for (const geval of DADEN)
    it(`${geval.daad}: ${geval.gebeurt}, once, in the log, for who must know, and its workflow waits for what is next`, async () => {
      const { adres, nummer, signalen, velden } = await beginMet(geval);
      const voor = nummer === null ? [] : await soorten(nummer);
      const vanaf = await daden.vanafHier();
      const vooruit = await daden.vulIn('landelijk', adres, { ...velden, stap: 'bekijk' });
      assert.equal(vooruit.status, 200, woorden(vooruit));
      const [gedaan, nogEens] = await daden.vulTweemaalIn('landelijk', adres, { ...velden, stap: 'doe' });
      assert.ok(gedaan && nogEens);
      const [patroon = ''] = /P-\d{4}-\d{4,9}/.exec(gedaan.url) ?? [];
      assert.match(woorden(gedaan), new RegExp(DAADWOORDEN[geval.daad].gedaan));
      assert.match(woorden(gedaan), geval.staat);
      assert.equal(nogEens.url, gedaan.url);

      const gebeurd = (await soorten(patroon)).slice(voor.length);
      assert.equal(gebeurd.filter((soort) => soort === geval.gebeurt).length, 1, gebeurd.join(' '));
      const [gekeken, regel, ...meer] = await daden.gelogd('landelijk', vanaf);
      assert.match(gekeken ?? '', /^(?:lijst|anders) POST .* gelukt$/, 'who looks ahead changes nothing');
      assert.equal(regel, `daad ${geval.gebeurt} ${patroon} gelukt`);
      assert.deepEqual(
        meer.filter((een) => een.startsWith('daad') && een.includes(patroon)),
        [],
      );

      await wordtGevolgd(patroon);
      await daden.kreegPost(
        geval.post?.({ patroon, signalen }) ?? [],
        /Kanarie|verandert op|Wachten tussen|afgesproken/,
      );
    });

  for (const { wie = 'landelijk', status, zegt, ...geval } of WEIGERINGEN)
    it(`not ${geval.daad} by ${wie}: ${zegt.source}; nothing changes, and nobody is mailed`, async () => {
      const { adres, nummer, velden } = await beginMet(geval);
      assert.ok(nummer);
      const voor = await soorten(nummer);
      const vanaf = await daden.vanafHier();
      const pagina = await daden.lees(wie, adres);
      const geweigerd = pagina.status === 200 ? await daden.vulIn(wie, adres, { ...velden, stap: 'doe' }) : pagina;
      assert.equal(geweigerd.status, status, woorden(geweigerd));
      assert.match(woorden(geweigerd), zegt);
      assert.deepEqual(await soorten(nummer), voor);
      assert.match((await daden.gelogd(wie, vanaf)).at(-1) ?? '', / geweigerd$/);
      await daden.kreegPost([], /./);
    });

  it('nobody who works for the organisation that it is about finds the page of an act', async () => {
    const { nummer } = await daden.eerst('landelijk', '/patronen', { ...PATROON, organisatie: 'CIZ' });
    await rows(daden.reis.app.db(), sql`update gebruiker set organisatie = 'CIZ' where id = 'loes'`);
    for (const daad of PATROONDADEN) {
      const { status, tekst } = await daden.vulIn('loes', `/patronen/${nummer}/${padVan(daad)}`, { stap: 'doe' });
      assert.deepEqual([status, tekst.includes(PATROON.titel)], [404, false], daad);
    }
    await rows(daden.reis.app.db(), sql`update gebruiker set organisatie = null where id = 'loes'`);
  });

  it('there is no other act', () => {
    assert.deepEqual(DADEN.map(({ daad }) => daad).toSorted(), Object.keys(PATROONHANDELINGEN).toSorted());
  });

  /** What must be there before the act, and where it is done. */
  async function beginMet({ daad, velden, eerst = [], signalen: aantal = 0 }: Geval) {
    if (daad === 'patroonOpenen') return { adres: '/patronen/nieuw', nummer: null, signalen: [], velden };
    const { nummer } = await daden.eerst('landelijk', '/patronen', PATROON);
    const signalen: string[] = [];
    for (let i = 0; i < aantal; i += 1) {
      const signaal = await meld();
      await daden.eerst('landelijk', `/signalen/${signaal}/patroonkoppelingen`, { patroon: nummer });
      signalen.push(signaal);
    }
    for (const [pad, inhoud = {}] of eerst) await daden.eerst('landelijk', `/patronen/${nummer}/${pad}`, inhoud);
    const gevonden = daad === 'voorstelOpnemen' ? { voorstel: await vind(await meld()) } : {};
    return { adres: `/patronen/${nummer}/${padVan(daad)}`, nummer, signalen, velden: { ...velden, ...gevonden } };
  }

  async function meld(): Promise<string> {
    return (await daden.eerst(MELDER, '/signalen', nieuwSignaal({ wens: 'melden' }))).nummer;
  }

  function vind(signaal: string): Promise<string> {
    return schrijfVoorstel(daden.reis.app.db(), [signaal], { dag: '2027-02-28', stilTot: '2099-12-31' });
  }

  async function soorten(nummer: string): Promise<string[]> {
    const gebeurd = await rows(
      daden.reis.app.db(),
      sql`select g.soort from gebeurtenis g join stroom s on s.id = g.stroom where s.nummer = ${nummer} order by g.volgnummer`,
      { soort: text },
    );
    return gebeurd.map(({ soort }) => soort);
  }

  /** Its workflow waits for what is next, and whatever was on its way to reporters has arrived. */
  async function wordtGevolgd(nummer: string): Promise<void> {
    await daden.reis.werkplaats.wekken.wekAlles();
    await tot(async () => {
      const [stroom] = await rows(
        daden.reis.app.db(),
        sql`select id, tijdstip(volgende_op) as volgende, staat -> 'antwoord' ->> 'status' as antwoord from stroom where nummer = ${nummer}`,
        { id: text, volgende: orNull(text), antwoord: orNull(text) },
      );
      assert.ok(stroom);
      if (stroom.antwoord === 'onderweg') return false;
      const { status, searchAttributes: zoek } = await daden.reis.werkplaats.workflow(stroom.id).describe();
      if (stroom.volgende === null) return status.name === 'COMPLETED';
      const [op] = (zoek['VolgendeOp'] ?? []) as Date[];
      return status.name === 'RUNNING' && op?.getTime() === new Date(stroom.volgende).getTime();
    });
  }
});
