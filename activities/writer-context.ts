import { createDatabaseContext, type DatabaseContext, type DatabaseOptions } from '#db/context.ts';
import type { DatabaseAccess } from '#platform/embedded/find-service.ts';

import { createUitvoeren, type Onderdelen, type Uitvoeren } from './schrijven/uitvoeren.ts';

/** The writer on its database, for whoever needs no workflows. */
export interface WriterContext extends DatabaseContext {
  uitvoeren: Uitvoeren;
}

export type WriterOptions = DatabaseOptions & Pick<Onderdelen, 'voorsprongMs'>;

/** Nothing is contacted before it is asked. */
export async function createWriterContext(
  { databaseUrl, timeTravel }: Pick<DatabaseAccess, 'databaseUrl' | 'timeTravel'>,
  { voorsprongMs, ...options }: WriterOptions = {},
): Promise<WriterContext> {
  const context = await createDatabaseContext(databaseUrl, options);
  const ahead = voorsprongMs === undefined ? {} : { voorsprongMs };
  return { ...context, uitvoeren: createUitvoeren({ database: context.database, reizen: timeTravel, ...ahead }) };
}
