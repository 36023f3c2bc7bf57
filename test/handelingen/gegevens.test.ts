import assert from 'node:assert/strict';

import { zoekerIn } from '#contract/velden.ts';
import { type Gebruiker, vindGebruiker } from '#db/queries/gebruikers.ts';
import { leesSignaalstand, type Signaalstand } from '#db/queries/signaal.ts';
import type { Daad } from '#domain/signaal/mag-nu.ts';
import type { Indiening, Vervolghandeling, Voorstel } from '#handelingen/handeling.ts';
import { HANDELINGEN } from '#handelingen/index.ts';
import { type Client, nieuwSignaal, startApp } from '#test/support/app.ts';

const LATER = '2099-01-01';
const LOKET = '00000000-0000-4000-8000-000000000000';
const OVERDRACHT = { geprobeerd: 'Gebeld.', gevraagd: 'Een besluit.', gewenst: 'Iemand die beslist.' };

/** Input that any schema lets through, with everything in it that only the data know to be wrong. */
const GEVALLEN: {
  readonly [S in 'indienen' | Daad]: readonly [invoer: object | undefined, fouten: readonly string[]][];
} = {
  indienen: [
    [
      nieuwSignaal({
        gemeente: 'GM9999',
        organisatie: 'NIEMAND',
        besluit: { datum: LATER, soort: 'Afwijzing' },
        ondernomen: [
          { partij: 'Loket', datum: '2026-01-01', organisatie: 'GM0014' },
          { partij: 'Loket', datum: LATER, organisatie: 'NIEMAND' },
        ],
        namens: { naam: 'Tom', email: 'tom@voorbeeld.nl' },
      }),
      [
        'besluit/datum toekomst',
        'gemeente onbekend',
        'namens niet_namens',
        'ondernomen/1/datum toekomst',
        'ondernomen/1/organisatie onbekend',
        'organisatie onbekend',
      ],
    ],
  ],
  oppakken: [[undefined, []]],
  toewijzen: [[{ aan: 'niemand' }, ['aan onbekend']]],
  vrijgeven: [[undefined, []]],
  escaleren: [
    [
      {
        motief: 'geen_aanbod',
        overdracht: OVERDRACHT,
        poging: { partij: 'Loket', datum: LATER, organisatie: 'NIEMAND' },
      },
      ['poging/datum toekomst', 'poging/organisatie onbekend'],
    ],
  ],
  overdrachtVastleggen: [[OVERDRACHT, []]],
  terugleggen: [[{ aan: 'niemand', toelichting: 'Terug.' }, ['aan onbekend']]],
  pauzeren: [[{ reden: 'afwezigheid', totEnMetDatum: LATER }, []]],
  hervatten: [[undefined, []]],
  verlengen: [[{ toelichting: 'Meer tijd.' }, []]],
  aanpakVaststellen: [[{ aanpak: 'Samen.', herzienDatum: LATER }, []]],
  overdragen: [[{ regio: 'WEST', toelichting: 'Verhuisd.' }, []]],
  indelingWijzigen: [[{ urgentie: 'hoog' }, []]],
  meedenkerToevoegen: [[{ persoon: 'niemand' }, ['persoon onbekend']]],
  aanvullen: [
    [{ aanvulling: 'Een brief.', besluit: { datum: LATER, soort: 'Afwijzing' } }, ['besluit/datum toekomst']],
  ],
  spoedVragen: [[{ reden: 'Het gaat niet meer.' }, []]],
  samenvoegen: [
    [{ met: 'S-1999-0001' }, ['met onbekend']],
    [{ met: LOKET }, ['met onbekend']],
  ],
  bijPatroonVoegen: [[{ patroon: 'P-1999-0001' }, ['patroon onbekend']]],
  uitPatroonHalen: [[{ toelichting: 'Iets anders.' }, []]],
  uitkomstMelden: [[{ uitkomst: 'opgelost', toelichting: 'Geregeld.' }, []]],
  terugkoppelen: [[{ terugkoppeling: 'Het is geregeld.' }, []]],
  intrekken: [[undefined, []]],
  ervaringMelden: [[{ ervaring: 'helpt' }, []]],
  heropenen: [[{ toelichting: 'Het is weer zo.' }, []]],
  notitie: [[{ notitie: 'Gebeld.' }, []]],
  verzoekDoen: [
    [{ soort: 'consultatie', persoon: 'niemand', vraag: 'Denkt u mee?' }, ['persoon onbekend']],
    [{ soort: 'vraag', organisatie: 'NIEMAND', loket: LOKET, vraag: 'Wilt u beslissen?' }, ['organisatie onbekend']],
    [{ soort: 'vraag', organisatie: 'GM0014', loket: LOKET, vraag: 'Wilt u beslissen?' }, ['loket onbekend']],
  ],
  verzoekBeantwoorden: [[{ antwoord: 'niet_bevoegd', bevoegd: 'NIEMAND' }, ['bevoegd onbekend']]],
  informatieGeven: [[{ informatie: 'Sinds januari.' }, []]],
  tegenhouden: [[{ toelichting: 'Zij belden.' }, []]],
  verzoekIntrekken: [[undefined, []]],
  verzoekVerleggen: [[{ loket: LOKET }, ['loket onbekend']]],
};

describe('what only the data know to be wrong with an act', () => {
  let app: Client;
  let stand: Signaalstand;
  let melder: Gebruiker;
  let verzoek: string;
  before(async () => {
    app = await startApp();
    const { body } = await app
      .as('metgezel.noord')
      .post('/signalen', nieuwSignaal({ wens: 'hulp', motief: 'geen_reactie' }));
    const noord = app.as('coordinator.noord');
    await noord.post(`/signalen/${body.nummer}/oppakkingen`);
    const gevraagd = await noord.post(`/signalen/${body.nummer}/verzoeken`, {
      soort: 'vraag',
      organisatie: 'GM0014',
      vraag: 'Wilt u beslissen?',
    });
    verzoek = gevraagd.body.verzoeken[0].id;
    stand = (await leesSignaalstand(app.db(), body.nummer))!;
    melder = (await vindGebruiker(app.db(), 'oco.midden'))!;
  });
  after(() => app.stop());

  for (const [naam, daad] of Object.entries<Indiening | Vervolghandeling>(HANDELINGEN)) {
    for (const [invoer, verwacht] of GEVALLEN[daad.soort]) {
      it(`${naam}: ${verwacht.length === 0 ? 'nothing' : verwacht.join(', ')}`, async () => {
        const situatie = { db: app.db(), persoon: melder, id: 'proef', nu: stand.nu, stand, verzoek };
        const voorstel: Voorstel = await daad.opdracht(daad.invoer.parse(invoer), situatie);
        const fouten = 'fouten' in voorstel ? voorstel.fouten : [];
        assert.deepEqual(fouten.map(({ pad, soort }) => `${pad.join('/')} ${soort}`).toSorted(), verwacht);
        const eigen = zoekerIn(daad.velden);
        for (const { pad, soort } of fouten)
          assert.ok(eigen(pad, soort), `${pad.join('/')} has no sentence for ${soort}`);
        if ('soort' in voorstel) assert.equal(voorstel.soort, naam);
      });
    }
  }
});
