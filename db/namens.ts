/** What asks without a person or a link: it finds out who is there, serves who need not log in, or does the work of the service. */
export type Dienst =
  | 'aanmelden'
  | 'adresboek'
  | 'afmelden'
  | 'beleid'
  | 'bounce'
  | 'casus'
  | 'cijfers'
  | 'concepten'
  | 'detectie'
  | 'doorgeven'
  | 'feestdagen'
  | 'gebruikers'
  | 'gelezen'
  | 'gezondheid'
  | 'hoofdsleutel'
  | 'jobs'
  | 'kalender'
  | 'ketenpartners'
  | 'klok'
  | 'lessen'
  | 'limieten'
  | 'logboek'
  | 'loslaten'
  | 'noemers'
  | 'patronen'
  | 'post'
  | 'rapporten'
  | 'reis'
  | 'sessies'
  | 'sleutels'
  | 'startpagina'
  | 'verzegelen'
  | 'voorkeuren'
  | 'waakhond'
  | 'waarnemingen'
  | 'weergaven'
  | 'wekken'
  | 'wissen'
  | 'wissingen';

/** For whom a query runs. Who writes signalen is none of these: activities/schrijven becomes that, in a transaction of one of them. */
export type Namens =
  | { rol: 'lezer'; persoon: string }
  | { rol: 'partner'; link: string }
  | { rol: 'dienst'; dienst: Dienst };
