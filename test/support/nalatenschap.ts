import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

import { text } from '#db/columns.ts';
import { rows, sql } from '#db/sql.ts';
import { datumVan, plusDagen } from '#domain/tijd/amsterdam.ts';

import type { Client } from './app.ts';
import { MERK } from './kanaries.ts';
import { lesinhoud, losOp, nieuweLes } from './les.ts';
import { schrijfVoorstel } from './voorstel.ts';

/** What people wrote that is no text of a signaal: where each canary lies, and what it belongs to. */
export interface Nalatenschap {
  geplant: readonly { tabel: string; kolom: string; kanarie: string }[];
  account: string;
  /** Their numbers. */
  patroon: string;
  les: string;
}

/** An account that ended, a les that was withdrawn, a patroon that was closed, a voorstel that was rejected and two reports, full of canaries. */
export async function nalatenschapIn(app: Client): Promise<Nalatenschap> {
  const geplant: { tabel: string; kolom: string; kanarie: string }[] = [];
  const nieuw = (tabel: string, kolom: string): string => {
    const kanarie = `${MERK}-${kolom.replaceAll('_', '')}-${randomUUID().slice(0, 8)}`;
    geplant.push({ tabel, kolom, kanarie });
    return kanarie;
  };
  const doe = async (wie: string, pad: string, inhoud: object) => {
    const { status, body } = await app.as(wie).post(pad, inhoud);
    assert.equal(status, 201, `${pad}: ${JSON.stringify(body)}`);
    return body;
  };

  const account = `weg-${randomUUID().slice(0, 8)}`;
  const vandaag = datumVan(new Date().toISOString());
  const gegevens = {
    naam: nieuw('gebruiker', 'naam'),
    email: `${nieuw('gebruiker', 'email')}@voorbeeld.nl`,
    telefoon: '06 1234 5699',
    rollen: ['metgezel'],
    regios: [],
    thuisregio: null,
    organisatie: null,
    vanDatum: null,
    totEnMetDatum: vandaag,
  };
  const reden = (): string => nieuw('gebruikerwijziging', 'reden');
  await doe('beheer', '/gebruikers', { id: account, ...gegevens, reden: reden() });
  const eerder = plusDagen(vandaag, -1);
  await doe('beheer', `/gebruikers/${account}/wijzigingen`, { ...gegevens, totEnMetDatum: eerder, reden: reden() });
  geplant.push(
    { tabel: 'gebruikerwijziging', kolom: 'na', kanarie: geplant[0]?.kanarie ?? '' },
    { tabel: 'loginhoud', kolom: 'na', kanarie: geplant[0]?.kanarie ?? '' },
  );

  const tekst = () => ({ titel: nieuw('les', 'titel'), watWerkte: nieuw('les', 'wat_werkte') });
  const { nummer: les } = (await doe('metgezel.noord', '/lessen', nieuweLes(await losOp(app), tekst()))).les;
  await doe('landelijk', `/lessen/${les}/beoordelingen`, {
    oordeel: 'terugsturen',
    opmerking: nieuw('les', 'opmerking'),
  });
  await doe('metgezel.noord', `/lessen/${les}/versies`, lesinhoud(tekst()));
  await doe('landelijk', `/lessen/${les}/beoordelingen`, { oordeel: 'goedkeuren' });

  const voorstel = await schrijfVoorstel(app.db(), [], { dag: vandaag, stilTot: plusDagen(vandaag, 30) });
  await doe('landelijk', `/patroonvoorstellen/${voorstel}/afwijzingen`, { reden: nieuw('patroonvoorstel', 'reden') });

  const { nummer: patroon } = await doe('landelijk', '/patronen', {
    titel: nieuw('tekst', 'inhoud'),
    omschrijving: nieuw('tekst', 'inhoud'),
  });
  await doe('landelijk', `/patronen/${patroon}/sluitingen`, {
    fase: 'opgelost',
    toelichting: nieuw('tekst', 'inhoud'),
  });
  await rapporten(app, nieuw);
  return { geplant, account, patroon, les };
}

/** One that is given out and one that never was, each with words and a story. */
async function rapporten(app: Client, nieuw: (tabel: string, kolom: string) => string): Promise<void> {
  for (const [periode, isVrijgegeven] of [
    ['2001-1', true],
    ['2001-2', false],
  ] as const) {
    const [inleiding, wijziging, opmerking, titel] = [1, 2, 3, 4].map(() => nieuw('rapport', 'teksten'));
    const teksten = JSON.stringify({ inleiding, wijziging, opmerking, titels: { 'P-1': titel } });
    const [rapport] = await rows(
      app.db(),
      sql`insert into rapport (periode, versie, status, inhoud, teksten, stand, gemaakt_op, auteurs)
          values (${periode}, 1, 'concept', '{}', ${teksten}::jsonb, 1, now(), '{}') returning id`,
      { id: text },
    );
    await rows(
      app.db(),
      sql`insert into vignet (id, rapport, titel, verhaal, geschreven_door, geschreven_op)
          values (uuidv7(), ${rapport?.id}::uuid, ${nieuw('vignet', 'titel')}, ${nieuw('vignet', 'verhaal')}, 'landelijk', now())`,
    );
    if (!isVrijgegeven) continue;
    await rows(
      app.db(),
      sql`update rapport set status = 'nagekeken', nagekeken_door = 'a', nagekeken_op = now() where id = ${rapport?.id}::uuid`,
    );
    await rows(
      app.db(),
      sql`update rapport set status = 'definitief', vrijgegeven_door = 'b', vrijgegeven_op = now() where id = ${rapport?.id}::uuid`,
    );
  }
}

/** Moves all of it into the past, as the owner of the database; a negative interval moves it back. */
export async function maakOud(app: Client, hoelang: string): Promise<void> {
  const terug = `interval '${hoelang}'`;
  const ouder = (tabel: string, ...kolommen: string[]): string[] => [
    `alter table ${tabel} disable trigger user`,
    `update ${tabel} set ${kolommen.map((kolom) => `${kolom} = ${kolom} - ${terug}`).join(', ')}`,
    `alter table ${tabel} enable trigger user`,
  ];
  for (const stap of [
    ...ouder('gebruiker', 'actief_tot', 'actief_van'),
    ...ouder('gebruikerwijziging', 'op'),
    ...ouder('logregel', 'op'),
    ...ouder('les', 'geldig_tot', 'beoordeeld_op', 'geschreven_op'),
    ...ouder('patroonvoorstel', 'besluit_op'),
    ...ouder('patroon', 'laatste_op'),
    ...ouder('rapport', 'gemaakt_op', 'nagekeken_op', 'vrijgegeven_op'),
  ])
    await app.orm.em.getConnection().execute(stap);
}
