import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

import { schrijft } from '#api/route.ts';
import { ROUTES } from '#api/routes/index.ts';
import { orNull, text } from '#db/columns.ts';
import { rows, sql } from '#db/sql.ts';
import { TERMIJNBELEID_1 } from '#domain/beleid/termijnbeleid.ts';
import { datumVan, plusDagen } from '#domain/tijd/amsterdam.ts';
import { type Client, nieuwSignaal, startApp } from '#test/support/app.ts';
import { lesinhoud, losOp, nieuweLes } from '#test/support/les.ts';
import { schrijfVoorstel } from '#test/support/voorstel.ts';

/** A request, and another by the same person: to the same operation where that can differ in anything. */
interface Geval {
  wie: string;
  pad: string;
  body?: unknown;
  ander: { pad?: string; body?: unknown };
}

const VANDAAG = datumVan(new Date().toISOString());
const over = (dagen: number): string => plusDagen(VANDAAG, dagen);
const NERGENS = '019a0000-0000-7000-8000-000000000000';
const CONTACT = { naam: 'Noortje Smit', email: 'leerplicht.groningen@voorbeeld.nl', telefoon: '050 123 45 09' };
const LOKETTEN = '/organisaties/GM0014/loketten';
const { stappen, tegenhouden, ligtStil } = TERMIJNBELEID_1;
const HUIDIG = { stappen, tegenhouden, ligtStil };
const KORTER = { ...HUIDIG, tegenhouden: tegenhouden + 1 };
const PERIODE = { vanDatum: over(-30), totEnMetDatum: over(30) };
const SLUITING = { vanDatum: over(10), totEnMetDatum: over(12), reden: 'Zomersluiting' };

const AFSPRAAK = {
  van: 'ouder',
  wijze: 'gesprek',
  delen: ['over_wie'],
  gegevenDatum: VANDAAG,
  totEnMetDatum: over(90),
};
const { delen: _delen, ...VERHAALAFSPRAAK } = AFSPRAAK;
const PATROON = { titel: 'Wachten tussen twee gemeenten', omschrijving: 'Twee gemeenten wijzen naar elkaar.' };

const KEES = {
  naam: 'Kees Jansen',
  email: 'kees@voorbeeld.nl',
  telefoon: '06 1',
  rollen: ['metgezel'],
  regios: [],
  thuisregio: null,
  organisatie: null,
  vanDatum: null,
  totEnMetDatum: null,
  reden: 'Nieuw.',
};
const NOEMERS = 'soort;peildatum;doelgroep;regio;aantal;bron\n';
const BESTAND = 'id;naam;email;telefoon;rollen;regios;thuisregio;organisatie\npiet;Piet;piet@voorbeeld.nl;';

describe('the Idempotency-Key of every POST that writes', () => {
  let app: Client;
  let gevallen: Record<string, Geval>;

  before(async () => {
    app = await startApp();
    const noord = app.as('metgezel.noord');
    const [een, twee] = [
      await noord.post('/signalen', nieuwSignaal()),
      await noord.post('/signalen', nieuwSignaal({ knelpunt: 'Een ander knelpunt.' })),
    ];
    const [a, b] = [`/signalen/${een.body.nummer}`, `/signalen/${twee.body.nummer}`];
    const verzoek = `${a}/verzoeken/${NERGENS}`;
    const patronen: string[] = [];
    for (let keer = 0; keer < 2; keer += 1)
      patronen.push((await app.as('landelijk').post('/patronen', PATROON)).body.nummer);
    const voorstellen = [];
    for (const { body } of [een, twee])
      voorstellen.push(await schrijfVoorstel(app.db(), [body.nummer], { dag: over(0) }));
    const [patroon, anderPatroon] = patronen;
    const p = `/patronen/${patroon}`;
    const loket = (await app.as('beheer').get(LOKETTEN)).body.loketten[0].id;
    const waarnemingen = [];
    for (const dag of [20, 22]) {
      const body = { waarnemer: 'coordinator.oost', vanDatum: over(dag), totEnMetDatum: over(dag) };
      waarnemingen.push((await app.as('coordinator.noord').post('/waarnemingen', body)).body.id);
    }
    const meldingen = [randomUUID(), randomUUID()];
    for (const id of meldingen) {
      await rows(
        app.db(),
        sql`insert into waakhondmelding (id, soort, onderwerp, stroom, eerst_gezien_op, laatst_gezien_op, opgelost_op)
            values (${id}, 'signaal_geparkeerd', ${id}, ${een.body.id}, now(), now(), now())`,
      );
    }
    await rows(
      app.db(),
      sql`insert into bewaartermijnvoorstel (soort, maanden, bron, door, op)
          select soort, 36, 'DPIA.', 'iemand', now() from unnest(array['lessen', 'wijzigingen', 'voorstelreden', 'contactgegevens']) as soort`,
    );
    const wissingen = [randomUUID(), randomUUID(), randomUUID()];
    for (const [plaats, id] of wissingen.entries()) {
      const { body } = await noord.post('/signalen', nieuwSignaal({ wens: 'melden' }));
      await rows(
        app.db(),
        sql`insert into wissing (id, stroom, nummer, afgesloten_op, soort, grond, maanden, op)
            select ${id}, id, nummer, afgesloten_op, ${plaats === 2 ? 'casusbijlage' : 'signaal'}, 'bewaartermijn', 60, now()
              from signaal where id = ${body.id}`,
      );
    }
    const { vingerafdruk } = (
      await app.as('programmaleiding').post('/termijnbeleid/_simuleer', { beleid: KORTER, ...PERIODE })
    ).body;
    const toelichting = 'Een reden.';
    const anders = { body: { toelichting: 'Een andere reden.' } };
    const collega = { ...KEES, naam: 'Loes Bakker', email: 'loes@voorbeeld.nl', rollen: ['landelijk_team'] };
    assert.equal((await app.as('beheer').post('/gebruikers', { id: 'loes', ...collega })).status, 201);
    const thuis = `/signalen/${(await noord.post('/signalen', nieuwSignaal())).body.nummer}`;
    const { verzoeken } = (
      await noord.post(`${thuis}/verzoeken`, { soort: 'vraag', organisatie: 'GM0014', vraag: 'Wilt u ons bellen?' })
    ).body;
    const toestemmingen = [];
    for (const niveau of ['regionaal', 'landelijk']) {
      const { body } = await noord.post(`${thuis}/toestemmingen`, { niveau, ...AFSPRAAK });
      toestemmingen.push(body.toestemmingen.find((een: { niveau: string }) => een.niveau === niveau).id);
    }
    const rapport = async (periode: string, ver: 'concept' | 'nagekeken' | 'definitief'): Promise<string> => {
      assert.equal((await app.as('landelijk').post('/rapporten', { periode })).status, 201);
      const r = `/rapporten/${periode}-v1`;
      if (ver !== 'concept') assert.equal((await app.as('loes').post(`${r}/goedkeuringen`)).status, 201);
      if (ver === 'definitief') assert.equal((await app.as('landelijk').post(`${r}/vrijgevingen`)).status, 201);
      return r;
    };
    const concepten = [await rapport('2010-1', 'concept'), await rapport('2010-2', 'concept')];
    const teKeuren = [await rapport('2011-1', 'concept'), await rapport('2011-2', 'concept')];
    const nagekeken = [await rapport('2012-1', 'nagekeken'), await rapport('2012-2', 'nagekeken')];
    const definitief = await rapport('2013-1', 'definitief');
    await noord.post(`${thuis}/verhaaltoestemmingen`, VERHAALAFSPRAAK);
    const VERHAAL = {
      signaal: thuis.replace('/signalen/', ''),
      titel: 'Wachten',
      verhaal: 'Een moeder wachtte een jaar.',
    };
    const verhalen = `${await rapport('2008-1', 'concept')}/vignetten`;
    for (const titel of ['Wachten', 'Zoeken', 'Bellen'])
      assert.equal((await app.as('landelijk').post(verhalen, { ...VERHAAL, titel })).status, 201);
    const verteld: { vignet: string }[] = (await app.as('landelijk').get('/rapporten/2008-1-v1')).body.vignetten;
    const overPatroon = (pad: string, body: object, anderBody: object): Geval => ({
      wie: 'landelijk',
      pad: `${p}/${pad}`,
      body,
      ander: { body: { ...body, ...anderBody } },
    });
    const metReden = (wie: string, pad: string): Geval => ({ wie, pad, body: { toelichting }, ander: anders });
    const bron = await losOp(app);
    const lessen: string[] = [];
    for (let keer = 0; keer < 4; keer += 1)
      lessen.push((await noord.post('/lessen', nieuweLes(bron, { titel: `Les ${keer}` }))).body.les.nummer);
    for (const nummer of lessen.slice(1))
      await app.as('landelijk').post(`/lessen/${nummer}/beoordelingen`, { oordeel: 'goedkeuren' });
    const gebruikBij = (await noord.post('/signalen', nieuwSignaal())).body.nummer;
    const bewaar = { beleid: KORTER, geldigVanafDatum: over(1) };

    gevallen = {
      dienSignaalIn: {
        wie: 'metgezel.noord',
        pad: '/signalen',
        body: nieuwSignaal(),
        ander: { body: nieuwSignaal({ knelpunt: 'Iets anders.' }) },
      },
      pakSignaalOp: { wie: 'landelijk', pad: `${a}/oppakkingen`, ander: { pad: `${b}/oppakkingen` } },
      wijsSignaalToe: {
        wie: 'landelijk',
        pad: `${a}/toewijzingen`,
        body: { aan: 'coordinator.noord' },
        ander: { body: { aan: 'coordinator.oost' } },
      },
      laatSignaalLos: metReden('landelijk', `${a}/vrijgevingen`),
      escaleerSignaal: {
        wie: 'metgezel.noord',
        pad: `${a}/escalaties`,
        body: { motief: 'geen_aanbod', overdracht: { geprobeerd: 'a', gevraagd: 'b', gewenst: 'c' } },
        ander: { body: { motief: 'geen_aanbod', overdracht: { geprobeerd: 'a', gevraagd: 'b', gewenst: 'd' } } },
      },
      legOverdrachtVast: {
        wie: 'metgezel.noord',
        pad: `${a}/overdrachtnotities`,
        body: { geprobeerd: 'a', gevraagd: 'b', gewenst: 'c' },
        ander: { body: { geprobeerd: 'a', gevraagd: 'b', gewenst: 'd' } },
      },
      legSignaalTerug: {
        wie: 'landelijk',
        pad: `${a}/terugleggingen`,
        body: { aan: 'metgezel.noord', toelichting },
        ander: { body: { aan: 'metgezel.noord', toelichting, instemming: true } },
      },
      pauzeerSignaal: {
        wie: 'metgezel.noord',
        pad: `${a}/pauzes`,
        body: { reden: 'afwezigheid', totEnMetDatum: over(7) },
        ander: { body: { reden: 'afwezigheid', totEnMetDatum: over(8) } },
      },
      hervatSignaal: metReden('metgezel.noord', `${a}/hervattingen`),
      verlengTermijn: metReden('metgezel.noord', `${a}/verlengingen`),
      stelAanpakVast: {
        wie: 'landelijk',
        pad: `${a}/aanpakken`,
        body: { aanpak: 'Met VWS in gesprek.', herzienDatum: over(20) },
        ander: { body: { aanpak: 'Met VWS in gesprek.', herzienDatum: over(21) } },
      },
      draagSignaalOver: {
        wie: 'coordinator.noord',
        pad: `${a}/overdrachten`,
        body: { regio: 'WEST', toelichting },
        ander: { body: { regio: 'ZUID', toelichting } },
      },
      wijzigIndeling: {
        wie: 'coordinator.noord',
        pad: `${a}/indelingen`,
        body: { wetten: ['wlz'] },
        ander: { body: { wetten: [] } },
      },
      voegMeedenkerToe: {
        wie: 'metgezel.noord',
        pad: `${a}/meedenkers`,
        body: { persoon: 'metgezel.west' },
        ander: { body: { persoon: 'coordinator.west' } },
      },
      vulSignaalAan: {
        wie: 'metgezel.noord',
        pad: `${a}/aanvullingen`,
        body: { aanvulling: 'Er is een besluit.' },
        ander: { body: { aanvulling: 'Er is een besluit.', besluit: { datum: over(-1), soort: 'Afwijzing' } } },
      },
      vraagSpoed: {
        wie: 'metgezel.noord',
        pad: `${a}/spoedvragen`,
        body: { reden: 'Het huis is ontruimd.' },
        ander: { body: { reden: 'Het huis wordt ontruimd.' } },
      },
      voegSignalenSamen: {
        wie: 'landelijk',
        pad: `${a}/samenvoegingen`,
        body: { met: twee.body.nummer },
        ander: { body: { met: twee.body.nummer, toelichting } },
      },
      voegBijPatroon: {
        wie: 'landelijk',
        pad: `${b}/patroonkoppelingen`,
        body: { patroon },
        ander: { body: { patroon: anderPatroon } },
      },
      haalUitPatroon: metReden('landelijk', `${b}/patroonontkoppelingen`),
      meldUitkomst: {
        wie: 'metgezel.noord',
        pad: `${a}/uitkomsten`,
        body: { uitkomst: 'opgelost', toelichting },
        ander: { body: { uitkomst: 'deels_opgelost', toelichting } },
      },
      koppelTerug: {
        wie: 'metgezel.noord',
        pad: `${a}/terugkoppelingen`,
        body: { terugkoppeling: 'Het is gelukt.' },
        ander: { body: { terugkoppeling: 'Het is niet gelukt.' } },
      },
      trekSignaalIn: metReden('metgezel.noord', `${a}/intrekkingen`),
      meldErvaring: {
        wie: 'metgezel.noord',
        pad: `${a}/ervaringen`,
        body: { ervaring: 'helpt' },
        ander: { body: { ervaring: 'helpt_niet' } },
      },
      heropenSignaal: metReden('metgezel.noord', `${a}/heropeningen`),
      noteer: {
        wie: 'metgezel.noord',
        pad: `${a}/notities`,
        body: { notitie: 'Gebeld.' },
        ander: { body: { notitie: 'Gemaild.' } },
      },
      doeVerzoek: {
        wie: 'metgezel.noord',
        pad: `${b}/verzoeken`,
        body: { soort: 'vraag', organisatie: 'GM0014', vraag: 'Wilt u een besluit nemen?' },
        ander: { body: { soort: 'vraag', organisatie: 'GM0014', vraag: 'Wilt u ons bellen?' } },
      },
      beantwoordVerzoek: {
        wie: 'metgezel.noord',
        pad: `${verzoek}/antwoorden`,
        body: { antwoord: 'opgelost' },
        ander: { body: { antwoord: 'uitstel_gevraagd' } },
      },
      geefInformatie: {
        wie: 'metgezel.noord',
        pad: `${verzoek}/informatie`,
        body: { informatie: 'Sinds mei.' },
        ander: { body: { informatie: 'Sinds juni.' } },
      },
      houdEscalatiecontactTegen: metReden('metgezel.noord', `${verzoek}/tegenhoudingen`),
      trekVerzoekIn: metReden('metgezel.noord', `${verzoek}/intrekkingen`),
      verlegVerzoek: metReden('metgezel.noord', `${verzoek}/verleggingen`),
      voegCasusbestandToe: {
        wie: 'metgezel.noord',
        pad: `${thuis}/casusbestanden?deel=brief&bestandsnaam=brief.pdf`,
        body: '%PDF-1.4 een brief',
        ander: { body: '%PDF-1.4 een andere brief' },
      },
      schrijfCasusteksten: {
        wie: 'metgezel.noord',
        pad: `${thuis}/casusteksten`,
        body: { overWie: 'Bas en zijn moeder.' },
        ander: { body: { overWie: 'Bas en zijn vader.' } },
      },
      legToestemmingVast: {
        wie: 'metgezel.noord',
        pad: `${thuis}/toestemmingen`,
        body: { niveau: 'regionaal', ...AFSPRAAK },
        ander: { body: { niveau: 'landelijk', ...AFSPRAAK } },
      },
      legPartijtoestemmingVast: {
        wie: 'metgezel.noord',
        pad: `${thuis}/verzoeken/${verzoeken[0].id}/toestemmingen`,
        body: AFSPRAAK,
        ander: { body: { ...AFSPRAAK, wijze: 'telefoon' } },
      },
      legVerhaaltoestemmingVast: {
        wie: 'metgezel.noord',
        pad: `${thuis}/verhaaltoestemmingen`,
        body: VERHAALAFSPRAAK,
        ander: { body: { ...VERHAALAFSPRAAK, wijze: 'telefoon' } },
      },
      schrijfVignet: {
        wie: 'landelijk',
        pad: `${concepten[1]}/vignetten`,
        body: VERHAAL,
        ander: { body: { ...VERHAAL, titel: 'Een ander verhaal' } },
      },
      wijzigVignet: {
        wie: 'landelijk',
        pad: `${verhalen}/${verteld[2]?.vignet}/wijzigingen`,
        body: { titel: 'Wachten', verhaal: 'Een moeder wachtte twee jaar.' },
        ander: { body: { titel: 'Wachten', verhaal: 'Een moeder wachtte drie jaar.' } },
      },
      keurVignetGoed: {
        wie: 'loes',
        pad: `${verhalen}/${verteld[0]?.vignet}/goedkeuringen`,
        ander: { pad: `${verhalen}/${verteld[1]?.vignet}/goedkeuringen` },
      },
      trekToestemmingIn: {
        wie: 'metgezel.noord',
        pad: `${thuis}/toestemmingen/${toestemmingen[0]}/intrekkingen`,
        ander: { pad: `${thuis}/toestemmingen/${toestemmingen[1]}/intrekkingen` },
      },
      openPatroon: {
        wie: 'landelijk',
        pad: '/patronen',
        body: PATROON,
        ander: { body: { ...PATROON, titel: 'Een andere titel' } },
      },
      neemVoorstelOp: overPatroon(
        'voorstellen',
        { voorstel: voorstellen[0], toelichting },
        { toelichting: 'Het hoort erbij.' },
      ),
      zoekPatronen: {
        wie: 'landelijk',
        pad: '/patroonzoekingen',
        ander: { pad: `/patroonvoorstellen/${voorstellen[1]}/afwijzingen`, body: { reden: 'Het is toeval.' } },
      },
      wijsVoorstelAf: {
        wie: 'landelijk',
        pad: `/patroonvoorstellen/${voorstellen[1]}/afwijzingen`,
        body: { reden: 'Het is toeval.' },
        ander: { body: { reden: 'Het is één gezin.' } },
      },
      wijzigFase: overPatroon('fasen', { fase: 'in_uitvoering', toelichting }, { fase: 'geagendeerd' }),
      agendeer: overPatroon(
        'agendapunten',
        { orgaan: 'VWS', datum: over(14), vraag: 'Kan de regel anders?' },
        { orgaan: 'SZW' },
      ),
      legReactieVast: overPatroon('reacties', { orgaan: 'VWS', reactie: 'Dat kan.' }, { reactie: 'Dat kan niet.' }),
      legAdviesVast: overPatroon('adviezen', { orgaan: 'VWS', advies: 'Pas het aan.' }, { advies: 'Laat het zo.' }),
      legBesluitVast: overPatroon(
        'besluiten',
        { orgaan: 'VWS', datum: over(-1), besluit: 'Het wordt aangepast.' },
        { datum: over(-2) },
      ),
      legEffectVast: overPatroon('effecten', { effect: 'merkbaar', toelichting }, { effect: 'niet_merkbaar' }),
      schrijfAntwoord: overPatroon('antwoorden', { antwoord: 'De regel verandert.' }, { antwoord: 'Alles blijft.' }),
      verstuurAntwoord: {
        wie: 'landelijk',
        pad: `${p}/verzendingen`,
        ander: { pad: `/patronen/${anderPatroon}/verzendingen` },
      },
      stopAntwoord: {
        wie: 'landelijk',
        pad: `${p}/stopzettingen`,
        ander: { pad: `/patronen/${anderPatroon}/stopzettingen` },
      },
      beschrijfPatroon: overPatroon('beschrijvingen', PATROON, { omschrijving: 'Drie gemeenten.' }),
      draagPatroonOver: overPatroon('overdrachten', { aan: 'loes', toelichting }, anders.body),
      sluitPatroon: overPatroon('sluitingen', { fase: 'opgelost', toelichting }, anders.body),
      maakRapport: {
        wie: 'landelijk',
        pad: '/rapporten',
        body: { periode: '2009-1' },
        ander: { body: { periode: '2009-2' } },
      },
      schrijfRapport: {
        wie: 'landelijk',
        pad: `${concepten[0]}/inleidingen`,
        body: { inleiding: 'Een rustig half jaar.' },
        ander: { body: { inleiding: 'Een druk half jaar.' } },
      },
      hertelRapport: {
        wie: 'landelijk',
        pad: `${concepten[0]}/hertellingen`,
        ander: { pad: `${concepten[1]}/hertellingen` },
      },
      merkRapportOp: {
        wie: 'loes',
        pad: `${concepten[1]}/opmerkingen`,
        body: { opmerking: 'De inleiding ontbreekt.' },
        ander: { body: { opmerking: 'De uitleg ontbreekt.' } },
      },
      keurRapportGoed: {
        wie: 'loes',
        pad: `${teKeuren[0]}/goedkeuringen`,
        ander: { pad: `${teKeuren[1]}/goedkeuringen` },
      },
      geefRapportVrij: {
        wie: 'landelijk',
        pad: `${nagekeken[0]}/vrijgevingen`,
        ander: { pad: `${nagekeken[1]}/vrijgevingen` },
      },
      verbeterRapport: {
        wie: 'landelijk',
        pad: `${definitief}/verbeteringen`,
        body: { wijziging: 'Eén signaal ontbrak.' },
        ander: { body: { wijziging: 'Twee signalen ontbraken.' } },
      },
      leesNoemerbestandIn: {
        wie: 'beheer',
        pad: '/noemerbestanden',
        body: `${NOEMERS}clienten;2027-01-01;NAH;ALLE;400;Telling`,
        ander: { body: `${NOEMERS}clienten;2027-01-01;NAH;ALLE;401;Telling` },
      },
      laatWaarnemen: {
        wie: 'coordinator.noord',
        pad: '/waarnemingen',
        body: { waarnemer: 'coordinator.oost', vanDatum: over(1), totEnMetDatum: over(2) },
        ander: { body: { waarnemer: 'coordinator.oost', vanDatum: over(3), totEnMetDatum: over(4) } },
      },
      beeindigWaarneming: {
        wie: 'coordinator.noord',
        pad: `/waarnemingen/${waarnemingen[0]}/beeindigingen`,
        ander: { pad: `/waarnemingen/${waarnemingen[1]}/beeindigingen` },
      },
      voegLoketToe: {
        wie: 'coordinator.noord',
        pad: LOKETTEN,
        body: { naam: 'Leerplicht', contact: CONTACT, reden: 'Gemeld.' },
        ander: { body: { naam: 'Leerlingzaken', contact: CONTACT, reden: 'Gemeld.' } },
      },
      wijzigLoket: {
        wie: 'coordinator.noord',
        pad: `${LOKETTEN}/${loket}/wijzigingen`,
        body: { naam: 'Wmo-loket', contact: CONTACT, reden: 'Gemeld.' },
        ander: { body: { naam: 'Wmo-loket', contact: { ...CONTACT, telefoon: '050 123 45 10' }, reden: 'Gemeld.' } },
      },
      sluitLoket: {
        wie: 'coordinator.noord',
        pad: `${LOKETTEN}/${loket}/beeindigingen`,
        body: { reden: 'Het loket is opgeheven.' },
        ander: { body: { reden: 'Het loket is verhuisd.' } },
      },
      schrijfLes: {
        wie: 'metgezel.noord',
        pad: '/lessen',
        body: nieuweLes(bron),
        ander: { body: nieuweLes(bron, { titel: 'Een andere les' }) },
      },
      verbeterLes: {
        wie: 'metgezel.noord',
        pad: `/lessen/${lessen[1]}/versies`,
        body: lesinhoud(),
        ander: { body: lesinhoud({ titel: 'Weer anders' }) },
      },
      beoordeelLes: {
        wie: 'landelijk',
        pad: `/lessen/${lessen[0]}/beoordelingen`,
        body: { oordeel: 'goedkeuren' },
        ander: { body: { oordeel: 'terugsturen', opmerking: 'Nog niet.' } },
      },
      verlengLes: {
        wie: 'metgezel.noord',
        pad: `/lessen/${lessen[2]}/verlengingen`,
        body: { geldigTotDatum: over(400) },
        ander: { body: { geldigTotDatum: over(401) } },
      },
      gebruikLes: {
        wie: 'metgezel.noord',
        pad: `/lessen/${lessen[2]}/toepassingen`,
        body: { signaal: gebruikBij, gebruik: 'gebruikt' },
        ander: { body: { signaal: gebruikBij, gebruik: 'toch_niet' } },
      },
      trekLesIn: {
        wie: 'metgezel.noord',
        pad: `/lessen/${lessen[3]}/intrekkingen`,
        body: { reden: 'Het werkt niet meer.' },
        ander: { body: { reden: 'De regeling stopte.' } },
      },
      meldSluiting: {
        wie: 'coordinator.noord',
        pad: '/organisaties/GM0014/sluitingen',
        body: SLUITING,
        ander: { body: { ...SLUITING, totEnMetDatum: over(13) } },
      },
      maakAgendasleutel: {
        wie: 'coordinator.noord',
        pad: '/ik/agendasleutels',
        ander: { pad: LOKETTEN, body: { naam: 'Wijkteam', contact: CONTACT, reden: 'Gemeld.' } },
      },
      voegFeestdagToe: {
        wie: 'beheer',
        pad: '/feestdagen',
        body: { datum: '2031-05-23', benaming: 'dag na Hemelvaart', bron: 'Besluit' },
        ander: { body: { datum: '2031-05-23', benaming: 'brugdag', bron: 'Besluit' } },
      },
      simuleerTermijnbeleid: {
        wie: 'programmaleiding',
        pad: '/termijnbeleid/_simuleer',
        body: { beleid: HUIDIG, ...PERIODE },
        ander: { body: { beleid: KORTER, ...PERIODE } },
      },
      beginSimulatie: {
        wie: 'landelijk',
        pad: '/termijnbeleid/simulaties',
        body: { beleid: HUIDIG, ...PERIODE },
        ander: { body: { beleid: KORTER, ...PERIODE } },
      },
      bewaarTermijnbeleid: {
        wie: 'programmaleiding',
        pad: '/termijnbeleid',
        body: { ...bewaar, vingerafdruk },
        ander: { body: { ...bewaar, vingerafdruk, geldigVanafDatum: over(2) } },
      },
      voegGebruikerToe: {
        wie: 'beheer',
        pad: '/gebruikers',
        body: { id: 'kees', ...KEES },
        ander: { body: { id: 'kees', ...KEES, telefoon: '06 2' } },
      },
      wijzigGebruiker: {
        wie: 'beheer',
        pad: '/gebruikers/auditor/wijzigingen',
        body: { ...KEES, email: 'kees.audit@voorbeeld.nl' },
        ander: { body: { ...KEES, email: 'kees.audit@voorbeeld.nl', telefoon: '06 2' } },
      },
      leesGebruikersbestandIn: {
        wie: 'beheer',
        pad: '/gebruikersbestanden',
        body: `${BESTAND}06 1;metgezel;;;`,
        ander: { body: `${BESTAND}06 2;metgezel;;;` },
      },
      stelBewaartermijnVoor: {
        wie: 'beheer',
        pad: '/bewaartermijnen/patroonteksten/voorstellen',
        body: { maanden: 60, bron: 'DPIA.' },
        ander: { body: { maanden: 72, bron: 'DPIA.' } },
      },
      bevestigBewaartermijn: {
        wie: 'beheer',
        pad: '/bewaartermijnen/lessen/bevestigingen',
        ander: { pad: '/bewaartermijnen/wijzigingen/bevestigingen' },
      },
      trekBewaartermijnIn: {
        wie: 'beheer',
        pad: '/bewaartermijnen/voorstelreden/intrekkingen',
        ander: { pad: '/bewaartermijnen/contactgegevens/intrekkingen' },
      },
      vraagWissen: {
        wie: 'landelijk',
        pad: '/wissingen',
        body: { signaal: een.body.nummer, grond: 'bezwaar', reden: 'De moeder vroeg het.' },
        ander: { body: { signaal: een.body.nummer, grond: 'onrechtmatig', reden: 'De moeder vroeg het.' } },
      },
      bevestigWissen: {
        wie: 'landelijk',
        pad: `/wissingen/${wissingen[0]}/bevestigingen`,
        ander: { pad: `/wissingen/${wissingen[1]}/bevestigingen` },
      },
      bewaarLanger: {
        wie: 'beheer',
        pad: `/wissingen/${wissingen[2]}/bewaringen`,
        body: { totEnMetDatum: over(90), reden: 'Er loopt een klacht.' },
        ander: { body: { totEnMetDatum: over(91), reden: 'Er loopt een klacht.' } },
      },
      geefVrij: {
        wie: 'beheer',
        pad: `/waakhondmeldingen/${meldingen[0]}/vrijgevingen`,
        ander: { pad: `/waakhondmeldingen/${meldingen[1]}/vrijgevingen` },
      },
    };
  });
  after(() => app.stop());

  for (const { contract } of ROUTES.filter((route) => schrijft(route.contract))) {
    it(`${contract.operatie}: the same once more is answered alike, anything else is 409`, async () => {
      const geval = gevallen[contract.operatie];
      assert.ok(geval !== undefined, 'a POST that writes has its case here');
      const { wie, pad, body, ander } = geval;
      const sleutel = { 'idempotency-key': randomUUID() };
      const stuur = (wat: { pad?: string; body?: unknown }) =>
        app.as(wie).post(wat.pad ?? pad, 'body' in wat ? wat.body : body, {
          ...sleutel,
          ...(contract.csv === true && { 'content-type': 'text/csv' }),
          ...(contract.stuurt !== undefined && { 'content-type': 'application/pdf' }),
        });
      const eerst = await stuur({});
      assert.ok(eerst.status === 201 || contract.sleutel === 'opdracht', JSON.stringify(eerst.body));
      assert.ok(eerst.status !== 400 && eerst.status < 500, JSON.stringify(eerst.body));
      const anders = await stuur(ander);
      assert.deepEqual([anders.status, anders.body.code], [409, 'sleutel_hergebruikt'], JSON.stringify(anders.body));
      const weer = await stuur({});
      assert.deepEqual([weer.status, weer.body.code], [eerst.status, eerst.body.code]);
    });
  }

  it('nothing of what was refused has happened', async () => {
    const { loketten, sluitingen } = (await app.as('beheer').get(LOKETTEN)).body;
    const namen = loketten.map(({ naam }: { naam: string }) => naam);
    assert.ok(namen.includes('Leerplicht') && !namen.includes('Leerlingzaken') && !namen.includes('Wijkteam'));
    assert.deepEqual(sluitingen, [SLUITING]);
  });

  /** All rows of each table, as one hash, but for what keeps count of requests. */
  async function inhoud(): Promise<Record<string, string | null>> {
    const tabellen = await rows(
      app.db(),
      sql`select relname as tabel from pg_stat_user_tables where schemaname = 'public'
           and relname <> all (array['logregel', 'loginhoud', 'logzegel', 'verbruik'])`,
      { tabel: text },
    );
    const alle: Record<string, string | null> = {};
    for (const { tabel } of tabellen) {
      const hash = sql`select md5(string_agg(t::text, '|' order by t::text)) as hash from ${sql.id(tabel)} t`;
      alle[tabel] = (await rows(app.db(), hash, { hash: orNull(text) }))[0]?.hash ?? null;
    }
    return alle;
  }

  for (const operatie of [
    'schrijfCasusteksten',
    'voegCasusbestandToe',
    'wijzigGebruiker',
    'leesGebruikersbestandIn',
    'wijzigLoket',
    'meldSluiting',
    'leesNoemerbestandIn',
    'schrijfRapport',
    'hertelRapport',
    'merkRapportOp',
    'gebruikLes',
  ] as const)
    it(`${operatie}: however late it comes once more, what was done since stays`, async () => {
      const { contract } = ROUTES.find((route) => route.contract.operatie === operatie) ?? {};
      const { wie, pad, body, ander } = gevallen[operatie] ?? assert.fail(operatie);
      const type = {
        ...(contract?.stuurt !== undefined && { 'content-type': 'application/pdf' }),
        ...(contract?.csv === true && { 'content-type': 'text/csv' }),
      };
      const eerst = { 'idempotency-key': randomUUID(), ...type };
      const voor = await inhoud();
      assert.equal((await app.as(wie).post(pad, body, eerst)).status, 201);
      const sinds = { body, ...ander };
      const kop = { 'idempotency-key': randomUUID(), ...type };
      assert.equal((await app.as(wie).post(sinds.pad ?? pad, sinds.body, kop)).status, 201);
      const daarna = await inhoud();
      assert.notDeepEqual(daarna, voor);
      assert.equal((await app.as(wie).post(pad, body, eerst)).status, 201);
      assert.deepEqual(await inhoud(), daarna);
    });

  it('a key of an act is no key for a desk, nor the other way round', async () => {
    const noord = app.as('coordinator.noord');
    for (const omgekeerd of [false, true]) {
      const kop = { 'idempotency-key': randomUUID() };
      const loket = () => noord.post(LOKETTEN, { naam: 'Jeugdloket', contact: CONTACT, reden: 'Gemeld.' }, kop);
      const daad = () => noord.post(`${gevallen['noteer']?.pad}`, { notitie: 'Gebeld.' }, kop);
      const [eerste, tweede] = omgekeerd ? [daad, loket] : [loket, daad];
      assert.equal((await eerste()).status, 201);
      const { status, body } = await tweede();
      assert.deepEqual([status, body.code], [409, 'sleutel_hergebruikt']);
    }
  });

  it('a request that was refused leaves its key free; of two at once with one key only one happens', async () => {
    const noord = app.as('coordinator.noord');
    const kop = { 'idempotency-key': randomUUID() };
    assert.equal(
      (await noord.post('/organisaties/ZOMAAR/loketten', { naam: 'X', contact: CONTACT, reden: 'Gemeld.' }, kop))
        .status,
      404,
    );
    const tegelijk = await Promise.all(
      ['Loket Noord', 'Loket Zuid'].map((naam) =>
        noord.post(LOKETTEN, { naam, contact: CONTACT, reden: 'Gemeld.' }, kop),
      ),
    );
    assert.deepEqual(
      tegelijk.map(({ status }) => status).toSorted((a, b) => a - b),
      [201, 409],
    );
    const { loketten } = (await noord.get(LOKETTEN)).body;
    assert.equal(loketten.filter(({ naam }: { naam: string }) => naam.startsWith('Loket ')).length, 1);
  });
});
