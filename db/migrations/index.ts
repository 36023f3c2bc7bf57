import { Begin } from './0001-begin.ts';
import { Waarnemingen } from './0002-waarneming.ts';
import { Ketenpartners } from './0003-ketenpartners.ts';
import { Berichten } from './0004-berichten.ts';
import { Waakhond } from './0005-waakhond.ts';
import { Namens } from './0006-namens.ts';
import { Beleid } from './0007-beleid.ts';
import { Consulent } from './0008-consulent.ts';
import { Daden } from './0010-daden.ts';
import { Ketenpartner } from './0011-ketenpartner.ts';
import { Postadressen } from './0012-postadressen.ts';
import { Loketwijzigingen } from './0013-loketwijziging.ts';
import { Sleutels } from './0015-sleutel.ts';
import { Codes } from './0017-codes.ts';
import { Besluitteksten } from './0018-besluitteksten.ts';
import { Samenvoegen } from './0022-samenvoegen.ts';
import { VerbruikTellen } from './0023-verbruik.ts';
import { Inloggen } from './0024-inloggen.ts';
import { Zicht } from './0026-zicht.ts';
import { Partner } from './0027-partner.ts';
import { Belangen } from './0030-belangen.ts';

/** In order. A migration that has run anywhere is never changed: add the next. */
export const MIGRATIONS = [
  { name: '0001-begin', class: Begin },
  { name: '0002-waarneming', class: Waarnemingen },
  { name: '0003-ketenpartners', class: Ketenpartners },
  { name: '0004-berichten', class: Berichten },
  { name: '0005-waakhond', class: Waakhond },
  { name: '0006-namens', class: Namens },
  { name: '0007-beleid', class: Beleid },
  { name: '0008-consulent', class: Consulent },
  { name: '0010-daden', class: Daden },
  { name: '0011-ketenpartner', class: Ketenpartner },
  { name: '0012-postadressen', class: Postadressen },
  { name: '0013-loketwijziging', class: Loketwijzigingen },
  { name: '0015-sleutel', class: Sleutels },
  { name: '0017-codes', class: Codes },
  { name: '0018-besluitteksten', class: Besluitteksten },
  { name: '0022-samenvoegen', class: Samenvoegen },
  { name: '0023-verbruik', class: VerbruikTellen },
  { name: '0024-inloggen', class: Inloggen },
  { name: '0026-zicht', class: Zicht },
  { name: '0027-partner', class: Partner },
  { name: '0030-belangen', class: Belangen },
];
