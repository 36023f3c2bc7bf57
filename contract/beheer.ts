import * as z from 'zod';

import type { Waakhondmelding } from '#db/queries/waakhond.ts';
import { MELDINGSOORTEN, type Meldingsoort } from '#domain/beleid/meldingsoorten.ts';
import { type Datum, dagnummer } from '#domain/tijd/amsterdam.ts';
import { altijdVrij } from '#domain/tijd/feestdagen.ts';

import { datum, eenRegel, KORTE_TEKST, LIMIET, Signaalnummer, tijdstip } from './basis.ts';
import type { Foutsoort } from './invoerfout.ts';
import type { Velden } from './velden.ts';
import { DATUM } from './zinnen.ts';

const SOORTEN = Object.keys(MELDINGSOORTEN).filter(isMeldingsoort);

export const Waakhondvragen = z.strictObject({
  opgelost: z.boolean().default(false).meta({ description: 'Wat is opgelost, in plaats van wat er nu is.' }),
  limiet: LIMIET,
});

export const PadMelding = z.strictObject({
  melding: z.uuid().meta({ description: 'Id van de melding.', example: '01979c1e-7f3a-7c1b-9d2e-0f6b5a4c3d21' }),
});

export const WaakhondmeldingSchema = z
  .strictObject({
    id: z.uuid().meta({ description: 'Id van de melding.' }),
    soort: z.enum(SOORTEN).meta({ description: 'Wat er niet klopt, als code.' }),
    uitleg: z.string().meta({ description: 'Wat er niet klopt, in woorden.' }),
    nummer: Signaalnummer.nullable(),
    toelichting: z.string().nullable().meta({ description: 'Meer over deze ene melding.' }),
    eerstGezienOp: tijdstip('Wanneer de waakhond het voor het eerst zag.'),
    laatstGezienOp: tijdstip('Wanneer de waakhond het voor het laatst zag.'),
    opgelostOp: tijdstip('Wanneer het weg was.').nullable(),
    gemeldOp: tijdstip('Wanneer functioneel beheer er een mail over kreeg.').nullable(),
  })
  .meta({
    id: 'Waakhondmelding',
    description: 'Iets dat niet klopt, met het nummer van het signaal en niets over de zaak.',
  });

export const Waakhondmeldingen = z
  .strictObject({
    aantal: z.int().meta({ description: 'Hoeveel het er zijn, ook wat niet in dit antwoord past.' }),
    waakhondmeldingen: z.array(WaakhondmeldingSchema),
  })
  .meta({ id: 'Waakhondmeldingen', description: 'Wat de waakhond ziet.' });

export function presentWaakhondmelding({
  stroom: _stroom,
  ...melding
}: Waakhondmelding): z.infer<typeof WaakhondmeldingSchema> {
  const { soort } = melding;
  if (!isMeldingsoort(soort)) throw new Error(`Unknown soort of melding: ${soort}`);
  return { ...melding, soort, uitleg: MELDINGSOORTEN[soort] };
}

function isMeldingsoort(soort: string): soort is Meldingsoort {
  return Object.hasOwn(MELDINGSOORTEN, soort);
}

const VRIJE_DAG = {
  datum: datum('De dag die vrij is.', '2029-05-11'),
  benaming: eenRegel(KORTE_TEKST, 'Hoe de dag heet.', 'dag na Hemelvaartsdag (gelijkgestelde dag)'),
  bron: eenRegel(KORTE_TEKST, 'Het besluit waarin de dag is aangewezen.', 'Besluit gelijkstelling 2029-2031'),
};

const FeestdagSchema = z
  .strictObject({
    datum: VRIJE_DAG.datum,
    benaming: z.string().meta({ description: 'Hoe de dag heet.' }),
    bron: z.string().meta({ description: 'Het besluit waarin de dag is aangewezen.' }),
  })
  .meta({
    id: 'Feestdag',
    description: 'Een vrije dag die bij besluit is aangewezen (Algemene termijnenwet art. 3 lid 3).',
  });

export const NieuweFeestdag = z
  .strictObject({
    ...VRIJE_DAG,
    volledigTotEnMetDatum: datum('Tot en met wanneer nu alle aangewezen dagen bekend zijn.', '2031-12-31').optional(),
  })
  .meta({ id: 'NieuweFeestdag', description: 'Een vrije dag om aan de kalender toe te voegen.' });

export const FEESTDAGZINNEN: Velden<z.input<typeof NieuweFeestdag>> = {
  datum: { ...DATUM, verleden: 'Deze dag is voorbij. Kies vandaag of later.' },
  benaming: { verplicht: 'Geef de vrije dag een naam.', leeg: 'Geef de vrije dag een naam.' },
  bron: { verplicht: 'Noem het besluit.', leeg: 'Noem het besluit.' },
  volledigTotEnMetDatum: { te_vroeg: 'Deze dag komt niet voor de vrije dag zelf.' },
};

/** What is wrong with a new free day that no schema knows. */
export function feestdagfouten(
  { datum: dag, volledigTotEnMetDatum }: z.output<typeof NieuweFeestdag>,
  vandaag: Datum,
): { pad: string[]; soort: Foutsoort }[] {
  const tot = volledigTotEnMetDatum ?? dag;
  const fouten: [boolean, string, Foutsoort][] = [
    [dag < vandaag, 'datum', 'verleden'],
    [altijdVrij(dag, dagnummer(dag)) !== undefined, 'datum', 'al_vrij'],
    [tot < dag, 'volledigTotEnMetDatum', 'te_vroeg'],
  ];
  return fouten.flatMap(([mis, veld, soort]) => (mis ? [{ pad: [veld], soort }] : []));
}

/** Why a free day was not added. */
export const AL_EEN_ANDERE_DAG = 'Op deze datum staat al een andere vrije dag. Haal die eerst weg.';

export const PadFeestdag = z.strictObject({ datum: VRIJE_DAG.datum });

export const Feestdagenlijst = z
  .strictObject({
    kalenderversie: z.int().meta({ description: 'Gaat omhoog als er een dag bij komt of af gaat.' }),
    volledigTotEnMetDatum: datum('Tot en met wanneer alle aangewezen dagen bekend zijn.').nullable(),
    feestdagen: z.array(FeestdagSchema),
  })
  .meta({ id: 'Feestdagenlijst', description: 'De vrije dagen die bij besluit zijn aangewezen.' });
