import * as z from 'zod';

import {
  Doelgroep,
  Emailadres,
  Gemeentecode,
  Handmotief,
  Knelpunttype,
  LANGE_TEKST,
  Leefgebied,
  Leeftijdscategorie,
  naam,
  Onderwerp,
  Organisatiecode,
  tekst,
  Urgentie,
  voorwaarde,
  Wens,
  Wet,
} from '#contract/basis.ts';
import { Casusteksten, casustekstenVan, CASUSZINNEN } from '#contract/casus.ts';
import { metRegels } from '#contract/regels.ts';
import { EMAIL, NAAM, ONDERWERP, ORGANISATIE } from '#contract/zinnen.ts';
import { vindGemeente } from '#db/queries/gebieden.ts';
import { stelOnderwerpVoor } from '#domain/signaal/onderwerp.ts';
import type { Opdrachtinhoud, SignaalGegevens } from '#domain/signaal/opdracht.ts';
import { INDIENREGELS, magNamens } from '#domain/signaal/opdrachten/indienen.ts';
import type { Teksten } from '#domain/stroom/feiten.ts';
import { datumVan } from '#domain/tijd/amsterdam.ts';

import { inDeToekomst, onbekendeOrganisaties } from './bestaat.ts';
import { Besluitinvoer, besluittekst, BESLUITVELDEN } from './delen/besluit.ts';
import { DOELGROEPEN, GEEN_VAN_DEZE_IS_ALLES, KNELPUNTTYPEN, LEEFGEBIEDEN, uniek, WETTEN } from './delen/codes.ts';
import {
  organisatiesIn,
  pogingenInDeToekomst,
  POGINGVELDEN,
  Pogingsinvoer,
  pogingteksten,
  pogingVan,
} from './delen/poging.ts';
import { indiening, type Veldfout } from './handeling.ts';

const velden = z.strictObject({
  knelpunt: tekst(
    LANGE_TEKST,
    'Wat er vastloopt. Schrijf geen namen of andere persoonsgegevens op.',
    'De gemeente verwijst naar het zorgkantoor en andersom.',
  ),
  onderwerp: Onderwerp.optional().meta({
    description: 'Waar het over gaat, in één regel. Laat u dit weg, dan is het de eerste zin van wat er vastloopt.',
  }),
  doelgroepen: uniek(Doelgroep, 1, 6).meta({ description: 'Eén tot zes doelgroepen, of alleen GEEN_VAN_DEZE.' }),
  gemeente: z
    .union([Gemeentecode, z.literal('ONBEKEND')])
    .meta({ description: 'Waar het gezin woont.', example: 'GM0014' }),
  organisatie: z
    .union([Organisatiecode, z.literal('ONBEKEND')])
    .meta({ description: 'Om welke organisatie het gaat, of ONBEKEND: weet ik niet.', example: 'ONBEKEND' }),
  ondernomen: z.array(Pogingsinvoer).max(20).meta({ description: 'Wat al is geprobeerd. Leeg: nog niets.' }),
  gezinWeetHet: z.boolean().meta({ description: 'Of het gezin van dit signaal weet.' }),
  wens: Wens,
  motief: Handmotief.optional().meta({
    description: 'Waarom de regio nu moet helpen. Verplicht bij hulp, tenzij het spoed is.',
  }),
  urgentie: Urgentie.default('normaal').meta({ description: 'Hoeveel haast het heeft. Bij melden alleen normaal.' }),
  spoedreden: tekst(LANGE_TEKST, 'Waarom het spoed heeft. Verplicht bij spoed, en alleen dan.').optional(),
  watZouHelpen: tekst(LANGE_TEKST, 'Wat volgens de melder zou helpen.').optional(),
  besluit: Besluitinvoer.optional(),
  knelpunttypen: uniek(Knelpunttype, 0, 3)
    .optional()
    .meta({ description: 'Hoogstens drie soorten, de belangrijkste eerst.' }),
  wetten: uniek(Wet, 0, 10).optional().meta({ description: 'Wetten waar het mee te maken heeft.' }),
  leefgebieden: uniek(Leefgebied, 0, 16)
    .optional()
    .meta({ description: 'Alleen de delen van het leven die het knelpunt raakt.' }),
  leeftijdscategorie: Leeftijdscategorie.optional(),
  casus: Casusteksten.optional().meta({
    description: 'Over wie het gaat. Dit wordt versleuteld bewaard, apart van het signaal.',
  }),
  namens: z
    .strictObject({ naam: naam('Naam.', 'Tom Hendriks'), email: Emailadres })
    .optional()
    .meta({
      description:
        'De cliëntondersteuner namens wie een Metgezel indient. Die krijgt mail als er iets met het signaal gebeurt, met een link ' +
        'naar een pagina om te lezen hoe het ermee staat. Daar is geen account voor nodig, wel een code die wij mailen.',
    }),
});
type Invoer = z.output<typeof velden>;

/** The same rules for readers of the OpenAPI document. */
const SPOED = { properties: { urgentie: { const: 'spoed' } }, required: ['urgentie'] };
const VOORWAARDEN = [
  GEEN_VAN_DEZE_IS_ALLES,
  voorwaarde(SPOED, { required: ['spoedreden'] }, { properties: { spoedreden: false } }),
  voorwaarde({ allOf: [{ properties: { wens: { const: 'hulp' } } }, { not: SPOED }] }, { required: ['motief'] }),
  voorwaarde({ properties: { wens: { const: 'melden' } } }, { properties: { urgentie: { const: 'normaal' } } }),
];

/** The filing of a signaal. */
export const indienen = indiening({
  soort: 'indienen',
  operatie: 'dienSignaalIn',
  samenvatting: 'Dien een signaal in',
  omschrijving:
    'wens zelf: u probeert het zelf, wij bewaken de termijn. hulp: de regio helpt nu. melden: het telt mee en sluit meteen. ' +
    'Spoed: bel bij direct gevaar eerst 112, de huisarts of Veilig Thuis.',
  invoer: metRegels(velden, INDIENREGELS).meta({
    id: 'NieuwSignaal',
    description: 'Een signaal om in te dienen.',
    override: ({ jsonSchema }) => {
      jsonSchema.allOf = VOORWAARDEN;
    },
  }),
  velden: {
    knelpunt: { verplicht: 'Beschrijf wat er vastloopt.', leeg: 'Beschrijf wat er vastloopt.' },
    onderwerp: ONDERWERP,
    doelgroepen: DOELGROEPEN,
    gemeente: {
      verplicht: 'Kies de gemeente waar het gezin woont, of ONBEKEND.',
      vorm: 'Geef een gemeentecode van het CBS, zoals GM0344, of ONBEKEND.',
      onbekend: 'Deze gemeente kennen wij niet.',
    },
    organisatie: { verplicht: 'Kies om welke organisatie het gaat, of ONBEKEND als u dat niet weet.', ...ORGANISATIE },
    ondernomen: {
      verplicht: 'Vertel wat al is geprobeerd. Nog niets? Stuur dan een lege lijst.',
      te_veel: 'Vertel hoogstens twintig dingen die al zijn geprobeerd.',
      velden: POGINGVELDEN,
    },
    gezinWeetHet: { verplicht: 'Vertel of het gezin van dit signaal weet.' },
    wens: { verplicht: 'Kies wat u wilt: zelf, hulp of melden.' },
    motief: {},
    urgentie: {},
    spoedreden: { leeg: 'Vertel waarom dit spoed heeft.' },
    watZouHelpen: { leeg: 'Vertel wat zou helpen, of laat dit weg.' },
    besluit: { velden: BESLUITVELDEN },
    knelpunttypen: KNELPUNTTYPEN,
    wetten: WETTEN,
    leefgebieden: LEEFGEBIEDEN,
    leeftijdscategorie: {},
    casus: { velden: CASUSZINNEN },
    namens: {
      niet_namens: 'Alleen een Metgezel dient in namens een cliëntondersteuner.',
      velden: { naam: NAAM, email: EMAIL },
    },
  },
  casus: ({ casus }) => (casus === undefined ? {} : casustekstenVan(casus)),
  opdracht: async (invoer, { db, persoon, nu }) => {
    const { gemeente, namens, organisatie, ondernomen, besluit } = invoer;
    const vandaag = datumVan(nu);
    const gevonden = gemeente === 'ONBEKEND' ? null : await vindGemeente(db, gemeente, vandaag);
    const pogingen = ondernomen.map((poging, i) => [['ondernomen', i], poging] as const);
    const fouten: Veldfout[] = [
      ...pogingenInDeToekomst(pogingen, vandaag),
      ...(besluit === undefined ? [] : inDeToekomst(['besluit', 'datum'], besluit.datum, vandaag)),
      ...(gemeente !== 'ONBEKEND' && gevonden === null ? [onbekend('gemeente')] : []),
      ...(namens !== undefined && !magNamens(persoon) ? [{ pad: ['namens'], soort: 'niet_namens' as const }] : []),
      ...(await onbekendeOrganisaties(db, [
        [['organisatie'], organisatie === 'ONBEKEND' ? undefined : organisatie],
        ...organisatiesIn(pogingen),
      ])),
    ];
    if (fouten.length > 0) return { fouten };
    return {
      wens: invoer.wens,
      urgentie: invoer.urgentie,
      motief: invoer.motief ?? null,
      regio: gevonden === null ? persoon.thuisregio : gevonden.regio,
      organisatie: organisatie === 'ONBEKEND' ? null : organisatie,
      gegevens: gegevensVan(invoer),
      ...(namens !== undefined && { consulent: true }),
      tekst: tekstenVan(invoer),
    };
  },
});

/** The same filing with what was chosen for it in the end: nothing of that is asked of the data. */
export function metKeuzes(
  opdracht: Extract<Opdrachtinhoud, { soort: 'indienen' }>,
  invoer: z.output<typeof indienen.invoer>,
): typeof opdracht {
  const { wens, urgentie, motief = null } = invoer;
  return { ...opdracht, wens, urgentie, motief, tekst: tekstenVan(invoer) };
}

function onbekend(veld: string): Veldfout {
  return { pad: [veld], soort: 'onbekend' };
}

function gegevensVan(invoer: Invoer): SignaalGegevens {
  return {
    doelgroepen: invoer.doelgroepen,
    gemeente: invoer.gemeente,
    knelpunttypen: invoer.knelpunttypen ?? [],
    wetten: invoer.wetten ?? [],
    leefgebieden: invoer.leefgebieden ?? [],
    leeftijdscategorie: invoer.leeftijdscategorie ?? null,
    gezinWeetHet: invoer.gezinWeetHet,
    pogingen: invoer.ondernomen.map(pogingVan),
    besluit: invoer.besluit === undefined ? null : { datum: invoer.besluit.datum },
  };
}

function tekstenVan({ knelpunt, onderwerp, watZouHelpen, spoedreden, ondernomen, besluit, namens }: Invoer): Teksten {
  const alles: [string, string | undefined][] = [
    ['knelpunt', knelpunt],
    ['onderwerp', onderwerp ?? stelOnderwerpVoor(knelpunt)],
    ['watZouHelpen', watZouHelpen],
    ['spoedreden', spoedreden],
    ['namens.naam', namens?.naam],
    ['namens.email', namens?.email],
  ];
  const ingevuld = alles.filter((paar): paar is [string, string] => paar[1] !== undefined);
  return { ...Object.fromEntries(ingevuld), ...pogingteksten(ondernomen), ...besluittekst(besluit) };
}
