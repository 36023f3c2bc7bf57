import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import fc from 'fast-check';

import { VERBINDINGEN } from '#activities/post/transport.ts';
import { reis } from '#activities/reis/reizen.ts';
import { boolean, json, number, orNull, text } from '#db/columns.ts';
import { rows, sql } from '#db/sql.ts';
import { type Mail, readMailbox } from '#platform/smtp.ts';
import { workflowIdVan } from '#workflows/messages.ts';

import { CODE, LINK } from '../../demo/ketenpartner.ts';
import { nieuwSignaal } from '../support/app.ts';
import { SEED, zoVer } from '../support/keren.ts';
import { DRADEN, PROCESSEN, type Procesnaam, Storingshuis } from '../support/storingshuis.ts';
import { Volhouder } from '../support/volhouder.ts';
import { tot } from '../support/worker.ts';

const TEGELIJK = 8;
const DAG = 86_400_000;
const MENSEN = ['metgezel.noord', 'coordinator.noord', 'landelijk'];
const OVERDRACHT = { geprobeerd: 'Gebeld.', gevraagd: 'Een besluit.', gewenst: 'Iemand die beslist.' };
const LOKET = 'wmo.groningen@voorbeeld.nl';

const draadstoring = fc.record({
  draad: fc.constantFrom(...DRADEN),
  hoe: fc.constantFrom('bevries', 'zwijg', 'hang', 'breek', 'sluitHalf', 'sluit', 'vertraag'),
});
const processtoring = fc.record({ proces: fc.constantFrom(...PROCESSEN), hoe: fc.constantFrom('dood', 'bevroren') });
/** What fails, after how many messages between the parts, for how long, and whether the next one waits until it is over. */
const storing = fc.record({
  wat: fc.oneof({ weight: 3, arbitrary: draadstoring }, { weight: 2, arbitrary: processtoring }),
  na: fc.integer({ min: 1, max: 60 }),
  ms: fc.integer({ min: 100, max: zoVer(2_500, 12_000) }),
  alleen: fc.boolean(),
});
type Storing = typeof storing extends fc.Arbitrary<infer T> ? T : never;
const storingen = fc.array(fc.noBias(storing), { minLength: 3, maxLength: 5, size: 'max' });

describe('everything that can fail, failing at any moment', () => {
  let huis: Storingshuis;
  let eerderDubbel = 0;
  before(async () => (huis = await Storingshuis.open()));
  after(() => huis[Symbol.asyncDispose]());

  for (const ronde of [1, 2])
    it(`does each act once, loses no mail and no deadline, and is itself again afterwards (${ronde})`, () =>
      fc.assert(fc.asyncProperty(storingen, doorstaat), {
        numRuns: zoVer(1, 4),
        seed: SEED + ronde,
        endOnFailure: true,
      }));

  it('says that it is not ready while PostgreSQL or Temporal says nothing, and that it is once they do', async () => {
    huis.draden['api-postgres'].zwijg();
    huis.draden['worker-temporal'].hang();
    await Promise.all([huis.wordt('api', false), huis.wordt('worker', false)]);
    for (const draad of Object.values(huis.draden)) draad.herstel();
    await Promise.all([huis.wordt('api', true), huis.wordt('worker', true)]);
  });

  it('afterwards the worker leaves in time when it is asked to', async () => {
    assert.equal(await huis.vraagWorkerWeg(), 0);
  });

  async function doorstaat(plan: readonly Storing[]): Promise<void> {
    const mensen = await Volhouder.open(huis.url, MENSEN);
    const slapend = await Promise.all([dienIn(mensen, { wens: 'zelf' }), dienIn(mensen, { wens: 'zelf' })]);
    for (const { id } of slapend) await tot(async () => !(await huis.werkplaats.stroom(id)).wek_nodig);

    let isVoorbij = false;
    const valt = laatVallen(plan).finally(() => (isVoorbij = true));
    const levens = [
      leef(mensen, true).then((een) => [een]),
      ...Array.from({ length: 3 }, () => leefTot(mensen, () => isVoorbij)),
    ];
    const reizen = slapend.map(({ id }) => reisVerder(id, 9).catch(() => undefined));
    await Promise.allSettled([...levens, valt, ...reizen]);
    await valt;
    const geleefd = (await Promise.all(levens)).flat();

    assert.deepEqual(huis.ongevraagd, [], 'no process ended by itself');
    await komtTotRust();
    await zonderVerlies(mensen, [...geleefd, ...slapend], plan);
    await klokGaatDoor(slapend);
    await opnieuwGevraagdGebeurtNiets(mensen);
  }

  async function dienIn(mensen: Volhouder, anders: object): Promise<Signaal> {
    const { id, nummer } = await mensen.doe(
      'metgezel.noord',
      '/signalen',
      nieuwSignaal({ knelpunt: merk(), ...anders }),
    );
    return { id: String(id), nummer: String(nummer), perMail: false };
  }

  /** One signaal after another. */
  async function leefTot(mensen: Volhouder, isVoorbij: () => boolean): Promise<Signaal[]> {
    const geleefd: Signaal[] = [];
    do geleefd.push(await leef(mensen, false));
    while (!isVoorbij());
    return geleefd;
  }

  /** From the first word until it turns out to be of no help, with somebody at the gemeente who answers by mail, or a coordinator who writes down what was said. */
  async function leef(mensen: Volhouder, perMail: boolean): Promise<Signaal> {
    const signaal = await dienIn(mensen, { wens: 'hulp', motief: 'herhaling' });
    const pad = `/signalen/${signaal.nummer}`;
    const toelichting = (): { toelichting: string } => ({ toelichting: merk() });
    const noteer = (wie: string): Promise<unknown> =>
      Promise.all([
        mensen.doe(wie, `${pad}/notities`, { notitie: merk() }),
        mensen.doeEenmalig(wie, `${pad}/notities`, { notitie: merk() }),
      ]);
    await mensen.doe('coordinator.noord', `${pad}/oppakkingen`);
    await noteer('coordinator.noord');
    const vraag = { soort: 'vraag', organisatie: 'GM0014', vraag: merk() };
    const { verzoeken } = await mensen.doe('coordinator.noord', `${pad}/verzoeken`, vraag);
    const [verzoek] = verzoeken as { id: string }[];
    const afgewezen = { antwoord: 'afgewezen', ...toelichting() };
    if (perMail) await antwoordPerMail(signaal);
    else await mensen.doe('coordinator.noord', `${pad}/verzoeken/${verzoek?.id}/antwoorden`, afgewezen);
    await noteer('coordinator.noord');
    const overdracht = { ...OVERDRACHT, geprobeerd: merk() };
    await mensen.doe('coordinator.noord', `${pad}/escalaties`, { motief: 'regelgeving_knelt', overdracht });
    await mensen.doe('landelijk', `${pad}/oppakkingen`);
    await noteer('landelijk');
    await mensen.doe('landelijk', `${pad}/uitkomsten`, { uitkomst: 'opgelost', ...toelichting() });
    await mensen.doe('landelijk', `${pad}/terugkoppelingen`, { terugkoppeling: merk() });
    await mensen.doe('metgezel.noord', `${pad}/ervaringen`, { ervaring: 'helpt_niet', ...toelichting() });
    return { ...signaal, perMail };
  }

  /** Somebody at the gemeente: the link of the mail, the code of the next mail, the form. Tries each page until it is there. */
  async function antwoordPerMail({ nummer }: Signaal): Promise<void> {
    const inMail = async (zoek: RegExp, isHet: (mail: Mail) => boolean): Promise<{ id: string; gevonden: string }> => {
      for (;;) {
        const mail = (await readMailbox(huis.postDir)).find((een) => een.to.includes(LOKET) && isHet(een));
        const gevonden = zoek.exec(mail?.text ?? '')?.at(-1);
        if (mail !== undefined && gevonden !== undefined) return { id: mail.id, gevonden };
        await sleep(100);
      }
    };
    const stap = async (adres: string, init: RequestInit = {}): Promise<Response> => {
      for (;;) {
        const antwoord = await fetch(adres, { redirect: 'manual', ...init, signal: AbortSignal.timeout(60_000) }).catch(
          () => undefined,
        );
        if (antwoord !== undefined && antwoord.status < 429) return antwoord;
        await sleep(100);
      }
    };
    const { id: brief, gevonden: link } = await inMail(LINK, ({ subject }) => subject.includes(nummer));
    await stap(`${link}/code`, { method: 'POST', body: new URLSearchParams() });
    const { gevonden: code } = await inMail(CODE, ({ id, text: tekst }) => id > brief && CODE.test(tekst));
    const open = await stap(`${link}/open`, { method: 'POST', body: new URLSearchParams({ code }) });
    assert.equal(open.status, 303, await open.text());
    const cookie = open.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const pagina = `${new URL(open.headers.get('location') ?? '', link).href}/afgewezen`;
    const html = await (await stap(pagina, { headers: { cookie } })).text();
    const body = new FormData();
    for (const [naam, waarde] of Object.entries({
      versie: /name="versie" value="(\d+)"/.exec(html)?.[1] ?? '',
      klopt: 'ja',
      toelichting: merk(),
    }))
      body.set(naam, waarde);
    const { status } = await stap(pagina, { method: 'POST', headers: { cookie }, body });
    assert.equal(status, 303);
  }

  /** One failure after another, each for as long as it says. */
  async function laatVallen(plan: readonly Storing[]): Promise<void> {
    const bezig: Promise<void>[] = [];
    const perProces = new Map<Procesnaam, Promise<void>>();
    for (const { wat, na, ms, alleen } of plan) {
      await naBerichten(na);
      const valt = 'draad' in wat ? draadValt(wat, ms) : procesValt(perProces, wat, ms);
      bezig.push(valt);
      if (alleen) await valt;
    }
    await Promise.all(bezig);
  }

  /** A moment that does not hang on how fast the machine is; while nobody says anything it does not come, so then it is soon. */
  async function naBerichten(aantal: number): Promise<void> {
    const geteld = (): number => Object.values(huis.draden).reduce((som, { berichten }) => som + berichten, 0);
    const doel = geteld() + aantal;
    const uiterlijk = performance.now() + 1_000;
    await tot(() => geteld() >= doel || performance.now() > uiterlijk);
  }

  async function draadValt(
    { draad: naam, hoe }: Extract<Storing['wat'], { draad: string }>,
    ms: number,
  ): Promise<void> {
    const draad = huis.draden[naam];
    if (hoe === 'vertraag') draad.vertraag(200);
    else draad[hoe]();
    await sleep(ms);
    draad.herstel();
  }

  async function procesValt(
    perProces: Map<Procesnaam, Promise<void>>,
    { proces, hoe }: Extract<Storing['wat'], { proces: string }>,
    ms: number,
  ): Promise<void> {
    const valt = (perProces.get(proces) ?? Promise.resolve()).then(async () => {
      if (hoe === 'dood') await huis.dood(proces);
      else await huis.bevries(proces, false);
      await sleep(ms);
      if (hoe === 'dood') await huis.start(proces);
      else await huis.bevries(proces, true);
    });
    perProces.set(proces, valt);
    return valt;
  }

  /** Both processes say that they work, and nothing waits any more. What lies five seconds under a lease of who is gone is taken over now. */
  async function komtTotRust(): Promise<void> {
    await Promise.all([huis.wordt('api', true), huis.wordt('worker', true)]);
    while (!(await isStil())) {
      await rows(
        db(),
        sql`update stroom set wek_lease_tot = null where wek_lease_tot < clock_timestamp() + interval '55 seconds'`,
      );
      await rows(
        db(),
        sql`update zending set lease_tot = null, volgende_poging = null
             where status = 'wacht' and (lease_tot is null
                or lease_tot < clock_timestamp() + interval '1 second' * (least(600, 30 * 2 ^ least(pogingen - 1, 10)) + 10))`,
      );
      await rows(
        db(),
        sql`select graphile_worker.force_unlock_workers(array_agg(distinct locked_by)) from graphile_worker.jobs
             where locked_at < clock_timestamp() - interval '5 seconds'`,
      );
      await rows(db(), sql`select graphile_worker.por('post', '{}')`);
      await sleep(500);
    }
  }

  async function isStil(): Promise<boolean> {
    const [over] = await rows(
      db(),
      sql`select (select count(*)::int from stroom where wek_nodig) + (select count(*)::int from zending where status = 'wacht')
               + (select count(*)::int from bericht b join stroom s on s.id = b.stroom where b.status = 'wacht'
                     and b.niet_voor <= clock_timestamp() + s.klokverschil_ms * interval '1 millisecond') as aantal`,
      { aantal: number },
    );
    return over?.aantal === 0;
  }

  /** Looks at tables, workflows and mailbox, and asks none of our code what should be in them. */
  async function zonderVerlies(
    mensen: Volhouder,
    signalen: readonly Signaal[],
    plan: readonly Storing[],
  ): Promise<void> {
    for (const { body } of mensen.gedaan) for (const merk of merkenIn(body)) assert.equal(await hoeVaak(merk), 1, merk);
    for (const { daad, isJa } of mensen.eenmalig)
      for (const merk of merkenIn(daad.body)) {
        const keer = await hoeVaak(merk);
        assert.ok(isJa ? keer === 1 : keer <= 1, `${merk}: ${keer}`);
      }
    for (const signaal of signalen) {
      await isHeel(signaal);
      await tot(() => werkstroomKlopt(signaal.id));
    }
    await postKlopt(signalen, plan);
    await tot(async () => (await huis.controleerLogboek()).tekst.includes('Het logboek klopt: '));
    const { code, tekst } = await huis.controleerLogboek();
    assert.equal(code, 0, tekst);
  }

  async function hoeVaak(merk: string): Promise<number> {
    const [telling] = await rows(
      db(),
      sql`select count(distinct (stroom, volgnummer))::int as aantal from tekst where inhoud like '%' || ${merk} || '%'`,
      { aantal: number },
    );
    return telling?.aantal ?? 0;
  }

  /** Its record has no holes, nothing twice, a line in the log for each act, and nothing due that did not happen. */
  async function isHeel({ id, nummer }: { id: string; nummer: string }): Promise<void> {
    const [stroom] = await rows(
      db(),
      sql`select s.volgnummer, s.geparkeerd_op is not null as geparkeerd,
                 (select count(*)::int from gebeurtenis g where g.stroom = s.id) as aantal,
                 (select coalesce(max(g.volgnummer), 0) from gebeurtenis g where g.stroom = s.id) as laatste,
                 (select count(*)::int from gebeurtenis g where g.stroom = s.id and g.soort = 'opgepakt') as opgepakt,
                 (select count(*)::int from gebeurtenis g where g.stroom = s.id and g.soort = 'verzoek_beantwoord') as antwoorden,
                 (select count(*)::int from gebeurtenis g where g.stroom = s.id and g.soort = 'heropend') as heropend,
                 (select coalesce(jsonb_agg(jsonb_build_array(bron, deel, aantal)), '[]') from
                     (select g.bron, g.deel, count(*)::int as aantal from gebeurtenis g where g.stroom = s.id
                       group by g.bron, g.deel having count(*) > 1) d) as dubbel,
                 (select count(*)::int from opdracht o where o.stroom = s.id and o.antwoord ->> 'soort' = 'gedaan')
               - (select count(*)::int from logregel l where l.stroom = s.id and l.verrichting = 'daad' and l.afloop = 'gelukt'
                     and l.ingang in ('api', 'pagina', 'link')) as ongelogd,
                 s.volgende_op < greatest(s.laatste_op, clock_timestamp() + s.klokverschil_ms * interval '1 millisecond') - interval '2 minutes' as laat
            from stroom s where s.id = ${id}`,
      {
        volgnummer: number,
        geparkeerd: boolean,
        aantal: number,
        laatste: number,
        opgepakt: number,
        antwoorden: number,
        heropend: number,
        dubbel: json<unknown[]>(),
        ongelogd: number,
        laat: orNull(boolean),
      },
    );
    assert.ok(stroom, nummer);
    const { volgnummer, opgepakt, antwoorden, heropend, ongelogd, ...rest } = stroom;
    // What was asked again has another line.
    assert.ok(ongelogd <= 0, `${nummer}: ${ongelogd} acts without a line`);
    assert.deepEqual(
      rest,
      { geparkeerd: false, aantal: volgnummer, laatste: volgnummer, dubbel: [], laat: false },
      nummer,
    );
    if (opgepakt > 0)
      assert.deepEqual([opgepakt, antwoorden, heropend], [2, 1, 1], `${nummer}: ${opgepakt} ${antwoorden} ${heropend}`);
  }

  /** It runs while the clock owes something, and shows what the row says. */
  async function werkstroomKlopt(id: string): Promise<boolean> {
    const [rij] = await rows(
      db(),
      sql`select tijdstip(s.volgende_op) as op, l.niveau, l.status from stroom s join signaal l on l.id = s.id where s.id = ${id}`,
      { op: orNull(text), niveau: text, status: text },
    );
    const { client } = huis.werkplaats;
    const { status, searchAttributes, raw } = await client.workflow.getHandle(workflowIdVan(id)).describe();
    let lopend = 0;
    for await (const _een of client.workflow.list({
      query: `WorkflowId = '${workflowIdVan(id)}' and ExecutionStatus = 'Running'`,
    }))
      lopend += 1;
    const getoond = (searchAttributes['VolgendeOp'] as Date[] | undefined)?.[0]?.toISOString() ?? null;
    return (
      lopend === (rij?.op === null ? 0 : 1) &&
      (status.name === 'RUNNING') === (rij?.op !== null) &&
      raw.pendingWorkflowTask == null &&
      getoond === rij?.op &&
      searchAttributes['Niveau']?.[0] === rij?.niveau &&
      searchAttributes['SignaalStatus']?.[0] === rij?.status
    );
  }

  /** Each mail came, none in other words; copies of the same are the same to the byte, and there are none without what may cause them. */
  async function postKlopt(signalen: readonly Signaal[], plan: readonly Storing[]): Promise<void> {
    const mails = await readMailbox(huis.postDir);
    const zendingen = await rows(db(), sql`select message_id, status from zending`, { message_id: text, status: text });
    assert.deepEqual([...new Set(zendingen.map(({ status }) => status))], ['verstuurd']);
    const perMail = Map.groupBy(mails, ({ messageId }) => messageId);
    assert.deepEqual(
      [...perMail.keys()].toSorted(),
      zendingen.map(({ message_id: id }) => id).toSorted(),
      'what the service sent is what arrived',
    );
    for (const [id, [eerste, ...kopieen]] of perMail)
      for (const kopie of kopieen)
        assert.deepEqual({ ...kopie, id: '', receivedAt: '' }, { ...eerste, id: '', receivedAt: '' }, id);
    const dubbel = mails.length - perMail.size;
    assert.ok(dubbel - eerderDubbel <= plan.filter(magVerdubbelen).length * VERBINDINGEN, `${dubbel} mails again`);
    eerderDubbel = dubbel;
    const hoeveel = (aan: string, onderwerp: (subject: string) => boolean): number =>
      [...perMail.values()].filter(([mail]) => mail?.to.includes(aan) && onderwerp(mail.subject)).length;
    for (const { nummer, perMail } of signalen) {
      const gevraagd = hoeveel(LOKET, (is) => is.endsWith(`van Metgezel (signaal ${nummer})`));
      assert.ok(perMail ? gevraagd === 1 : gevraagd <= 1, `${nummer}: ${gevraagd}`);
      assert.equal(
        hoeveel('metgezel.noord@voorbeeld.nl', (is) => is.includes(nummer) && is.includes('ontvangen')),
        1,
        nummer,
      );
    }
  }

  /** What should have happened on the way did, once; and the clock still runs. */
  async function klokGaatDoor(slapend: readonly { id: string }[]): Promise<void> {
    for (const { id } of slapend) {
      // Past the end of its term, also where nothing came of the journey in between.
      await reisVerder(id, 45);
      const soorten = new Set((await huis.werkplaats.doorDeKlok(id)).map(({ soort }) => soort));
      for (const soort of ['herinnerd', 'geescaleerd']) assert.ok(soorten.has(soort), [...soorten].join());
    }
  }

  /** Throws ReisStokt when its workflow does not come along. */
  async function reisVerder(id: string, dagen: number): Promise<void> {
    const { database, client, uitvoeren, wekken } = huis.werkplaats;
    const { nu } = await huis.werkplaats.stroom(id);
    const onderdelen = { database, client, uitvoeren, wekken, bezorg: () => Promise.resolve() };
    await reis(onderdelen, id, new Date(Date.parse(nu) + dagen * DAG).toISOString());
  }

  async function opnieuwGevraagdGebeurtNiets(mensen: Volhouder): Promise<void> {
    const tel = async (): Promise<number> => {
      const [telling] = await rows(
        db(),
        sql`select count(*)::int as aantal from gebeurtenis where verschuldigd_op is null`,
        { aantal: number },
      );
      return telling?.aantal ?? 0;
    };
    const voor = await tel();
    for (let i = 0; i < mensen.gedaan.length; i += TEGELIJK)
      await Promise.all(mensen.gedaan.slice(i, i + TEGELIJK).map((daad) => mensen.herhaal(daad)));
    assert.equal(await tel(), voor);
  }

  function db() {
    return huis.werkplaats.orm.em.getKysely();
  }
});

/** The server has a mail, and who sent it does not hear so, or dies before it is written down. */
function magVerdubbelen({ wat }: Storing): boolean {
  return 'draad' in wat
    ? wat.draad === 'worker-smtp' || wat.draad === 'worker-postgres'
    : wat.proces === 'worker' || wat.proces === 'postgres';
}

interface Signaal {
  id: string;
  nummer: string;
  /** Whether the gemeente answered what it was asked by mail; what was answered otherwise before that mail went needs none. */
  perMail: boolean;
}

/** A word that nobody wrote before, and that is no number of anything. */
function merk(): string {
  return `merk ${randomUUID()
    .replaceAll(/\d/g, (cijfer) => 'ghijklmnop'[Number(cijfer)] ?? '')
    .replaceAll('-', '')}`;
}

function merkenIn(body: object): string[] {
  return JSON.stringify(body).match(/merk [a-p]{32}/g) ?? [];
}
