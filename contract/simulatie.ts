import * as z from 'zod';

import type { Naspeling } from '#db/queries/naspelingen.ts';
import { BEVINDINGSOORTEN } from '#domain/beleid/controleer-beleid.ts';
import { REGIOS } from '#domain/beleid/regios.ts';
import { REDENEN } from '#domain/signaal/berichtsoorten.ts';
import { HOGERE_NIVEAUS, KLOKMOTIEVEN, NIVEAUS } from '#domain/simulatie/meting.ts';
import { NASPEELSTANDEN, type Simulatieverslag } from '#domain/simulatie/verslag.ts';

import { code, datum } from './basis.ts';
import { Beleid } from './beleid.ts';
import { BELEIDZINNEN } from './beleidzinnen.ts';
import type { Velden } from './velden.ts';
import { TOT_EN_MET, VANAF } from './zinnen.ts';

export const vingerafdruk = code(64, /^[0-9a-f]{64}$/).meta({
  description: 'De vingerafdruk van een simulatie die u hebt gezien.',
  example: 'a'.repeat(64),
});

const LANGSTE_PERIODE = 366;

export const Simulatievraag = z
  .strictObject({
    beleid: Beleid,
    vanDatum: datum('De eerste dag waarover geteld wordt.', '2027-01-04'),
    totEnMetDatum: datum('De laatste dag waarover geteld wordt.', '2027-03-31'),
  })
  .superRefine(({ vanDatum, totEnMetDatum }, ctx) => {
    const dagen = (Date.parse(totEnMetDatum) - Date.parse(vanDatum)) / 86_400_000;
    const meld = (soort: string): void => ctx.addIssue({ code: 'custom', path: ['totEnMetDatum'], params: { soort } });
    if (dagen < 0) meld('volgorde');
    if (dagen >= LANGSTE_PERIODE) meld('te_groot');
  })
  .meta({ id: 'Simulatievraag', description: 'Een beleid om over het verleden te spelen.' });

export const SIMULATIEZINNEN: Velden<z.input<typeof Simulatievraag>> = {
  beleid: BELEIDZINNEN,
  vanDatum: VANAF,
  totEnMetDatum: {
    ...TOT_EN_MET,
    volgorde: 'De laatste dag komt niet voor de eerste.',
    te_groot: 'Kies hoogstens een jaar tegelijk.',
  },
};

export const BevindingSchema = z
  .strictObject({
    soort: z.enum(BEVINDINGSOORTEN).meta({ description: 'Wat er opvalt, als code.' }),
    plaats: z
      .string()
      .meta({ description: 'Waar in het beleid. Leeg als het over mensen gaat.', example: 'stappen.vraag.herhaling' }),
    tekst: z.string().meta({ description: 'Wat er opvalt, in woorden.' }),
  })
  .meta({ id: 'Bevinding', description: 'Een regel die nooit iets doet, of die niemand bereikt.' });

const aantal = (description: string) => z.int().meta({ description });
const perRol = (description: string) =>
  z
    .strictObject(perSleutel(REDENEN, (rol) => aantal(`Voor wie ${rol.replaceAll('_', ' ')} is.`)))
    .meta({ description });
const perMotief = z
  .strictObject(perSleutel(KLOKMOTIEVEN, (motief) => aantal(`Met motief ${motief}.`)))
  .meta({ id: 'Klokescalaties', description: 'Naar dit niveau, per motief.' });

const MetingSchema = z
  .strictObject({
    open: z.strictObject(perSleutel(NIVEAUS, (niveau) => aantal(`Op niveau ${niveau}.`))).meta({
      description:
        'Signalen die open waren toen de week eindigde, of de periode. Van meer weken samen: de som van die weken.',
    }),
    teLaat: aantal('Termijnen van oppakken, behandelen of terugkoppelen die voorbijgingen.'),
    escalaties: z
      .strictObject(perSleutel(HOGERE_NIVEAUS, () => perMotief))
      .meta({ description: 'Escalaties door de klok.' }),
    herinneringen: perRol('Herinneringen.'),
    overzichtsregels: perRol('Regels in het dagelijkse overzicht.'),
  })
  .meta({ id: 'Meting', description: 'Wat een beleid deed. Een groep telt één keer: ieder lid krijgt het.' });

const vergelijking = {
  kandidaat: MetingSchema,
  toen: MetingSchema,
  verschil: MetingSchema,
};

export const SimulatieSchema = z
  .strictObject({
    vingerafdruk,
    vergelekenMetVersie: aantal('De nieuwste versie van dit moment.'),
    vanDatum: datum('De eerste dag.'),
    totEnMetDatum: datum('De laatste dag.'),
    signalen: z
      .strictObject({
        gevonden: aantal('Hoeveel signalen in deze periode leefden.'),
        nagespeeld: aantal('Hoeveel er zijn nagespeeld.'),
        nietUitgespeeld: aantal('Bij hoeveel de sluiting onder dit beleid niet kon. Die zijn tot daar nagespeeld.'),
        afwijkend: aantal(
          'Bij hoeveel ook het beleid van toen een daad niet toestaat: een rol veranderde, of de klok was laat.',
        ),
        toelichting: z.string().meta({ description: 'Of alles is nagespeeld, in woorden.' }),
      })
      .meta({ description: 'Waarover geteld is.' }),
    totaal: z.strictObject(vergelijking).meta({ description: 'Alle weken en regio’s samen.' }),
    weken: z
      .array(
        z.strictObject({
          regio: z.enum(REGIOS.map(({ code }) => code)).meta({ description: 'De regio.' }),
          weekVanDatum: datum('De maandag van de week.'),
          ...vergelijking,
        }),
      )
      .meta({ description: 'Per week en regio waarin iets gebeurde.' }),
    regels: z
      .array(
        z.strictObject({
          regel: z.string().meta({ description: 'De stap en wat de klok deed.', example: 'behandelen uitloop' }),
          kandidaat: aantal('Hoe vaak onder dit beleid.'),
          toen: aantal('Hoe vaak onder het beleid van toen.'),
          verschil: aantal('Het verschil.'),
        }),
      )
      .meta({ description: 'Hoe vaak elke regel iets deed.' }),
    onmogelijk: z
      .array(
        z.strictObject({
          opdracht: z.string().meta({ description: 'Wat iemand toen deed.', example: 'oppakken' }),
          code: z.string().meta({ description: 'Waarom dat onder dit beleid niet kon.', example: 'gesloten' }),
          aantal: aantal('Hoe vaak.'),
          signalen: aantal('Bij hoeveel signalen.'),
        }),
      )
      .meta({ description: 'Wat mensen toen deden en onder dit beleid niet hadden gekund.' }),
    bevindingen: z.array(BevindingSchema).meta({ description: 'Wat er aan dit beleid opvalt.' }),
  })
  .meta({ id: 'Simulatie', description: 'Wat een ander beleid over het verleden had gedaan.' });

/** Where somebody finds the simulation that was begun. */
export const PadNaspeling = z.strictObject({
  simulatie: z.uuid().meta({ description: 'Id van de simulatie, uit het antwoord toen u haar begon.' }),
});

const STANDWOORDEN: Record<Naspeling['stand'], string> = {
  bezig: 'Wij spelen de signalen na.',
  klaar: 'De simulatie is klaar.',
  afgebroken: 'De simulatie is afgebroken en gaat niet verder. Begin opnieuw.',
};

export const NaspelingSchema = z
  .strictObject({
    id: z.uuid().meta({ description: 'Id van de simulatie.' }),
    stand: z.enum(NASPEELSTANDEN).meta({ description: 'Hoe ver zij is, als code.' }),
    toelichting: z.string().meta({ description: 'Hoe ver zij is, in woorden.' }),
    gespeeld: aantal('Hoeveel signalen zijn nagespeeld.'),
    gevonden: aantal('Hoeveel er na te spelen zijn. null: dat zoeken wij nog uit.').nullable(),
    simulatie: SimulatieSchema.nullable().meta({ description: 'Wat eruit kwam. null zolang zij niet klaar is.' }),
  })
  .meta({ id: 'LopendeSimulatie', description: 'Een simulatie die loopt of een dag lang te bekijken is.' });

export function presentNaspeling({
  id,
  stand,
  gespeeld,
  gevonden,
  verslag,
}: Naspeling): z.input<typeof NaspelingSchema> {
  const simulatie = verslag === null ? null : presentSimulatie(verslag);
  return { id, stand, toelichting: STANDWOORDEN[stand], gespeeld, gevonden, simulatie };
}

export function presentSimulatie(verslag: Simulatieverslag): z.input<typeof SimulatieSchema> {
  const { vingerafdruk: afdruk, versie, periode, gevonden, uitslag, bevindingen } = verslag;
  const { signalen, nietUitgespeeld, afwijkend, totaal, weken, regels, onmogelijk } = uitslag;
  return {
    vingerafdruk: afdruk,
    vergelekenMetVersie: versie,
    vanDatum: periode.van,
    totEnMetDatum: periode.tot,
    signalen: { gevonden, nagespeeld: signalen, nietUitgespeeld, afwijkend, toelichting: toelichting(verslag) },
    totaal,
    weken: weken.map(({ week, ...meting }) => ({ weekVanDatum: week, ...meting })),
    regels,
    onmogelijk,
    bevindingen,
  };
}

function toelichting({ gevonden, afgekapt, uitslag: { signalen } }: Simulatieverslag): string {
  if (gevonden === 0) return 'In deze periode leefde geen enkel signaal. Er is niets nagespeeld.';
  if (afgekapt === null) return 'Elk signaal dat in deze periode leefde, is nagespeeld.';
  const waarom = afgekapt === 'tijd' ? 'Daarna was de tijd om' : 'Meer kan er niet in één keer';
  return `Niet alles is nagespeeld: ${signalen} van de ${gevonden} signalen, de nieuwste eerst. ${waarom}. Kies een kortere periode voor een volledig beeld.`;
}

function perSleutel<K extends string, S>(sleutels: readonly K[], schema: (sleutel: K) => S): Record<K, S> {
  return Object.fromEntries(sleutels.map((sleutel) => [sleutel, schema(sleutel)])) as Record<K, S>;
}
