import * as z from 'zod';

import type { Simulatieverslag } from '#activities/beleid.ts';
import type { Beleidsversie } from '#db/queries/termijnbeleid.ts';
import { type Bevinding, BEVINDINGSOORTEN } from '#domain/beleid/controleer-beleid.ts';
import { REGIOS } from '#domain/beleid/regios.ts';
import type { Beleidsinhoud, Termijnbeleid } from '#domain/beleid/termijnbeleid.ts';
import { REDENEN } from '#domain/signaal/berichten.ts';
import { HOGERE_NIVEAUS, KLOKMOTIEVEN } from '#domain/simulatie/meting.ts';

import { datum, Gebruikersnaam, tijdstip } from './basis.ts';

const JAAR = 260;
const VOLGORDE = { code: 'custom', params: { soort: 'volgorde' } } as const;

function werkdagen(minstens: number) {
  return z.int().min(minstens).max(JAAR);
}

/** Numbers per urgency; a shorter urgency never has a longer term. */
function perUrgentie(description: string, minstens: number, metVolgorde: boolean) {
  return z
    .strictObject({
      normaal: werkdagen(minstens).meta({ description: 'Gewone termijnen.' }),
      hoog: werkdagen(minstens).meta({ description: 'Kortere termijnen.' }),
      spoed: werkdagen(minstens).meta({ description: 'De kortste termijnen.' }),
    })
    .superRefine(({ normaal, hoog, spoed }, ctx) => {
      if (metVolgorde && hoog > normaal) ctx.addIssue({ ...VOLGORDE, path: ['hoog'] });
      if (metVolgorde && spoed > hoog) ctx.addIssue({ ...VOLGORDE, path: ['spoed'] });
    })
    .meta({ description });
}

function lokaalPerUrgentie(description: string, minstens: number, metVolgorde: boolean) {
  return z
    .strictObject({
      normaal: werkdagen(minstens).meta({ description: 'Gewone termijnen.' }),
      hoog: werkdagen(minstens).meta({ description: 'Kortere termijnen.' }),
    })
    .superRefine(({ normaal, hoog }, ctx) => {
      if (metVolgorde && hoog > normaal) ctx.addIssue({ ...VOLGORDE, path: ['hoog'] });
    })
    .meta({ description });
}

const herinneringen = z
  .array(z.int().min(1).max(100))
  .max(10)
  .superRefine((procenten, ctx) => {
    if (new Set(procenten).size < procenten.length) ctx.addIssue({ code: 'custom', params: { soort: 'dubbel' } });
  })
  .meta({ description: 'Bij welke percentages van de termijn een herinnering uitgaat.', example: [50, 80, 100] });
const herhaling = werkdagen(1)
  .nullable()
  .meta({ description: 'Om de hoeveel werkdagen de melding terugkomt. null: niet.' });
const N = 'De termijn in werkdagen.';
const UITLOOP = 'Hoeveel werkdagen na de termijn de klok iets doet.';

const stap = {
  n: perUrgentie(N, 1, true),
  uitloop: perUrgentie(UITLOOP, 0, false),
  herinneringen,
  herhaling,
};
const uiterlijk = werkdagen(1).meta({ description: 'Hoeveel werkdagen vooruit de datum hoogstens ligt.' });

const Stap = z.strictObject(stap).meta({ id: 'Stapbeleid', description: 'De getallen van een stap.' });
const LokaleStap = z
  .strictObject({ ...stap, n: lokaalPerUrgentie(N, 1, true), uitloop: lokaalPerUrgentie(UITLOOP, 0, false) })
  .meta({ id: 'LokaalStapbeleid', description: 'De getallen van lokaal behandelen, waar geen spoed is.' });
const Datumstap = z
  .strictObject({ uiterlijk })
  .meta({ id: 'Datumbeleid', description: 'Een stap tot een datum die iemand kiest.' });

export const Beleid = z
  .strictObject({
    stappen: z
      .strictObject({
        oppakken: Stap,
        behandelen: z
          .strictObject({ lokaal: LokaleStap, regionaal: Stap, landelijk: Stap })
          .meta({ description: 'Per niveau.' }),
        vraag: Stap,
        vraag_hogerop: Stap,
        toezegging: z
          // Without a question a promise would never end.
          .strictObject({ ...stap, herinneringen: herinneringen.min(1), uiterlijk })
          .meta({ id: 'Toezeggingbeleid', description: 'Vanaf de toegezegde datum.' }),
        navraag: Stap,
        aanpak: Datumstap,
        pauze: Datumstap,
        terugkoppelen: Stap,
        indelen: Stap,
        duur: Stap,
        terugblik: z
          .strictObject({
            vraagdagen: z.array(werkdagen(1)).min(1).max(5).meta({ description: 'Op welke werkdagen de vraag komt.' }),
            einde: werkdagen(1).meta({ description: 'Tot en met welke werkdag heropenen kan.' }),
          })
          .meta({ description: 'Na het sluiten.' }),
      })
      .meta({ description: 'Per stap.' }),
    tegenhouden: werkdagen(0).meta({
      description: 'Hoeveel werkdagen de behandelaar een escalatiecontact kan tegenhouden.',
    }),
    ligtStil: perUrgentie('Na hoeveel werkdagen zonder daad een signaal stilligt.', 1, true),
  })
  .meta({ id: 'Beleid', description: 'Alle termijnen van het programma, zonder versie.' });

const vingerafdruk = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ description: 'De vingerafdruk van een simulatie die u hebt gezien.', example: 'a'.repeat(64) });

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

export const NieuwTermijnbeleid = z
  .strictObject({
    beleid: Beleid,
    geldigVanafDatum: datum('Vanaf welke dag nieuwe stappen dit beleid krijgen: morgen of later.', '2027-07-01'),
    vingerafdruk,
  })
  .meta({ id: 'NieuwTermijnbeleid', description: 'Een nieuw beleid, met de vingerafdruk van zijn simulatie.' });

const BevindingSchema = z
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

export const TermijnbeleidSchema = z
  .strictObject({
    versie: aantal('De versie.'),
    geldigVanafDatum: datum('Vanaf wanneer.'),
    beleid: Beleid,
    bevindingen: z.array(BevindingSchema).meta({ description: 'Wat er nu aan opvalt.' }),
    door: z
      .strictObject({ id: Gebruikersnaam, naam: z.string().meta({ description: 'Naam.' }) })
      .nullable()
      .meta({ description: 'Wie het opsloeg. null: het beleid van het begin.' }),
    opgeslagenOp: tijdstip('Wanneer het is opgeslagen.').nullable(),
  })
  .meta({ id: 'Termijnbeleid', description: 'Een versie van het termijnbeleid. Een lopende stap houdt zijn versie.' });

export const Beleidsversies = z
  .strictObject({
    geldendeVersie: aantal('De versie die nu geldt voor nieuwe stappen.'),
    versies: z.array(TermijnbeleidSchema).meta({ description: 'De nieuwste eerst.' }),
  })
  .meta({ id: 'Beleidsversies', description: 'Het termijnbeleid van vroeger, nu en straks.' });

export function presentBeleid(
  { beleid: versie, door, op }: Beleidsversie,
  bevindingen: readonly Bevinding[],
): z.input<typeof TermijnbeleidSchema> {
  return {
    versie: versie.versie,
    geldigVanafDatum: versie.geldigVanaf,
    beleid: inhoudVan(versie),
    bevindingen: [...bevindingen],
    door,
    opgeslagenOp: op,
  };
}

export function inhoudVan({ stappen, tegenhouden, ligtStil }: Termijnbeleid): z.input<typeof Beleid> {
  // Parsing copies what the domain keeps readonly.
  return Beleid.parse({ stappen, tegenhouden, ligtStil } satisfies Beleidsinhoud);
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
  return `Alleen de nieuwste ${signalen} van de ${gevonden} signalen zijn nagespeeld. ${waarom}. Kies een kortere periode voor een volledig beeld.`;
}

function perSleutel<K extends string, S>(sleutels: readonly K[], schema: (sleutel: K) => S): Record<K, S> {
  return Object.fromEntries(sleutels.map((sleutel) => [sleutel, schema(sleutel)])) as Record<K, S>;
}
