import { createIngevuldeFormulieren, type IngevuldeFormulieren } from '#activities/gebruikers/ingevuld.ts';
import { createInlogpogingen, type Inlogpogingen } from '#activities/gebruikers/inlogpogingen.ts';
import { createSessies, type Sessies } from '#activities/gebruikers/sessies.ts';
import { ADRESSEN } from '#contract/adressen.ts';
import type { Database } from '#db/database.ts';
import type { ApiConfig } from '#platform/config.ts';

import { type Aanmelddienst, createAanmelddienst } from './aanmelddienst.ts';

/** What people log in with. */
export interface Inloggen {
  aanmelddienst: Aanmelddienst;
  /** Of that provider. */
  issuer: string;
  sessies: Sessies;
  inlogpogingen: Inlogpogingen;
  ingevuld: IngevuldeFormulieren;
  /** The first signs the cookie of a session; what the others signed is still known. */
  sessiesleutels: readonly string[];
  /** How functioneel beheer is reached. */
  beheer: string;
}

/** How people log in with a browser: with the provider of the settings, or as the client that the embedded one knows. */
export function createInloggen(
  { oidc, web, keys, sessions }: Pick<ApiConfig, 'oidc' | 'web' | 'keys' | 'sessions'>,
  database: Database,
  client?: { id: string; secret: string },
): Inloggen {
  const issuer = oidc.issuer ?? `${web.publicUrl}${ADRESSEN.idp()}`;
  return {
    aanmelddienst: createAanmelddienst({
      issuer,
      clientId: client?.id ?? oidc.clientId ?? '',
      clientSecret: client?.secret ?? oidc.clientSecret ?? '',
      acr: oidc.acr,
      redirectUri: `${web.publicUrl}${ADRESSEN.inlogterug()}`,
      uitgelogdUri: `${web.publicUrl}${ADRESSEN.uitgelogd()}`,
    }),
    issuer,
    sessies: createSessies(database, sessions),
    inlogpogingen: createInlogpogingen(database),
    ingevuld: createIngevuldeFormulieren(database),
    sessiesleutels: keys.sessions.map((key) => Buffer.from(key).toString('base64url')),
    beheer: web.helpdesk,
  };
}
