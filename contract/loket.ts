import * as z from 'zod';

import type { Loket, Loketgegevens, Loketwijziging, Sluiting } from '#db/queries/loketten.ts';
import { LOKETWIJZIGINGEN } from '#domain/beleid/loketwijzigingen.ts';

import { datum, eenRegel, Emailadres, KORTE_TEKST, naam, Organisatiecode, telefoon, tijdstip } from './basis.ts';
import type { Velden } from './velden.ts';
import { EMAIL, NAAM, TOT_EN_MET, VANAF } from './zinnen.ts';

/** To who may not change where an organisatie is reached. */
export const ALLEEN_EIGEN_LOKETTEN =
  'U wijzigt alleen de loketten van organisaties die nergens anders werken dan in uw regio. Vraag het aan het landelijk team.';

export const PadOrganisatie = z.strictObject({ organisatie: Organisatiecode });
export const PadLoket = z.strictObject({
  organisatie: Organisatiecode,
  loket: z.uuid().meta({ description: 'Id van het loket.', example: '0192d000-0000-7000-8000-000000000001' }),
});
export const PadSluiting = z.strictObject({
  organisatie: Organisatiecode,
  van: datum('De eerste dag van de sluiting.', '2027-05-05'),
});

const CONTACT = {
  naam: naam('Naam van de persoon.', 'Marieke Dijkstra'),
  email: Emailadres.meta({ description: 'E-mailadres.', example: 'wmo.groningen@voorbeeld.nl' }),
  telefoon: telefoon('Telefoonnummer.', '050 123 45 01'),
};
const NieuwContact = z
  .strictObject(CONTACT)
  .meta({ id: 'NieuwLoketcontact', description: 'Een persoon bij een organisatie.' });

const REDEN = eenRegel(KORTE_TEKST, 'Waarom u dit wijzigt. Dit blijft erbij staan.', 'Marieke is met pensioen.');

export const NieuwLoket = z
  .strictObject({
    naam: eenRegel(KORTE_TEKST, 'Hoe het loket heet.', 'Wmo-loket'),
    contact: NieuwContact.meta({ description: 'Wie daar antwoordt.' }),
    escalatie: NieuwContact.optional().meta({ description: 'Wie het krijgt als het loket niet antwoordt.' }),
    reden: REDEN,
  })
  .meta({ id: 'NieuwLoket', description: 'Een loket van een ketenpartner.' });

const CONTACTZINNEN = {
  naam: NAAM,
  email: EMAIL,
  telefoon: { verplicht: 'Geef het telefoonnummer.', leeg: 'Geef het telefoonnummer.' },
};
const REDENZINNEN = { verplicht: 'Vertel waarom u dit wijzigt.', leeg: 'Vertel waarom u dit wijzigt.' };

export const LOKETZINNEN: Velden<z.input<typeof NieuwLoket>> = {
  naam: NAAM,
  contact: { verplicht: 'Vertel wie daar antwoordt.', velden: CONTACTZINNEN },
  escalatie: { velden: CONTACTZINNEN },
  reden: REDENZINNEN,
};

export const Loketbeeindiging = z
  .strictObject({ reden: REDEN })
  .meta({ id: 'Loketbeeindiging', description: 'Waarom een loket sluit.' });

export const BEEINDIGINGZINNEN: Velden<z.input<typeof Loketbeeindiging>> = { reden: REDENZINNEN };

export const NieuweSluiting = z
  .strictObject({
    vanDatum: datum('De eerste dag.', '2027-05-05'),
    totEnMetDatum: datum('De laatste dag.', '2027-05-07'),
    reden: eenRegel(KORTE_TEKST, 'Waarom.', 'Zomersluiting'),
  })
  .meta({ id: 'NieuweSluiting', description: 'Een tijd waarin een organisatie gesloten is.' });

export const SLUITINGZINNEN: Velden<z.input<typeof NieuweSluiting>> = {
  vanDatum: VANAF,
  totEnMetDatum: { ...TOT_EN_MET, te_vroeg: 'De laatste dag komt niet voor de eerste.' },
  reden: { verplicht: 'Vertel waarom de organisatie gesloten is.', leeg: 'Vertel waarom de organisatie gesloten is.' },
};

const ContactSchema = z
  .strictObject({
    naam: z.string().meta({ description: 'Naam van de persoon.' }),
    email: z.string().meta({ description: 'E-mailadres.' }),
    telefoon: z.string().meta({ description: 'Telefoonnummer.' }),
  })
  .meta({ id: 'Loketcontact', description: 'Een persoon bij een organisatie.' });

/** When an organisatie is closed; no term waits for it. */
export const SluitingSchema = z
  .strictObject({
    vanDatum: z.iso.date().meta({ description: 'De eerste dag.' }),
    totEnMetDatum: z.iso.date().meta({ description: 'De laatste dag.' }),
    reden: z.string().meta({ description: 'Waarom.' }),
  })
  .meta({ id: 'Sluiting', description: 'Een tijd waarin een organisatie gesloten is. Termijnen lopen door.' });

export const Lokettenlijst = z
  .strictObject({
    loketten: z
      .array(
        z
          .strictObject({
            id: z.uuid().meta({ description: 'Id van het loket.' }),
            naam: z.string().meta({ description: 'Hoe het loket heet.' }),
            contact: ContactSchema.meta({ description: 'Wie daar antwoordt.' }),
            escalatie: ContactSchema.nullable().meta({ description: 'Wie het krijgt als het loket niet antwoordt.' }),
            actief: z.boolean().meta({ description: 'Of er nog verzoeken heen gaan.' }),
          })
          .meta({ id: 'Loket', description: 'Een loket van een ketenpartner.' }),
      )
      .meta({ description: 'De loketten; die nog antwoorden eerst.' }),
    sluitingen: z.array(SluitingSchema).meta({ description: 'Wanneer de organisatie gesloten is, vanaf vandaag.' }),
  })
  .meta({ id: 'Lokettenlijst', description: 'Bij wie u terechtkunt, en wanneer niet.' });

export function presentLoketten(
  loketten: readonly Loket[],
  sluitingen: readonly Sluiting[],
): z.infer<typeof Lokettenlijst> {
  return {
    loketten: loketten.map(({ organisatie: _organisatie, ...loket }) => loket),
    sluitingen: sluitingen.map(presentSluiting),
  };
}

export function presentSluiting({ van, tot, reden }: Sluiting): z.infer<typeof SluitingSchema> {
  return { vanDatum: van, totEnMetDatum: tot, reden };
}

const Loketstand = z
  .strictObject({
    naam: z.string().meta({ description: 'Hoe het loket heet.' }),
    contact: ContactSchema.meta({ description: 'Wie daar antwoordt.' }),
    escalatie: ContactSchema.nullable().meta({ description: 'Wie het krijgt als het loket niet antwoordt.' }),
  })
  .meta({ id: 'Loketstand', description: 'Wat er van een loket stond.' });
const Stand = z.union([Loketstand, SluitingSchema]).nullable();

export const Loketwijzigingenlijst = z
  .strictObject({
    wijzigingen: z
      .array(
        z
          .strictObject({
            soort: z.enum(LOKETWIJZIGINGEN).meta({ description: 'Wat er gebeurde.' }),
            loket: z.uuid().nullable().meta({ description: 'Welk loket; leeg bij een sluiting van de organisatie.' }),
            door: z
              .strictObject({
                id: z.string().meta({ description: 'Account.' }),
                naam: z.string().meta({ description: 'Naam.' }),
              })
              .meta({ id: 'Wijziger', description: 'Wie het deed.' }),
            op: tijdstip('Wanneer.'),
            reden: z.string().nullable().meta({ description: 'Waarom. Leeg bij het weghalen van een sluiting.' }),
            voor: Stand.meta({ description: 'Wat er stond. Leeg als het nieuw is.' }),
            na: Stand.meta({ description: 'Wat er kwam te staan. Leeg als het weg is.' }),
          })
          .meta({ id: 'Loketwijziging', description: 'Een wijziging in het adresboek.' }),
      )
      .meta({ description: 'De laatste 200 wijzigingen, de nieuwste eerst.' }),
  })
  .meta({ id: 'Loketwijzigingenlijst', description: 'Wie wat wijzigde in het adresboek, wanneer en waarom.' });

export function presentLoketwijzigingen(wijzigingen: readonly Loketwijziging[]): z.infer<typeof Loketwijzigingenlijst> {
  return {
    wijzigingen: wijzigingen.map(({ voor, na, ...rest }) => ({
      ...rest,
      voor: presentStand(voor),
      na: presentStand(na),
    })),
  };
}

function presentStand(stand: Loketwijziging['voor']): z.infer<typeof Stand> {
  return stand !== null && 'van' in stand ? presentSluiting(stand) : stand;
}

export function loketVan({ naam, contact, escalatie }: z.infer<typeof NieuwLoket>): Loketgegevens {
  return { naam, contact, escalatie: escalatie ?? null };
}
