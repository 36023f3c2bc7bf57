/** A sentence that is as long as people write them. */
export const LANG =
  'Het zorgkantoor en de gemeente Alphen-Chaam verwijzen naar elkaar over een aangepaste rolstoel voor school';

/** A word that must not push a page aside. */
export const LANG_WOORD = 'Persoonsgebondenbudgetverantwoordelijkheidsverklaring';
