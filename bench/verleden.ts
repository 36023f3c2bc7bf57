import { randomUUID } from 'node:crypto';

import { number } from '#db/columns.ts';
import { rows, sql } from '#db/sql.ts';

import { nieuwSignaal, startApp } from '../test/support/app.ts';
import { stopTestPostgres } from '../test/support/postgres.ts';

/** How many gebeurtenissen lie behind the act that is measured. */
const LENGTES = [10, 500] as const;
const RONDES = 60;

const app = await startApp();
try {
  const zaken = await Promise.all(LENGTES.map((lengte) => metVerleden(lengte)));
  // As the server plans once it has looked at what there is.
  await rows(app.db(), sql`analyze`);
  const duren = zaken.map((): number[] => []);
  // Turn by turn, so that whatever else the machine does weighs on both alike.
  for (let ronde = 0; ronde < RONDES; ronde += 1)
    for (const [i, nummer] of zaken.entries()) duren[i]?.push(await duurVanDaad(nummer));
  const medianen = duren.map((reeks) => mediaan(reeks));
  for (const [i, lengte] of LENGTES.entries())
    console.log(`  after ${String(lengte).padStart(3)} gebeurtenissen an act takes ${medianen[i]?.toFixed(1)} ms`);
  console.log(
    `  that is ${((medianen[1] ?? 0) / (medianen[0] ?? 1)).toFixed(2)} times as long; the goal is 1.50 at most`,
  );
} finally {
  await app.stop();
  await stopTestPostgres();
}

/** A signaal in the hands of coordinator.noord with at least `lengte` gebeurtenissen: twenty questions with answers, and notes. */
async function metVerleden(lengte: number): Promise<string> {
  const { body } = await app
    .as('metgezel.noord')
    .post('/signalen', nieuwSignaal({ wens: 'hulp', motief: 'geen_reactie' }));
  const nummer: string = body.nummer;
  await doe(nummer, 'oppakkingen');
  for (let vraag = 0; vraag < 20 && (await aantal(nummer)) < lengte; vraag += 1) {
    const gevraagd = await doe(nummer, 'verzoeken', {
      soort: 'consultatie',
      persoon: 'landelijk',
      vraag: 'Denkt u mee?',
    });
    const { id } = gevraagd.verzoeken.at(-1);
    await doe(nummer, `verzoeken/${id}/antwoorden`, { antwoord: 'advies', toelichting: 'Ja.' });
  }
  while ((await aantal(nummer)) < lengte) await doe(nummer, 'notities', { notitie: 'Gebeld.' });
  return nummer;
}

async function duurVanDaad(nummer: string): Promise<number> {
  const begin = performance.now();
  await doe(nummer, 'indelingen', { doelgroepen: ['NAH'] });
  return performance.now() - begin;
}

// oxlint-disable-next-line no-explicit-any -- an answer of our own API
async function doe(nummer: string, pad: string, inhoud: object = {}): Promise<any> {
  const { status, body } = await app
    .as('coordinator.noord')
    .post(`/signalen/${nummer}/${pad}`, inhoud, { 'idempotency-key': randomUUID() });
  if (status !== 201) throw new Error(`${pad}: ${status} ${JSON.stringify(body)}`);
  return body;
}

async function aantal(nummer: string): Promise<number> {
  const [stroom] = await rows(app.db(), sql`select volgnummer from stroom where nummer = ${nummer}`, {
    volgnummer: number,
  });
  return stroom?.volgnummer ?? 0;
}

function mediaan(reeks: readonly number[]): number {
  return reeks.toSorted((een, ander) => een - ander)[Math.floor(reeks.length / 2)] ?? 0;
}
