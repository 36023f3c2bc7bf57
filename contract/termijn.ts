import * as z from 'zod';

import type { Signaaldossier } from '#db/queries/signaal.ts';
import type { Kijker } from '#domain/bevoegdheden.ts';
import { termijnen } from '#domain/signaal/termijnen.ts';
import type { Voorgeschiedenis } from '#domain/signaal/voorgeschiedenis.ts';
import { voluit } from '#domain/tijd/uitleg.ts';

import { tijdstip } from './basis.ts';
import { toon, vanZaken } from './kijker.ts';
import { leesbaar } from './leesbereik.ts';
import { BEGONNEN_STAP } from './signaal-delen.ts';
import { sluitingVan } from './verzoek.ts';

const Uitleg = z
  .strictObject({
    beginDatum: z.iso.date().meta({ description: 'De dag waarop de stap begon. Die telt niet mee.' }),
    laatsteDatum: z.iso.date().meta({ description: 'De laatste dag.' }),
    eindigtOp: tijdstip('Wanneer de termijn voorbij is.'),
    dagen: z
      .array(
        z.strictObject({
          datum: z.iso.date().meta({ description: 'De dag.' }),
          telt: z.boolean().meta({ description: 'Of de dag meetelt.' }),
          nummer: z.int().optional().meta({ description: 'Het dagnummer, als de dag telt.' }),
          reden: z.string().optional().meta({ description: 'Waarom de dag niet telt.', example: 'Hemelvaartsdag' }),
        }),
      )
      .meta({ description: 'Elke dag na het begin.' }),
  })
  .meta({ id: 'Uitleg', description: 'Hoe een datum tot stand komt, dag voor dag.' });

const TermijnSchema = z
  .strictObject({
    ...BEGONNEN_STAP,
    werkdagen: z.int().meta({ description: 'Hoeveel werkdagen de termijn heeft.' }),
    uitloop: z.int().meta({ description: 'Na hoeveel werkdagen daarna de klok iets doet.' }),
    beleidsversie: z.int().meta({ description: 'De versie van het termijnbeleid.' }),
    kalenderversie: z.int().meta({ description: 'De versie van de kalender.' }),
    uitleg: Uitleg,
    uitlegUitloop: Uitleg.nullable(),
    pauzes: z
      .array(
        z.strictObject({
          vanDatum: z.iso.date().meta({ description: 'De eerste dag.' }),
          totEnMetDatum: z.iso.date().meta({ description: 'De laatste dag.' }),
        }),
      )
      .meta({ description: 'Dagen waarop het signaal gepauzeerd is en de termijn niet telt.' }),
    verlenging: z
      .strictObject({
        eersteHelftTotEnMetDatum: z.iso.date().meta({ description: 'De laatste dag voor de verlenging.' }),
        tweedeHelftTotEnMetDatum: z.iso.date().meta({ description: 'De laatste dag na de verlenging.' }),
      })
      .nullable()
      .meta({ description: 'null: niet verlengd.' }),
    wacht: z
      .strictObject({
        verzoeken: z
          .array(z.string())
          .meta({ description: 'De verzoeken waarop een ketenpartner nog antwoord geeft.' }),
        uiterlijkDatum: z.iso
          .date()
          .nullable()
          .meta({ description: 'De laatste dag waarop de klok wacht. null: landelijk, daar zwijgt de klok alleen.' }),
      })
      .nullable()
      .meta({ description: 'null: er wordt niet op een ketenpartner gewacht.' }),
    verschoven: z
      .array(
        z.strictObject({
          op: tijdstip('Wanneer de kalender veranderde.'),
          vanDatum: z.iso.date().meta({ description: 'De laatste dag ervoor.' }),
          naarDatum: z.iso.date().meta({ description: 'De laatste dag erna.' }),
          dagen: z
            .array(
              z.strictObject({
                datum: z.iso.date().meta({ description: 'De dag.' }),
                naam: z.string().meta({ description: 'Hoe de dag heet.' }),
                vrij: z.boolean().meta({ description: 'true: werd vrij. false: werd een gewone dag.' }),
              }),
            )
            .meta({ description: 'Wat er aan de kalender veranderde.' }),
        }),
      )
      .meta({ description: 'Elke keer dat een nieuwe kalender de laatste dag verschoof.' }),
    inWoorden: z.array(z.string()).meta({ description: 'De uitleg in zinnen.' }),
    mijlpalen: z
      .array(
        z.strictObject({
          sleutel: z.string().meta({ description: 'De sleutel.' }),
          naam: z.string().meta({ description: 'Wat er dan gebeurt.', example: 'herinnering:10' }),
          dag: z.int().meta({ description: 'De hoeveelste werkdag.' }),
          op: tijdstip('Wanneer.'),
        }),
      )
      .meta({ description: 'Wat de klok nog gaat doen.' }),
  })
  .meta({ id: 'Termijn', description: 'Een lopende termijn, uitgelegd.' });

export const Termijnenlijst = vanZaken(
  z
    .strictObject({ termijnen: z.array(TermijnSchema).meta({ description: 'In de volgorde waarin ze begonnen.' }) })
    .meta({ id: 'Termijnenlijst', description: 'De lopende termijnen van een signaal.' }),
);

export function presentTermijnen(
  volledig: Signaaldossier,
  eerder: Voorgeschiedenis,
  kijker: Kijker,
): z.infer<typeof Termijnenlijst> {
  const dossier = leesbaar(volledig, kijker);
  return toon(kijker, {
    termijnen: termijnen(dossier.staat, eerder).map(
      ({ uitleg, uitlegUitloop, pauzes, verlenging, wacht, verschoven, inWoorden, ...termijn }) => ({
        ...termijn,
        inWoorden: [...inWoorden, ...tijdensSluiting(termijn.stap, dossier)],
        pauzes: pauzes.map(({ van, tot }) => ({ vanDatum: van, totEnMetDatum: tot })),
        verlenging: verlenging && {
          eersteHelftTotEnMetDatum: verlenging.eersteHelft,
          tweedeHelftTotEnMetDatum: verlenging.tweedeHelft,
        },
        wacht: wacht && { verzoeken: wacht.verzoeken, uiterlijkDatum: wacht.uiterlijk },
        verschoven: verschoven.map(({ op, van, naar, dagen }) => ({ op, vanDatum: van, naarDatum: naar, dagen })),
        uitleg: presentUitleg(uitleg),
        uitlegUitloop: uitlegUitloop && presentUitleg(uitlegUitloop),
      }),
    ),
  });
}

/** The rules know no closures; whoever reads a date would like to. */
function tijdensSluiting(sleutel: string, dossier: Signaaldossier): string[] {
  const { stappen, verzoeken } = dossier.staat;
  const stap = stappen.find((kandidaat) => kandidaat.sleutel === sleutel);
  const verzoek = verzoeken.find(({ id }) => id === stap?.verzoek);
  const sluiting = verzoek === undefined ? null : sluitingVan(verzoek, dossier);
  if (sluiting === null) return [];
  const { van, tot, reden } = sluiting;
  const dagen = van === tot ? `op ${voluit(van)}` : `van ${voluit(van)} tot en met ${voluit(tot)}`;
  return [`De organisatie is gesloten ${dagen} (${reden}). De termijn loopt door.`];
}

type Uitgelegd = ReturnType<typeof termijnen>[number]['uitleg'];

function presentUitleg({ begin, laatsteDag, eindigtOp, dagen }: Uitgelegd): z.infer<typeof Uitleg> {
  return { beginDatum: begin, laatsteDatum: laatsteDag, eindigtOp, dagen: dagen.map((dag) => ({ ...dag })) };
}
