import * as z from 'zod';

import { UITVOERMEDIATYPE } from '#activities/uitvoer/uitvoer.ts';
import { PadTijdvak, Uitvoervragen } from '#contract/uitvoer.ts';
import { UITVOERDERS } from '#domain/bevoegdheden.ts';

import { bestand } from '../route.ts';

export const uitvoer = bestand({
  method: 'get',
  path: '/uitvoer/{tijdvak}',
  operatie: 'haalUitvoer',
  onderwerp: 'Cijfers',
  samenvatting: 'Haal alle gegevens van een jaar of kwartaal op',
  omschrijving:
    'Een ZIP met CSV-bestanden en een beschrijving ervan (datapackage.json). Er staan alleen codes, dagen en aantallen in, en niets waaraan u een signaal, een persoon of een organisatie bij naam herkent. Anoniem is het niet. Wie het ophaalt en waarvoor, staat in het logboek.',
  rollen: UITVOERDERS,
  params: PadTijdvak,
  query: Uitvoervragen,
  reply: z.string(),
  mediatypen: [UITVOERMEDIATYPE],
})(({ params, gebruiker, diensten }) => diensten.uitvoer.maak(gebruiker, params.tijdvak, diensten.nu()));
