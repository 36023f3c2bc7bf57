import type { Logboekcontrole } from '#activities/audit/controleren.ts';
import type { Beleidsdienst } from '#activities/beleid.ts';
import type { Casusbijlagen } from '#activities/casus/casus.ts';
import type { Voorstellen } from '#activities/detectie/voorstellen.ts';
import type { Accounts } from '#activities/gebruikers/accounts.ts';
import type { BewaardeWeergaven } from '#activities/gebruikers/bewaarde-weergaven.ts';
import type { Concepten } from '#activities/gebruikers/concepten.ts';
import type { Voorkeuren } from '#activities/gebruikers/voorkeuren.ts';
import type { Waarnemingen } from '#activities/gebruikers/waarnemingen.ts';
import type { Feestdagen } from '#activities/kalender/feestdagen.ts';
import type { Ketenpartners } from '#activities/ketenpartners/ketenpartners.ts';
import type { Lessen } from '#activities/lessen/lessen.ts';
import type { Noemers } from '#activities/rapporten/noemers.ts';
import type { Rapporten } from '#activities/rapporten/rapporten.ts';
import type { Vignetten } from '#activities/rapporten/vignetten.ts';
import type { Uitvoeren } from '#activities/schrijven/uitvoeren.ts';
import type { Sleutels } from '#activities/sleutels.ts';
import type { Uitvoer } from '#activities/uitvoer/uitvoer.ts';
import type { Wissingen } from '#activities/wissen/beslissen.ts';
import type { Bewaartermijnen } from '#activities/wissen/termijnen.ts';
import type { Database } from '#db/database.ts';
import type { Aangemelde } from '#db/queries/gebruikers.ts';
import type { Db } from '#db/sql.ts';
import type { Tijdstip } from '#domain/tijd/amsterdam.ts';

import type { Beperk } from './limieten.ts';

/** What an operation needs for one request. */
export interface Diensten {
  /** Where the queries of who asks run. */
  readonly db: () => Db;
  readonly voerUit: Uitvoeren['voerUit'];
  readonly vooraf: Uitvoeren['vooraf'];
  readonly voorafElk: Uitvoeren['voorafElk'];
  readonly ketenpartners: Ketenpartners;
  readonly casus: Casusbijlagen;
  readonly sleutels: Sleutels;
  readonly feestdagen: Feestdagen;
  readonly beleid: Beleidsdienst;
  readonly accounts: Accounts;
  readonly rapporten: Rapporten;
  readonly vignetten: Vignetten;
  readonly noemers: Noemers;
  readonly uitvoer: Uitvoer;
  readonly voorkeuren: Voorkeuren;
  readonly concepten: Concepten;
  readonly weergaven: BewaardeWeergaven;
  readonly waarnemingen: Waarnemingen;
  readonly voorstellen: Voorstellen;
  readonly wissingen: Wissingen;
  readonly bewaartermijnen: Bewaartermijnen;
  readonly lessen: Lessen;
  /** Whether anybody changed the log. */
  readonly controleerLogboek: Logboekcontrole;
  /** Stands for the family behind the signaal with this number, for who has no key. */
  readonly pseudoniem: (nummer: string) => string;
  /** Lets a parked signaal go on. */
  readonly geefVrij: (stroom: string) => Promise<void>;
  /** Counts a request of somebody. */
  readonly beperk: Beperk;
  /** The person behind an Authorization header. Throws Probleem 401 or 403. */
  readonly wieVraagt: (authorization: string | undefined, tel: (sub: string) => Promise<void>) => Promise<Aangemelde>;
  /** The wall clock (UTC), for what has no clock of its own yet. */
  readonly nu: () => Tijdstip;
  /** Where people reach the service, without a slash at its end. */
  readonly publicUrl: string;
  /** True outside production: every answer is held against its contract. */
  readonly controleerAntwoord: boolean;
}

/** What all requests share, constructed once in main. */
export interface Voorzieningen extends Omit<Diensten, 'db'> {
  readonly database: Database;
}

/** The diensten with which nobody but this person asks. */
export function dienstenVoor({ database, ...rest }: Voorzieningen, gebruiker: Aangemelde): Diensten {
  const db = database.voor({ rol: 'lezer', persoon: gebruiker.id });
  return { ...rest, db: () => db };
}
