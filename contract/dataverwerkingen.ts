import * as z from 'zod';

import type { Verwerkingsregel } from '#db/queries/dataverwerkingen.ts';
import type { Logafloop } from '#domain/audit/logregel.ts';
import {
  ACTIVITEITCODES,
  type Activiteitcode,
  activiteitnaam,
  activiteitVan,
  VERWERKINGSACTIVITEITEN,
} from '#domain/audit/verwerkingsactiviteiten.ts';
import { msVan } from '#domain/tijd/amsterdam.ts';

import { code, datum, LIMIET, Signaalnummer, tijdstip } from './basis.ts';

// Field names and values of the standard Logboek Dataverwerkingen (Logius, 1.0), which are English and with underscores; ADR 0059.

export const Verwerkingsvragen = z.strictObject({
  signaal: Signaalnummer.optional().meta({
    description: 'Alleen wat over het gezin achter dit signaal gaat; ook in een lijst.',
  }),
  vanDatum: datum('Vanaf deze dag.').optional(),
  totEnMetDatum: datum('Tot en met deze dag.').optional(),
  limiet: LIMIET,
  cursor: z
    .int()
    .min(1)
    .max(Number.MAX_SAFE_INTEGER)
    .optional()
    .meta({ description: 'Ga verder na dit punt: de cursor uit het vorige antwoord.' }),
});

const bytes = (aantal: number, description: string) =>
  z
    .string()
    .regex(new RegExp(`^[0-9a-f]{${aantal * 2}}$`))
    .meta({ description });

const Dataverwerking = z
  .strictObject({
    trace_id: bytes(16, 'Wat bij één verzoek hoort (W3C Trace Context).'),
    span_id: bytes(8, 'Deze actie.'),
    parent_span_id: bytes(8, 'De actie waar deze bij hoort.').optional(),
    status: z.enum(['Unset', 'Ok', 'Error']).meta({
      description:
        'Ok: gedaan. Unset: zonder fout afgehandeld en niet gedaan, bijvoorbeeld geweigerd. Error: een fout van ons.',
    }),
    name: z.string().meta({ description: 'De bewerking, de daad of de mijlpaal.' }),
    start_time: tijdstip('Wanneer het begon.'),
    end_time: tijdstip('Wanneer het klaar was.'),
    resource: z
      .strictObject({ attributes: z.record(z.string(), z.string()).meta({ description: 'Naam en versie.' }) })
      .meta({ description: 'Het systeem dat het deed.' }),
    attributes: z
      .strictObject({
        'dpl.core.processing_activity_id': z.url().meta({ description: 'De verwerkingsactiviteit in het register.' }),
        'dpl.core.data_subject_id': z
          .string()
          .optional()
          .meta({ description: 'Pseudoniem van het gezin achter het signaal. Zonder: de regel gaat over geen gezin.' }),
        'dpl.core.data_subject_id_type': z
          .url()
          .optional()
          .meta({ description: 'Waar staat wat voor pseudoniem dit is.' }),
        'dpl.core.foreign_operation.span_id': bytes(8, 'De actie bij wie het vroeg.').optional(),
      })
      .meta({ description: 'Wat de standaard verder vraagt.' }),
  })
  .meta({ id: 'Dataverwerking', description: 'Een logregel zoals het Logboek Dataverwerkingen hem kent.' });

export const Dataverwerkingenblad = z
  .strictObject({
    dataverwerkingen: z.array(Dataverwerking).meta({ description: 'De oudste eerst.' }),
    cursor: z.int().nullable().meta({ description: 'Voor de volgende bladzijde. null: dit is de laatste.' }),
  })
  .meta({ id: 'Dataverwerkingenblad', description: 'Een bladzijde van het Logboek Dataverwerkingen.' });

export const VerwerkingsactiviteitSchema = z
  .strictObject({
    naam: z.string().meta({ description: 'Hoe het heet.' }),
    id: z.string().meta({ description: 'De code met haar versie.', example: 'signaal-inzien-1' }),
    uri: z.url().meta({ description: 'Waarnaar een regel van het Logboek Dataverwerkingen verwijst.' }),
    doel: z.string().meta({ description: 'Waarvoor.' }),
    grondslag: z.string().meta({ description: 'Waarom het mag.' }),
    betrokkenen: z.string().meta({ description: 'Over wie.' }),
    gegevens: z.string().meta({ description: 'Welke gegevens.' }),
    ontvangers: z.string().meta({ description: 'Wie ze krijgen.' }),
    bewaren: z.string().meta({ description: 'Hoe lang.' }),
  })
  .meta({
    id: 'Verwerkingsactiviteit',
    description: 'Wat het programma met gegevens van gezinnen doet (AVG artikel 30).',
  });

export const Verwerkingsactiviteiten = z
  .strictObject({
    verwerkingsactiviteiten: z.array(VerwerkingsactiviteitSchema).meta({ description: 'Alle.' }),
    pseudoniem: z.string().meta({ description: 'Wat een data_subject_id is.' }),
  })
  .meta({ id: 'Verwerkingsactiviteiten', description: 'Het register van verwerkingsactiviteiten.' });

export const PadVerwerkingsactiviteit = z.strictObject({
  verwerkingsactiviteit: code(60, /^[a-z-]+-\d{1,4}$/).meta({
    description: 'De code met haar versie.',
    example: 'signaal-inzien-1',
  }),
});

const PSEUDONIEM =
  'Van het nummer van het signaal is met een geheime sleutel een vingerafdruk gemaakt. Wie het gezin is, staat er niet in; zonder die sleutel is het nummer niet te vinden. Een gezin met twee signalen heeft er twee.';

/** What writes out lines: where the register is, the version of this service, and a pseudonym for the number of a signaal. */
export interface Logboekvorm {
  register: string;
  versie: string;
  pseudoniem: (nummer: string) => string;
}

/** A page out of one line more than was asked. With `signaal` of a list no more than that one. */
export function presentDataverwerkingen(
  regels: readonly Verwerkingsregel[],
  { limiet, signaal }: { limiet: number; signaal?: string | undefined },
  vorm: Logboekvorm,
): z.infer<typeof Dataverwerkingenblad> {
  const blad = regels.slice(0, limiet);
  return {
    dataverwerkingen: blad.flatMap((regel) => verwerkingenIn(regel, signaal, vorm)),
    cursor: regels.length > limiet ? (blad.at(-1)?.nr ?? null) : null,
  };
}

export function presentRegister(register: string): z.infer<typeof Verwerkingsactiviteiten> {
  return {
    verwerkingsactiviteiten: ACTIVITEITCODES.map((code) => presentActiviteit(code, register)),
    pseudoniem: PSEUDONIEM,
  };
}

/** null when there is none of that name. */
export function vindActiviteit(naam: string, register: string): z.infer<typeof VerwerkingsactiviteitSchema> | null {
  const code = ACTIVITEITCODES.find((een) => activiteitnaam(een) === naam);
  return code === undefined ? null : presentActiviteit(code, register);
}

function presentActiviteit(code: Activiteitcode, register: string): z.infer<typeof VerwerkingsactiviteitSchema> {
  const { versie: _versie, ...activiteit } = VERWERKINGSACTIVITEITEN[code];
  const id = activiteitnaam(code);
  return { id, uri: `${register}/${id}`, ...activiteit };
}

type Verwerking = z.infer<typeof Dataverwerking>;

const STATUS = { gelukt: 'Ok', geweigerd: 'Unset', mislukt: 'Error' } as const satisfies Record<Logafloop, string>;

/** More than stand in any list of ours. */
const PER_REGEL = 4096n;

/** A record refers to one family at most: the line itself is one, and below it is one for each signaal that was shown. */
function verwerkingenIn(regel: Verwerkingsregel, signaal: string | undefined, vorm: Logboekvorm): Verwerking[] {
  const getoond = (regel.bijzonderheden.getoond ?? []).filter((nummer) => nummer !== regel.signaal);
  const span = (i: number): string => (BigInt(regel.nr) * PER_REGEL + BigInt(i)).toString(16).padStart(16, '0');
  const zelf = { ...verwerkingVan(regel, regel.signaal, vorm), span_id: span(0) };
  const erbij = getoond.map((nummer, i) => ({
    nummer,
    verwerking: { ...verwerkingVan(regel, nummer, vorm), span_id: span(i + 1), parent_span_id: span(0) },
  }));
  if (signaal === undefined) return [zelf, ...erbij.map(({ verwerking }) => verwerking)];
  return [
    ...(regel.signaal === signaal ? [zelf] : []),
    ...erbij.flatMap(({ nummer, verwerking }) => (nummer === signaal ? [verwerking] : [])),
  ];
}

function verwerkingVan(regel: Verwerkingsregel, nummer: string | null, vorm: Logboekvorm): Omit<Verwerking, 'span_id'> {
  const { ms = 0, elders } = regel.bijzonderheden;
  return {
    trace_id: regel.spoor,
    status: STATUS[regel.afloop],
    name: regel.operatie,
    start_time: new Date(msVan(regel.op) - ms).toISOString(),
    end_time: regel.op,
    resource: { attributes: { 'service.name': 'signaalpunt', 'service.version': vorm.versie } },
    attributes: {
      'dpl.core.processing_activity_id': `${vorm.register}/${activiteitnaam(activiteitVan(regel))}`,
      ...(nummer !== null && {
        'dpl.core.data_subject_id': vorm.pseudoniem(nummer),
        'dpl.core.data_subject_id_type': vorm.register,
      }),
      ...(elders !== undefined && { 'dpl.core.foreign_operation.span_id': elders.slice(33) }),
    },
  };
}
