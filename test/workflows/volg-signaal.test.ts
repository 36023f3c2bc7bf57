import assert from 'node:assert/strict';

import { WorkflowFailedError } from '@temporalio/client';

import { leesSignaal } from '#db/queries/signaal.ts';
import { datumVan, msVan, opUur } from '#domain/tijd/amsterdam.ts';
import { eindeVanDag, plusWerkdagen } from '#domain/tijd/werkdagen.ts';
import { jitterVan } from '#workflows/jitter.ts';
import { gewijzigd, TASK_QUEUE, VOLG_SIGNAAL, workflowIdVan } from '#workflows/messages.ts';

import { type Gebeurd, Werkplaats } from '../support/worker.ts';

const DAG = 86_400_000;
/** A machine that is busy is late by minutes; one that counts wrong by days. */
const UUR = 3_600_000;

describe('volgSignaal', () => {
  let werkplaats: Werkplaats;
  let stop: () => Promise<void>;

  before(async () => {
    werkplaats = await Werkplaats.open();
    stop = await werkplaats.startWorker();
  });
  after(() => werkplaats.sluit());

  it('reminds the behandelaar between 09:00:00 and 09:01:00 on working day 10', async () => {
    const id = await werkplaats.dienInEnVolg();
    const dag10 = await werkdag(werkplaats, id, 10);
    await werkplaats.spring(id, 20 * DAG);
    const [herinnerd] = await werkplaats.doorDeKlok(id);
    assert.equal(herinnerd?.soort, 'herinnerd');
    assert.equal(herinnerd.verschuldigd_op, opUur(dag10, 9));
    assert.ok(isOpTijd(herinnerd), herinnerd.op);
  });

  it('escalates in the minute after the last day of the uitloop, and acts on the minute on the whole way there', async () => {
    const id = await werkplaats.dienInEnVolg();
    const laatsteDag = await werkdag(werkplaats, id, 22);
    await werkplaats.spring(id, 40 * DAG);
    const doorDeKlok = await werkplaats.doorDeKlok(id);
    const geescaleerd = doorDeKlok.find(({ soort }) => soort === 'geescaleerd');
    assert.equal(geescaleerd?.verschuldigd_op, eindeVanDag(laatsteDag));
    assert.deepEqual(
      doorDeKlok.filter((gebeurd) => !isOpTijd(gebeurd)),
      [],
    );
  });

  it('acts exactly its jitter after the due instant', async () => {
    const id = await werkplaats.dienInEnVolg();
    await werkplaats.spring(id, 20 * DAG);
    const [herinnerd] = await werkplaats.doorDeKlok(id);
    const telaat = msVan(herinnerd!.op) - msVan(herinnerd!.verschuldigd_op!) - jitterVan(id);
    assert.ok(telaat >= 0 && telaat < UUR, `${telaat} ms after the jitter`);
  });

  it('reads again when a person acted, and waits for what is next now', async () => {
    const id = await werkplaats.dienInEnVolg();
    await werkplaats.doe(id, 'metgezel.noord', {
      soort: 'escaleren',
      motief: 'geen_reactie',
      poging: { organisatie: null, datum: '2026-01-05', beantwoord: true },
      tekst: { overdracht: 'Wij komen er niet uit.' },
    });
    await werkplaats.wekken.wek(id);
    await werkplaats.wachtOpTimer(id);
    const { searchAttributes } = await werkplaats.workflow(id).describe();
    assert.deepEqual(searchAttributes['Niveau'], ['regionaal']);
    assert.deepEqual(searchAttributes['SignaalStatus'], ['wacht_op_oppakken']);
    const { volgende_op: op } = await werkplaats.stroom(id);
    assert.deepEqual(searchAttributes['VolgendeOp'], [new Date(op!)]);
  });

  it('shows the number of the signaal, and says in words what it waits for', async () => {
    const id = await werkplaats.dienInEnVolg();
    const dossier = await leesSignaal(werkplaats.orm.em.getKysely(), id);
    const { searchAttributes } = await werkplaats.workflow(id).describe();
    assert.deepEqual(searchAttributes['SignaalNummer'], [dossier?.nummer]);
    const metadata = await werkplaats.workflow(id).query<{ currentDetails: string }>('__temporal_workflow_metadata');
    assert.match(
      metadata.currentDetails,
      /^Lokaal, in behandeling\. Volgende: herinnering van behandelen \(dag 10\) op /,
    );
  });

  it('ends at once when nothing is owed', async () => {
    const id = await werkplaats.dienIn({ wens: 'melden' });
    await werkplaats.wekken.hervat(id);
    await werkplaats.workflow(id).result();
    assert.equal((await werkplaats.workflow(id).describe()).status.name, 'COMPLETED');
  });

  it('carries a signaal that nobody touches to landelijk, and never lets its own clock drift by reading', async () => {
    const id = await werkplaats.dienInEnVolg();
    for (let keer = 0; keer < 5; keer += 1) {
      await werkplaats.wekken.hervat(id);
      await werkplaats.wachtOpTimer(id);
    }
    assert.equal((await werkplaats.stroom(id)).klokverschil_ms, 0);
    await werkplaats.spring(id, 100 * DAG);
    const niveaus = (await werkplaats.gebeurd(id))
      .filter(({ soort }) => soort === 'geescaleerd')
      .map(({ data }) => data['naar']);
    assert.deepEqual(niveaus, ['regionaal', 'landelijk']);
  });

  it('ends with an error when PostgreSQL does not know the signaal', async () => {
    const { workflow } = werkplaats.client;
    const id = crypto.randomUUID();
    const handle = await workflow.start(VOLG_SIGNAAL, {
      workflowId: workflowIdVan(id),
      taskQueue: TASK_QUEUE,
      args: [{ id }],
    });
    await assert.rejects(handle.result(), WorkflowFailedError);
  });

  it('does not lose a wake that comes while it is ending', async () => {
    const id = await werkplaats.dienIn({ wens: 'melden' });
    const lezingen: string[] = [];
    await stop();
    stop = await werkplaats.startWorker(({ leesStand, ...echt }) => ({
      ...echt,
      leesStand: async (stroom, eigenTijd) => {
        lezingen.push(stroom);
        const stand = await leesStand(stroom, eigenTijd);
        // After the reading, before the workflow hears of it.
        if (lezingen.length === 1) await werkplaats.workflow(id).signal(gewijzigd);
        return stand;
      },
    }));
    await werkplaats.wekken.hervat(id);
    await werkplaats.workflow(id).result();
    assert.ok(lezingen.length >= 2, `read ${lezingen.length} times`);
  });
});

/** The date of working day `n` of a signaal that was filed just now. */
async function werkdag(werkplaats: Werkplaats, id: string, n: number): Promise<string> {
  const dossier = await leesSignaal(werkplaats.orm.em.getKysely(), id);
  assert.ok(dossier);
  return plusWerkdagen(datumVan(dossier.ingediendOp), n, dossier.staat.kalender);
}

function isOpTijd({ op, verschuldigd_op: verschuldigd }: Gebeurd): boolean {
  assert.ok(verschuldigd !== null);
  const vertraging = msVan(op) - msVan(verschuldigd);
  return vertraging >= 0 && vertraging < UUR;
}
