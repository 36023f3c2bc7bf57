import type { Niveau } from './beleid/codelijsten.ts';

/** What a number in Cijfers counts a signaal as, so that a list can be asked for the same ones. */
export const CIJFERCODES = [
  'afgesloten',
  'van_lokaal',
  'van_regionaal',
  'van_landelijk',
  'gevraagd',
  'gesloten',
  'teruggekoppeld',
  'op_tijd_teruggekoppeld',
  'te_laat_teruggekoppeld',
  'terugblik_gevraagd',
  'terugblik_beantwoord',
  'terugblik_helpt',
  'terugblik_helpt_deels',
  'terugblik_helpt_niet',
  'terugblik_onbeantwoord',
  'heropend',
  'dicht_gebleven',
] as const;
export type Cijfercode = (typeof CIJFERCODES)[number];

/** As it stands above a list: in the days that were chosen. */
export const CIJFERWOORDEN: Readonly<Record<Cijfercode, string>> = {
  afgesloten: 'Afgesloten',
  van_lokaal: 'Klaar of weg bij lokaal',
  van_regionaal: 'Klaar of weg bij regionaal',
  van_landelijk: 'Klaar of weg bij landelijk',
  gevraagd: 'Iets gevraagd aan een ketenpartner',
  gesloten: 'Gesloten met een uitkomst, ook wat daarna is heropend',
  teruggekoppeld: 'De melder hoorde de uitkomst',
  op_tijd_teruggekoppeld: 'De melder hoorde de uitkomst op tijd',
  te_laat_teruggekoppeld: 'De melder hoorde de uitkomst te laat',
  terugblik_gevraagd: 'Gesloten, en daarna gevraagd hoe het gaat',
  terugblik_beantwoord: 'Gesloten, en daarna verteld hoe het gaat',
  terugblik_helpt: 'Gesloten, en het helpt',
  terugblik_helpt_deels: 'Gesloten, en het helpt een beetje',
  terugblik_helpt_niet: 'Gesloten, en het helpt niet',
  terugblik_onbeantwoord: 'Gesloten, en niet verteld hoe het gaat',
  heropend: 'Gesloten, en daarna heropend',
  dicht_gebleven: 'Gesloten, en dicht gebleven',
};

/** Who left that level in those days. */
export const VAN_NIVEAU = {
  lokaal: 'van_lokaal',
  regionaal: 'van_regionaal',
  landelijk: 'van_landelijk',
} as const satisfies Record<Niveau, Cijfercode>;
