import assert from 'node:assert/strict';

import { ROUTES } from '#api/routes/index.ts';
import { rows, sql } from '#db/sql.ts';
import { type Client, nieuwSignaal, startApp } from '#test/support/app.ts';
import { Bezoeker } from '#test/support/bezoeker.ts';
import { eenOp } from '#test/support/keren.ts';

const WERKGEVER = 'DEMO_ZORGAANBIEDER';
const METGEZEL = 'metgezel.zorgaanbieder';
const KIJKERS = ['coordinator.belang', 'landelijk.belang', 'programmaleiding.belang', 'beheer.belang', METGEZEL];
const KNELPUNT = 'Het gezin wacht al maanden op een indicatie.';

/** Where one begins; what is linked from there is read too. */
const BEGIN = [
  '/',
  '/vandaag',
  '/signalen',
  '/werkvoorraad',
  '/cijfers',
  '/patronen',
  '/wat-werkt',
  '/rapporten',
  '/wissen',
];
/** How many pages each reads: more of them in depth. */
const BLADEN = 250 / eenOp(10);

/** What differs each time that one asks, and what one's own looking changes; that a patroon was worked on one may know. */
const WISSELT = [
  /<(script|style).*?<\/\1>/gs,
  /<summary>Wie dit signaal heeft bekeken.*?<\/details>/gs,
  /name="(?:sleutel|stand|versie|gezien)" value="[^"]*"/g,
  /\d{4}-\d\d-\d\dT[\d:.]+Z/g,
  /\d{1,2}:\d{2}/g,
  /"inhoudsversie":\d+/g,
];

/** Each page and operation that this person comes by, as it was answered. */
async function gezienDoor(app: Client, wie: string): Promise<Map<string, string>> {
  const gezien = new Map<string, string>();
  const onthoud = (adres: string, status: number, inhoud: string): void =>
    void gezien.set(
      `${wie} ${adres}`,
      WISSELT.reduce((tekst, deel) => tekst.replaceAll(deel, ''), `${status} ${inhoud}`),
    );
  for (const { contract } of ROUTES) {
    if (contract.method !== 'get' || contract.path.includes('{')) continue;
    const { status, body } = await app.as(wie).get(contract.path);
    onthoud(contract.path, status, typeof body === 'string' ? body : JSON.stringify(body));
  }
  const bezoeker = new Bezoeker(app.url);
  await bezoeker.logIn(wie);
  const adressen = new Set(BEGIN);
  for (const adres of adressen) {
    const { status, tekst } = await bezoeker.volg(adres);
    onthoud(`pagina ${adres}`, status, tekst);
    for (const [, naar = ''] of tekst.matchAll(/href="(\/[^"#]*)"/g))
      if (adressen.size < BLADEN && !/^\/(?:assets|dev|idp|postbus|instellingen)/.test(naar))
        adressen.add(naar.replaceAll('&amp;', '&'));
  }
  return gezien;
}

/** Where it is first otherwise, with what stands around that. */
function verschil(adres: string, was: string, is: string): string[] {
  if (was === is) return [];
  let plek = 0;
  while (was[plek] === is[plek]) plek += 1;
  return [was, is].map((tekst) => `${adres}: …${tekst.slice(Math.max(0, plek - 60), plek + 60)}…`);
}

describe('a signaal that concerns an organisation', () => {
  let app: Client;
  before(async () => {
    app = await startApp();
    for (const [id, rol, regios] of [
      ['coordinator.belang', 'regiocoordinator', ['NOORD', 'OOST']],
      ['landelijk.belang', 'landelijk_team', []],
      ['programmaleiding.belang', 'programmaleiding', []],
      ['beheer.belang', 'functioneel_beheer', []],
    ] as const)
      await rows(
        app.db(),
        sql`insert into gebruiker (id, naam, email, telefoon, rollen, regios, organisatie)
            values (${id}, ${id}, ${`${id}@voorbeeld.nl`}, '06 12345699', ${[rol]}, ${[...regios]}, ${WERKGEVER})`,
      );
  });
  after(() => app.stop());

  const doe = async (wie: string, pad: string, inhoud?: object) => {
    const { status, body } = await app.as(wie).post(pad, inhoud);
    assert.equal(status, 201, `${pad}: ${JSON.stringify(body)}`);
    return body;
  };
  const alles = async () =>
    new Map((await Promise.all(KIJKERS.map((wie) => gezienDoor(app, wie)))).flatMap((een) => [...een]));

  it('changes nothing of what those who work there find, whatever becomes of it: no page, list, number or count', async () => {
    const hulp = { wens: 'hulp', motief: 'geen_reactie', knelpunt: KNELPUNT };
    const bekend = await doe('metgezel.noord', '/signalen', nieuwSignaal(hulp));
    await doe('coordinator.noord', `/signalen/${bekend.nummer}/oppakkingen`);
    const { nummer: patroon } = await doe('landelijk', '/patronen', { titel: 'Wachten', omschrijving: 'Lang.' });
    await doe('landelijk', `/signalen/${bekend.nummer}/patroonkoppelingen`, { patroon });
    // Once before, so that nothing is new to them any more.
    await alles();
    const eerst = await alles();

    for (const wens of [hulp, { wens: 'zelf' }, { wens: 'melden' }]) {
      const melding = nieuwSignaal({ knelpunt: KNELPUNT, organisatie: WERKGEVER, ...wens });
      const { nummer } = await doe('metgezel.noord', '/signalen', melding);
      const pad = `/signalen/${nummer}`;
      await doe('landelijk', `${pad}/patroonkoppelingen`, { patroon });
      if (wens === hulp) {
        await doe('coordinator.noord', `${pad}/oppakkingen`);
        await doe('coordinator.noord', `${pad}/verzoeken`, {
          soort: 'vraag',
          organisatie: 'GM0014',
          vraag: 'Wie kan dit?',
        });
        const uitkomst = { uitkomst: 'opgelost', toelichting: 'Gelukt.', terugkoppeling: 'Het is geregeld.' };
        await doe('coordinator.noord', `${pad}/uitkomsten`, uitkomst);
      }
      if (wens.wens !== 'melden') continue;
      const { id } = await doe('landelijk', '/wissingen', { signaal: nummer, grond: 'bezwaar', reden: 'Per brief.' });
      for (const wie of ['landelijk', 'beheer']) await doe(wie, `/wissingen/${id}/bevestigingen`);
    }

    const daarna = await alles();
    assert.ok(eerst.size > 5 * KIJKERS.length);
    assert.deepEqual([...daarna.keys()], [...eerst.keys()]);
    const anders = [...daarna].flatMap(([adres, inhoud]) => verschil(adres, eerst.get(adres) ?? '', inhoud));
    assert.deepEqual(anders, []);
  });
});
