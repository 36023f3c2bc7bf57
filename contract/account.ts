import * as z from 'zod';

import type { Accountwijziging, GetoondAccount } from '#db/queries/accounts.ts';
import { type Account, ACCOUNTREGELS, ACCOUNTROLLEN } from '#domain/accounts.ts';
import { REGIOCODES } from '#domain/beleid/regios.ts';
import { isDatum } from '#domain/tijd/amsterdam.ts';

import {
  datum,
  eenRegel,
  Emailadres,
  Gebruikersnaam,
  KORTE_TEKST,
  LIMIET,
  naam,
  Organisatiecode,
  Regiocode,
  Rol,
  telefoon,
  tijdstip,
  zoektekst,
} from './basis.ts';
import { metRegels } from './regels.ts';
import type { Velden } from './velden.ts';
import { EMAIL, NAAM, ORGANISATIE, PERSOON } from './zinnen.ts';

export const PadGebruiker = z.strictObject({ gebruiker: Gebruikersnaam });

export const Accountvragen = z.strictObject({
  tekst: zoektekst('Een stuk van de naam.', 'post').optional(),
  rol: Rol.optional(),
  regio: Regiocode.optional(),
  actief: z.boolean().optional().meta({ description: 'Alleen accounts die vandaag werken, of juist niet.' }),
  limiet: LIMIET,
  cursor: Gebruikersnaam.optional().meta({ description: 'Ga verder na dit punt: de cursor uit het vorige antwoord.' }),
});

const GEGEVENS = {
  naam: naam('Naam.', 'Hilde Postma'),
  email: Emailadres,
  telefoon: telefoon('Telefoonnummer op het werk.', '06 1234 5611'),
  rollen: z
    .array(z.enum(ACCOUNTROLLEN))
    .min(1)
    .max(ACCOUNTROLLEN.length)
    .refine(isElkEenKeer, { params: { soort: 'dubbel' } })
    .meta({ description: 'Wat deze persoon mag.' }),
  regios: z
    .array(Regiocode)
    .max(REGIOCODES.length)
    .refine(isElkEenKeer, { params: { soort: 'dubbel' } })
    .meta({ description: 'De regio’s waarvoor een regiocoördinator werkt; anders leeg.' }),
  thuisregio: Regiocode.nullable().meta({ description: 'De eigen regio. null: geen.' }),
  organisatie: Organisatiecode.nullable().meta({
    description: 'De werkgever, als dat een ketenpartner is: over die organisatie ziet deze persoon niets. null: geen.',
  }),
  vanDatum: datum('De eerste dag waarop het account werkt. null: altijd al.').nullable(),
  totEnMetDatum: datum('De laatste dag waarop het account werkt. null: zonder einde.', '2027-12-31').nullable(),
};
const REDEN = eenRegel(KORTE_TEKST, 'Waarom u dit wijzigt. Dit blijft erbij staan.', 'Hilde begint op 1 maart.');

/** An account as it is sent, whatever else is with it. */
type Gegevens = { [K in keyof typeof GEGEVENS]: z.output<(typeof GEGEVENS)[K]> };

/** They also look at fields that are wrong by themselves. */
const REGELS = [
  regioregel('te_weinig', ACCOUNTREGELS.regio_ontbreekt),
  regioregel('overbodig', ACCOUNTREGELS.regio_overbodig),
  {
    veld: 'totEnMetDatum',
    soort: 'volgorde',
    klopt: ({ vanDatum: van = null, totEnMetDatum: tot = null }: Partial<Gegevens>) =>
      ![van, tot].every((dag) => dag === null || isDatum(dag)) || ACCOUNTREGELS.dagen_andersom({ van, tot }),
  } as const,
];

function regioregel(soort: string, klopt: (account: Pick<Gegevens, 'rollen' | 'regios'>) => boolean) {
  return {
    veld: 'regios' as const,
    soort,
    klopt: ({ rollen, regios }: Partial<Gegevens>) =>
      !Array.isArray(rollen) || !Array.isArray(regios) || klopt({ rollen, regios }),
  };
}

export const NieuweGebruiker = metRegels(
  z.strictObject({
    id: Gebruikersnaam.meta({ description: 'De sub van de OpenID-provider.', example: 'coordinator.noord' }),
    ...GEGEVENS,
    reden: REDEN,
  }),
  REGELS,
).meta({ id: 'NieuweGebruiker', description: 'Een account dat erbij komt.' });

export const Gebruikerwijziging = metRegels(z.strictObject({ ...GEGEVENS, reden: REDEN }), REGELS).meta({
  id: 'Gebruikerwijziging',
  description: 'Hoe een account wordt. Stuur alles mee, ook wat hetzelfde blijft.',
});

/** Only when an account ends, and why. */
export const Accounteinde = z
  .strictObject({ totEnMetDatum: datum('De laatste dag waarop het account werkt.', '2027-12-31'), reden: REDEN })
  .meta({ id: 'Accounteinde', description: 'Wanneer een account eindigt.' });

const ZINNEN: Velden<z.input<typeof Gebruikerwijziging>> = {
  naam: NAAM,
  email: EMAIL,
  telefoon: { verplicht: 'Geef het telefoonnummer.', leeg: 'Geef het telefoonnummer.' },
  rollen: {
    verplicht: 'Kies minstens één rol.',
    te_weinig: 'Kies minstens één rol.',
    te_veel: 'Noem elke rol één keer.',
    dubbel: 'Noem elke rol één keer.',
  },
  regios: {
    verplicht: 'Geef de regio’s van een regiocoördinator, of een lege lijst.',
    te_weinig: 'Een regiocoördinator heeft minstens één regio.',
    te_veel: 'Noem elke regio één keer.',
    dubbel: 'Noem elke regio één keer.',
    overbodig: 'Regio’s horen alleen bij een regiocoördinator. Laat de lijst leeg.',
  },
  thuisregio: { verplicht: 'Geef de eigen regio, of null.' },
  organisatie: { verplicht: 'Geef de werkgever, of null.', ...ORGANISATIE, te_lang: ORGANISATIE.vorm },
  vanDatum: { verplicht: 'Geef de eerste dag, of null.' },
  totEnMetDatum: {
    verplicht: 'Geef de laatste dag, of null.',
    volgorde: 'De laatste dag komt niet voor de eerste.',
  },
  reden: { verplicht: 'Vertel waarom u dit wijzigt.', leeg: 'Vertel waarom u dit wijzigt.' },
};
export const WIJZIGINGZINNEN = ZINNEN;
export const EINDEZINNEN: Velden<z.input<typeof Accounteinde>> = {
  totEnMetDatum: { ...ZINNEN.totEnMetDatum, verplicht: 'Kies de laatste dag.' },
  reden: ZINNEN.reden,
};
export const GEBRUIKERZINNEN: Velden<z.input<typeof NieuweGebruiker>> = {
  ...ZINNEN,
  id: { verplicht: 'Geef het id: de sub van de OpenID-provider.', vorm: PERSOON.vorm, te_lang: PERSOON.vorm },
};

/** What is shown of an account to its person too. */
export const ACCOUNTGEGEVENS = {
  naam: z.string().meta({ description: 'Naam.' }),
  email: z.string().meta({ description: 'E-mailadres.' }),
  telefoon: z.string().meta({ description: 'Telefoonnummer.' }),
  rollen: z.array(Rol).meta({ description: 'Rollen.' }),
  regios: z.array(Regiocode).meta({ description: 'De regio’s waarvoor deze persoon coördineert.' }),
  thuisregio: Regiocode.nullable().meta({ description: 'De eigen regio.' }),
  organisatie: z.string().nullable().meta({ description: 'Id van de werkgever.' }),
};

const STAND = {
  id: z.string().meta({ description: 'Id van de gebruiker.' }),
  ...ACCOUNTGEGEVENS,
  vanDatum: z.iso.date().nullable().meta({ description: 'De eerste dag. null: altijd al.' }),
  totEnMetDatum: z.iso.date().nullable().meta({ description: 'De laatste dag. null: zonder einde.' }),
};
const Accountstand = z.strictObject(STAND).meta({ id: 'Accountstand', description: 'Wat er van een account stond.' });

export const AccountSchema = z
  .strictObject({ ...STAND, actief: z.boolean().meta({ description: 'Of het account vandaag werkt.' }) })
  .meta({ id: 'Account', description: 'Een gebruiker zoals functioneel beheer die bijhoudt.' });

export const Accountlijst = z
  .strictObject({
    gebruikers: z.array(AccountSchema).meta({ description: 'Op volgorde van naam.' }),
    cursor: z.string().nullable().meta({ description: 'Voor de volgende bladzijde. null: dit is de laatste.' }),
  })
  .meta({ id: 'Accountlijst', description: 'Een bladzijde met accounts.' });

export const Accountwijzigingenlijst = z
  .strictObject({
    wijzigingen: z
      .array(
        z
          .strictObject({
            door: z
              .strictObject({
                id: z.string().meta({ description: 'Account.' }),
                naam: z.string().meta({ description: 'Naam.' }),
              })
              .nullable()
              .meta({ description: 'Wie het deed. null: een opdracht op de server.' }),
            op: tijdstip('Wanneer.'),
            reden: z.string().nullable().meta({ description: 'Waarom. null: gewist.' }),
            voor: Accountstand.nullable().meta({ description: 'Wat er stond. null: het account is nieuw, of gewist.' }),
            na: Accountstand.nullable().meta({ description: 'Wat er kwam te staan. null: gewist.' }),
          })
          .meta({ id: 'Accountwijziging', description: 'Een wijziging van een account.' }),
      )
      .meta({ description: 'De laatste 200 wijzigingen, de nieuwste eerst.' }),
  })
  .meta({ id: 'Accountwijzigingenlijst', description: 'Wie een account wijzigde, wanneer en waarom.' });

export function presentAccount({ actief, versie: _versie, ...account }: GetoondAccount): z.infer<typeof AccountSchema> {
  return { ...presentStand(account), actief };
}

export function presentAccountwijziging({ voor, na, ...rest }: Accountwijziging) {
  return { ...rest, voor: voor === null ? null : presentStand(voor), na: na === null ? null : presentStand(na) };
}

function presentStand({ van, tot, rollen, regios, ...rest }: Account): z.infer<typeof Accountstand> {
  return { ...rest, rollen: [...rollen], regios: [...regios], vanDatum: van, totEnMetDatum: tot };
}

/** The account that a request describes. */
export function accountVan(
  id: string,
  { vanDatum: van, totEnMetDatum: tot, reden: _reden, ...gegevens }: z.output<typeof Gebruikerwijziging>,
): Account {
  return { ...gegevens, id, van, tot };
}

function isElkEenKeer(waarden: readonly unknown[]): boolean {
  return new Set(waarden).size === waarden.length;
}
