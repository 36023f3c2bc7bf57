import * as z from 'zod';

import type { Sluiting } from '#db/queries/loketten.ts';
import type { Signaaldossier } from '#db/queries/signaal.ts';
import { codesVan } from '#domain/beleid/codelijsten.ts';
import type { Verzoek, Verzoekstatus } from '#domain/signaal/staat.ts';
import { legTermijnUit } from '#domain/signaal/stapuitleg.ts';
import { isOpen, stapVan } from '#domain/signaal/verzoeken.ts';
import type { Persoon } from '#domain/stroom/kader.ts';
import { type Datum, datumVan } from '#domain/tijd/amsterdam.ts';

import { kalenderdag, PersoonSchema, tijdstip } from './basis.ts';
import { HandelingSchema, presentVerzoekhandelingen } from './handeling.ts';
import { presentSluiting, SluitingSchema } from './loket.ts';
import type { Namen } from './namen.ts';
import { OrganisatieKort } from './signaal-delen.ts';

const VERZOEKSTATUSSEN = [
  'gesteld',
  'toegezegd',
  'wacht_op_informatie',
  'beantwoord',
  'geen_reactie',
  'niet_nagekomen',
  'onbestelbaar',
  'ingetrokken',
  'vervallen',
] as const satisfies Verzoekstatus[];

const AntwoordSchema = z
  .strictObject({
    antwoord: z.enum(codesVan('antwoord')).meta({ description: 'Het antwoord.' }),
    toegezegdDatum: kalenderdag('De toegezegde datum.').nullable(),
    bevoegd: OrganisatieKort.nullable().meta({ description: 'Wie het wel kan, bij niet_bevoegd.' }),
    toelichting: z.string().nullable().meta({ description: 'Wat erbij is geschreven.' }),
    vastgelegd: z.boolean().meta({ description: 'Of de behandelaar het vastlegde, bijvoorbeeld na een telefoontje.' }),
    herziet: z.boolean().meta({ description: 'Of het in de plaats kwam van het antwoord ervoor.' }),
    op: tijdstip('Wanneer.'),
  })
  .meta({ id: 'VerzoekAntwoord', description: 'Een antwoord op een verzoek.' });

const ContactSchema = z
  .strictObject({
    loket: z.string().meta({ description: 'Het loket.', example: 'Wmo-loket' }),
    naam: z.string().meta({ description: 'De contactpersoon.' }),
    email: z.string().meta({ description: 'E-mailadres.' }),
    telefoon: z.string().nullable().meta({ description: 'Telefoonnummer.' }),
  })
  .meta({ id: 'Verzoekcontact', description: 'Bij wie een verzoek ligt.' });

/** Something asked of a party, as people see it. */
export const VerzoekSchema = z
  .strictObject({
    id: z.uuid().meta({ description: 'Id van het verzoek.' }),
    soort: z.enum(codesVan('verzoeksoort')).meta({ description: 'Wat voor verzoek het is.' }),
    organisatie: OrganisatieKort.nullable().meta({ description: 'De gevraagde organisatie.' }),
    persoon: PersoonSchema.nullable().meta({ description: 'De gevraagde persoon in het programma.' }),
    contact: ContactSchema.nullable().meta({ description: 'null: er is alleen een telefoonnummer, of geen.' }),
    bereikbaar: z.boolean().meta({
      description:
        'false: een oud verzoek aan een organisatie zonder loket, dus niemand kreeg de vraag. Bel de organisatie en leg het antwoord vast.',
    }),
    gesloten: SluitingSchema.nullable().meta({
      description:
        'Of de organisatie vandaag gesloten is, of op de laatste dag om te antwoorden. De termijn loopt door.',
    }),
    vraag: z.string().meta({ description: 'De vraag.' }),
    status: z.enum(VERZOEKSTATUSSEN).meta({ description: 'Hoe het ermee staat.' }),
    totEnMetDatum: kalenderdag('Tot en met welke dag de gevraagde de tijd heeft.')
      .nullable()
      .meta({ description: 'null: er loopt geen termijn.' }),
    hogerop: z.boolean().meta({ description: 'Of het escalatiecontact de vraag heeft gekregen.' }),
    uitgesteld: z.boolean().meta({ description: 'Of er al meer tijd is gegeven.' }),
    tegengehouden: z.boolean().meta({ description: 'Of de vraag aan het escalatiecontact is tegengehouden.' }),
    gesteldOp: tijdstip('Wanneer het is gevraagd.'),
    geopendOp: tijdstip('Wanneer wie de vraag nu heeft, de link voor het eerst opende.').nullable(),
    antwoorden: z.array(AntwoordSchema).meta({ description: 'Alle antwoorden, het eerste eerst.' }),
    handelingen: z.array(HandelingSchema).meta({ description: 'Wat u met dit verzoek kunt doen, en of het nu mag.' }),
  })
  .meta({ id: 'Verzoek', description: 'Een verzoek aan een ketenpartner, een deskundige of de melder.' });

export function presentVerzoeken(
  dossier: Signaaldossier,
  persoon: Persoon,
  namen: Namen,
): z.infer<typeof VerzoekSchema>[] {
  return dossier.staat.verzoeken.map((verzoek) => ({
    ...presentVerzoek(verzoek, dossier, namen),
    handelingen: presentVerzoekhandelingen(verzoek.id, dossier, persoon, namen),
  }));
}

/** Until when a party has the ball: the end of its term, or the date that it promised. null when nothing runs. */
export function uiterlijkVan(verzoek: string, { staat }: Pick<Signaaldossier, 'staat'>): Datum | null {
  const stap = stapVan(staat, verzoek);
  if (stap === undefined) return null;
  if (stap.soort === 'toezegging') return stap.begin;
  return legTermijnUit(stap, staat).laatsteDag;
}

/**
 * The first closure of the organisation asked that falls on today or on the last day of its term, while it has something to
 * answer; null when it is open on both.
 */
export function sluitingVan(
  { id, organisatie, status }: Verzoek,
  { staat, nu, sluitingen }: Pick<Signaaldossier, 'staat' | 'nu' | 'sluitingen'>,
): Sluiting | null {
  if (!isOpen({ status })) return null;
  const dagen = [datumVan(nu), uiterlijkVan(id, { staat })].filter((dag) => dag !== null);
  const dan = sluitingen.find(
    (sluiting) =>
      sluiting.organisatie === organisatie && dagen.some((dag) => sluiting.van <= dag && dag <= sluiting.tot),
  );
  return dan ?? null;
}

function presentVerzoek(
  verzoek: Verzoek,
  dossier: Signaaldossier,
  { wie, welke }: Namen,
): Omit<z.infer<typeof VerzoekSchema>, 'handelingen'> {
  const { id, soort, organisatie, persoon, status, hogerop, uitgesteld, tegengehouden } = verzoek;
  const gedaan = dossier.feiten.find((feit) => feit.soort === 'verzoek_gedaan' && feit.verzoek === id);
  const partij = dossier.partijen.find((kandidaat) => kandidaat.verzoek === id);
  const sluiting = sluitingVan(verzoek, dossier);
  return {
    id,
    soort,
    organisatie: organisatie === null ? null : welke(organisatie),
    persoon: persoon === null ? null : wie(persoon),
    contact: partij === undefined ? null : presentContact(partij),
    bereikbaar: organisatie === null || partij !== undefined,
    gesloten: sluiting && presentSluiting(sluiting),
    vraag: gedaan?.tekst['vraag'] ?? '',
    status,
    totEnMetDatum: uiterlijkVan(id, dossier),
    hogerop,
    uitgesteld,
    tegengehouden,
    gesteldOp: gedaan?.op ?? dossier.ingediendOp,
    geopendOp: partij?.geopendOp ?? null,
    antwoorden: antwoordenOp(id, dossier, welke),
  };
}

function presentContact({ loket, naam, email, telefoon }: Signaaldossier['partijen'][number]) {
  return { loket, naam, email, telefoon };
}

function antwoordenOp(
  verzoek: string,
  { feiten }: Signaaldossier,
  welke: Namen['welke'],
): z.infer<typeof AntwoordSchema>[] {
  return feiten.flatMap((feit) => {
    if (feit.soort !== 'verzoek_beantwoord' || feit.verzoek !== verzoek) return [];
    const { antwoord, vastgelegd, herziet = false, op, tekst } = feit;
    const bevoegd = antwoord.soort === 'niet_bevoegd' ? antwoord.bevoegd : null;
    return [
      {
        antwoord: antwoord.soort,
        toegezegdDatum: antwoord.soort === 'toegezegd' ? antwoord.datum : null,
        bevoegd: bevoegd === null ? null : welke(bevoegd),
        toelichting: tekst['toelichting'] ?? null,
        vastgelegd,
        herziet,
        op,
      },
    ];
  });
}
