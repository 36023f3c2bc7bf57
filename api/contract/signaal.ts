import * as z from 'zod';

import type { Signaaldossier } from '#db/queries/signaal.ts';
import { aanZet, isTeLaat, ligtStil, uiterlijkOp } from '#domain/signaal/afgeleid.ts';
import type { Afsluiting, Staat } from '#domain/signaal/staat.ts';
import { termijnen } from '#domain/signaal/termijnen.ts';
import { bezwaartermijn } from '#domain/tijd/termijnenwet.ts';

import {
  Doelgroep,
  Knelpunttype,
  Leefgebied,
  Leeftijdscategorie,
  Niveau,
  PersoonSchema,
  Regiocode,
  Signaalid,
  Signaalnummer,
  Status,
  Systeemreden,
  tijdstip,
  Uitkomst,
  Urgentie,
  Wens,
  Wet,
} from './basis.ts';
import {
  AanZetSchema,
  BesluitSchema,
  GemeenteKort,
  OndernomenSchema,
  OrganisatieKort,
  TermijnKort,
} from './signaal-delen.ts';

const AFSLUITINGEN = [
  'teruggekoppeld',
  'eigen_uitkomst',
  'alleen_gemeld',
  'ingetrokken',
  'samengevoegd',
] as const satisfies Afsluiting[];

/** A signaal as people see it. */
export const SignaalWeergave = z
  .strictObject({
    id: Signaalid,
    nummer: Signaalnummer,
    inhoudsversie: z.int().meta({ description: 'Staat ook in de ETag.', example: 3 }),
    niveau: Niveau,
    status: Status,
    wens: Wens,
    urgentie: Urgentie,
    regio: Regiocode.nullable().meta({ description: 'null: niet bekend; het landelijk team coördineert.' }),
    aanZet: AanZetSchema.nullable().meta({ description: 'null: het signaal is afgesloten.' }),
    melder: PersoonSchema,
    behandelaar: PersoonSchema.nullable(),
    teLaat: z.boolean().meta({ description: 'Of een termijn voorbij is.' }),
    ligtStil: z.boolean().meta({ description: 'Of er al lang niemand iets heeft gedaan.' }),
    zonderOverdracht: z.boolean().meta({ description: 'Of de klok het signaal bracht, dus zonder overdracht.' }),
    termijnOp: tijdstip('Wanneer de eerste lopende termijn voorbij is.').nullable(),
    termijnen: z.array(TermijnKort).meta({ description: 'Alles wat loopt.' }),
    knelpunt: z.string().meta({ description: 'Wat er vastloopt.' }),
    watZouHelpen: z.string().nullable().meta({ description: 'Wat volgens de melder zou helpen.' }),
    spoedreden: z.string().nullable().meta({ description: 'Waarom het spoed heeft.' }),
    doelgroepen: z.array(Doelgroep),
    gemeente: GemeenteKort.nullable().meta({ description: 'null: niet bekend.' }),
    organisatie: OrganisatieKort.nullable().meta({ description: 'null: weet ik niet.' }),
    ondernomen: z.array(OndernomenSchema),
    gezinWeetHet: z.boolean().meta({ description: 'Of het gezin van dit signaal weet.' }),
    besluit: BesluitSchema.nullable(),
    knelpunttypen: z.array(Knelpunttype),
    wetten: z.array(Wet),
    leefgebieden: z.array(Leefgebied),
    leeftijdscategorie: Leeftijdscategorie.nullable(),
    uitkomst: Uitkomst.nullable(),
    systeemreden: Systeemreden.nullable(),
    afsluiting: z.enum(AFSLUITINGEN).nullable().meta({ description: 'Hoe het signaal is afgesloten.' }),
    ingediendOp: tijdstip('Wanneer het is ingediend.'),
    laatsteOp: tijdstip('Wanneer er het laatst iets gebeurde.'),
    afgeslotenOp: tijdstip('Wanneer het is afgesloten.').nullable(),
    wachtOpVerzending: z
      .int()
      .meta({ description: 'Berichten over dit signaal die nog niet zijn verstuurd.', example: 0 }),
  })
  .meta({ id: 'Signaal', description: 'Een signaal over een knelpunt.' });
export type SignaalWeergave = z.infer<typeof SignaalWeergave>;

/** What is shown of a signaal at `nu`, from its staat then. */
export function presentSignaal(dossier: Signaaldossier): SignaalWeergave {
  const { staat, nu, teksten, gegevens, personen, organisaties } = dossier;
  const wie = (id: string) => personen[id] ?? { id, naam: id, telefoon: null };
  const welke = (id: string) => organisaties[id] ?? { id, naam: id };
  const isDicht = staat.status === 'afgesloten';
  return {
    id: dossier.id,
    nummer: dossier.nummer,
    inhoudsversie: staat.inhoudsversie,
    niveau: staat.niveau,
    status: staat.status,
    wens: staat.wens,
    urgentie: staat.urgentie,
    regio: staat.regio,
    aanZet: presentAanZet(staat, wie, welke),
    melder: wie(staat.melder),
    behandelaar: staat.behandelaar === null ? null : wie(staat.behandelaar),
    teLaat: isTeLaat(staat, nu),
    ligtStil: ligtStil(staat, nu, dossier.beleid),
    zonderOverdracht: staat.zonderOverdracht,
    termijnOp: uiterlijkOp(staat),
    termijnen: termijnen(staat).map(({ stap, soort, begonnenOp, uitleg }) => ({
      stap,
      soort,
      begonnenOp,
      laatsteDag: uitleg.laatsteDag,
      eindigtOp: uitleg.eindigtOp,
    })),
    knelpunt: teksten['knelpunt'] ?? '',
    watZouHelpen: teksten['watZouHelpen'] ?? null,
    spoedreden: teksten['spoedreden'] ?? null,
    doelgroepen: [...gegevens.doelgroepen],
    gemeente: dossier.gemeente,
    organisatie: dossier.organisatie,
    ondernomen: presentOndernomen(dossier),
    gezinWeetHet: gegevens.gezinWeetHet,
    besluit: gegevens.besluit && {
      ...gegevens.besluit,
      bezwaarTotDatum: bezwaartermijn(gegevens.besluit.datum, staat.kalender),
    },
    knelpunttypen: [...gegevens.knelpunttypen],
    wetten: [...gegevens.wetten],
    leefgebieden: [...gegevens.leefgebieden],
    leeftijdscategorie: gegevens.leeftijdscategorie,
    uitkomst: staat.uitkomst,
    systeemreden: staat.uitkomst === 'niet_oplosbaar' ? dossier.systeemreden : null,
    afsluiting: staat.afsluiting,
    ingediendOp: dossier.ingediendOp,
    laatsteOp: staat.laatsteOp,
    afgeslotenOp: isDicht ? dossier.afgeslotenOp : null,
    wachtOpVerzending: dossier.wachtOpVerzending,
  };
}

/** The version of what is shown, for If-Match. */
export function etagVan({ inhoudsversie }: Pick<SignaalWeergave, 'inhoudsversie'>): string {
  return `"${inhoudsversie}"`;
}

function presentAanZet(
  staat: Staat,
  wie: (id: string) => z.infer<typeof PersoonSchema>,
  welke: (id: string) => z.infer<typeof OrganisatieKort>,
): SignaalWeergave['aanZet'] {
  const zet = aanZet(staat);
  switch (zet?.soort) {
    case undefined:
      return null;
    case 'niveau':
      return { soort: 'niveau', niveau: zet.niveau };
    case 'persoon':
      return { soort: 'persoon', persoon: wie(zet.persoon) };
    case 'partij': {
      const organisatie = staat.verzoeken.find(({ id }) => id === zet.verzoek)?.organisatie ?? null;
      return { soort: 'partij', organisatie: organisatie === null ? null : welke(organisatie), verzoek: zet.verzoek };
    }
    case 'niemand':
      return { soort: 'niemand', totEnMetDatum: zet.tot };
  }
}

function presentOndernomen({ gegevens, teksten }: Signaaldossier): SignaalWeergave['ondernomen'] {
  return gegevens.pogingen.map(({ organisatie, datum }, i) => ({
    organisatie,
    partij: teksten[`poging.${i}.partij`] ?? '',
    datum,
    antwoord: teksten[`poging.${i}.antwoord`] ?? null,
  }));
}
