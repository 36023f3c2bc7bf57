import * as z from 'zod';

import { codesVan } from '#domain/beleid/codelijsten.ts';

import {
  datum,
  Doelgroep,
  Gebruikersnaam,
  Knelpunttype,
  LANGE_TEKST,
  Leefgebied,
  Leeftijdscategorie,
  Regiocode,
  Signaalid,
  Signaalnummer,
  tekst,
  Urgentie,
  voorwaarde,
  Wet,
} from './basis.ts';
import { BesluitInvoer, GEEN_VAN_DEZE_ALLEEN, GEEN_VAN_DEZE_IS_ALLES, uniek } from './nieuw-signaal.ts';
import { metRegels } from './regels.ts';

/** An act that may be explained, but says enough by itself. */
const MagToelichting = z.strictObject({ toelichting: tekst(LANGE_TEKST, 'Waarom.').optional() }).optional();

export const Vrijgeving = MagToelichting.meta({ id: 'Vrijgeving', description: 'Het signaal loslaten.' });
export const Hervatting = MagToelichting.meta({
  id: 'Hervatting',
  description: 'Verdergaan voor het einde van de pauze.',
});

export const NieuwePauze = metRegels(
  z.strictObject({
    reden: z.enum(codesVan('pauzereden')).meta({ description: 'Waarom het signaal rust.' }),
    totEnMetDatum: datum('Tot en met welke dag: hoogstens 40 werkdagen, of tot de datum van een besluit.'),
    toelichting: tekst(LANGE_TEKST, 'Meer uitleg. Verplicht bij anders.').optional(),
  }),
  [
    {
      veld: 'toelichting',
      soort: 'verplicht',
      klopt: ({ reden, toelichting }) => reden !== 'anders' || toelichting !== undefined,
    },
  ],
).meta({
  id: 'NieuwePauze',
  description: 'Het signaal laten rusten.',
  override: ({ jsonSchema }) => {
    jsonSchema.allOf = [voorwaarde({ properties: { reden: { const: 'anders' } } }, { required: ['toelichting'] })];
  },
});

export const Verlenging = z
  .strictObject({ toelichting: tekst(LANGE_TEKST, 'Waarom er meer tijd nodig is.') })
  .meta({ id: 'Verlenging', description: 'De termijn één keer verdubbelen.' });

export const NieuweAanpak = z
  .strictObject({
    aanpak: tekst(LANGE_TEKST, 'Hoe het landelijk team dit gaat doen.'),
    herzienDatum: datum('Wanneer de aanpak wordt herzien: hoogstens 60 werkdagen vooruit.'),
  })
  .meta({ id: 'NieuweAanpak', description: 'Een landelijke aanpak.' });

export const Overdracht = z
  .strictObject({ regio: Regiocode, toelichting: tekst(LANGE_TEKST, 'Waarom het bij die regio hoort.') })
  .meta({ id: 'Overdracht', description: 'Het signaal aan een andere regio overdragen.' });

const codes = z.strictObject({
  doelgroepen: uniek(Doelgroep, 1, 6).optional().meta({ description: 'Eén tot zes, of alleen GEEN_VAN_DEZE.' }),
  knelpunttypen: uniek(Knelpunttype, 1, 3).optional().meta({ description: 'Een tot drie, de belangrijkste eerst.' }),
  wetten: uniek(Wet, 0, 10).optional().meta({ description: 'Wetten waar het mee te maken heeft.' }),
  leefgebieden: uniek(Leefgebied, 0, 16).optional().meta({ description: 'De delen van het leven die het raakt.' }),
  leeftijdscategorie: Leeftijdscategorie.optional(),
  urgentie: Urgentie.optional(),
  toelichting: tekst(LANGE_TEKST, 'Waarom.').optional(),
});

export const NieuweIndeling = metRegels(codes, [GEEN_VAN_DEZE_ALLEEN])
  .refine(({ toelichting: _toelichting, ...rest }) => Object.values(rest).some((waarde) => waarde !== undefined), {
    params: { soort: 'te_weinig' },
  })
  .meta({
    id: 'NieuweIndeling',
    description: 'Betere codes. Wat u weglaat, blijft.',
    override: ({ jsonSchema }) => {
      const namen = Object.keys(codes.shape).filter((naam) => naam !== 'toelichting');
      jsonSchema.anyOf = namen.map((naam) => ({ required: [naam] }));
      jsonSchema.allOf = [GEEN_VAN_DEZE_IS_ALLES];
    },
  });

export const NieuweMeedenker = z
  .strictObject({
    persoon: Gebruikersnaam.meta({ description: 'Id van wie gaat meedenken.', example: 'metgezel.west' }),
    toelichting: tekst(LANGE_TEKST, 'Waarom.').optional(),
  })
  .meta({ id: 'NieuweMeedenker', description: 'Iemand laten meelezen en meeschrijven.' });

export const NieuweAanvulling = z
  .strictObject({
    aanvulling: tekst(LANGE_TEKST, 'Wat u nu weet. Schrijf geen namen of andere persoonsgegevens op.'),
    besluit: BesluitInvoer.optional(),
  })
  .meta({ id: 'NieuweAanvulling', description: 'Iets toevoegen aan uw signaal.' });

export const NieuweSpoedvraag = z
  .strictObject({ reden: tekst(LANGE_TEKST, 'Waarom het nu spoed heeft.') })
  .meta({ id: 'NieuweSpoedvraag', description: 'De coördinator om spoed vragen.' });

export const Samenvoeging = z
  .strictObject({
    met: z
      .union([Signaalnummer, Signaalid])
      .meta({ description: 'Nummer of id van het signaal dat blijft.', example: 'S-2027-0001' }),
    toelichting: tekst(LANGE_TEKST, 'Waarom het hetzelfde is.').optional(),
  })
  .meta({ id: 'Samenvoeging', description: 'Dit signaal is dubbel en gaat op in een ander.' });

export const NieuweErvaring = z
  .strictObject({
    ervaring: z.enum(codesVan('ervaring')).meta({ description: 'Of het helpt.' }),
    toelichting: tekst(LANGE_TEKST, 'Wat u erover wilt vertellen.').optional(),
  })
  .meta({ id: 'NieuweErvaring', description: 'Hoe het nu gaat.' });

export const Heropening = z
  .strictObject({ toelichting: tekst(LANGE_TEKST, 'Waarom het weer open moet.') })
  .meta({ id: 'Heropening', description: 'Een gesloten signaal weer openen.' });
