import { ApplicationFailure } from '@temporalio/common';

import type { Database } from '#db/database.ts';
import type { Tijdstip } from '#domain/tijd/amsterdam.ts';
import { describeError, sayError } from '#platform/describe-error.ts';

import { createNachtwerk, type Nachtwerk } from './detectie/rooster.ts';
import { createVerstuurDeel, type VerstuurDeel } from './patroonantwoord.ts';
import type { Afzender } from './post/brief.ts';
import { type Stand, StroomNietGevonden, type Uitvoeren } from './schrijven/uitvoeren.ts';

/** What a workflow may ask of PostgreSQL. The names stand in every history: to rename one is to break open workflows. */
export interface Activiteiten extends Nachtwerk {
  readonly leesStand: (stroom: string, eigenTijd: Tijdstip) => Promise<Stand>;
  readonly mijlpaal: (stroom: string, sleutel: string, eigenTijd: Tijdstip) => Promise<Stand>;
  readonly verstuurDeel: VerstuurDeel;
}

/** The activities on top of the one writer. Every failure is tried again, except what will never succeed. */
export function createActiviteiten({
  uitvoeren,
  database,
  afzender,
}: {
  uitvoeren: Uitvoeren;
  database: Database;
  afzender: Afzender;
}): Activiteiten {
  const { leesStand, mijlpaal } = uitvoeren;
  const verstuurDeel = createVerstuurDeel(database, uitvoeren);
  const { zoekPatronen, stelWissenVoor, maakRapport, vraagLessen } = createNachtwerk(database, afzender);
  return {
    leesStand: (stroom, eigenTijd) => voorgoed(leesStand(stroom, eigenTijd)),
    mijlpaal: (stroom, sleutel, eigenTijd) => voorgoed(mijlpaal(stroom, sleutel, eigenTijd)),
    verstuurDeel: (patroon, versie, na, mist) => voorgoed(verstuurDeel(patroon, versie, na, mist)),
    zoekPatronen: () => voorgoed(zoekPatronen()),
    stelWissenVoor: () => voorgoed(stelWissenVoor()),
    maakRapport: () => voorgoed(maakRapport()),
    vraagLessen: () => voorgoed(vraagLessen()),
  };
}

async function voorgoed<T>(werk: Promise<T>): Promise<T> {
  try {
    return await werk;
  } catch (error) {
    // After PostgreSQL is restored to an earlier point its workflow ends; filing again starts a new one.
    if (error instanceof StroomNietGevonden) throw ApplicationFailure.nonRetryable(error.message, error.name);
    // A failure stays in Temporal's history, and PostgreSQL quotes the row that it refused.
    const { type, stack } = describeError(error);
    throw Object.assign(ApplicationFailure.retryable(sayError(error), type), { stack: `${type}\n${stack ?? ''}` });
  }
}
