import * as z from 'zod';

import { Gebruikersnaam, LANGE_TEKST, Organisatiecode, tekst, Voorstelid } from '#contract/basis.ts';
import { ORGANISATIE, PERSOON } from '#contract/zinnen.ts';

import { onbekendeOrganisaties, onbekendePersoon } from '../bestaat.ts';
import { TOELICHTING } from '../delen/toelichting.ts';
import { patroonopening, type Veldfout } from '../handeling.ts';
import { vindGevonden, VOORSTEL } from './gevonden.ts';
import { OMSCHRIJVING, Patroontitel, TITEL } from './titel.ts';

export const patroonOpenen = patroonopening({
  soort: 'patroonOpenen',
  operatie: 'openPatroon',
  samenvatting: 'Open een patroon',
  invoer: z
    .strictObject({
      titel: Patroontitel,
      omschrijving: tekst(LANGE_TEKST, 'Wat er bij meer gezinnen vastloopt, en waardoor.'),
      organisatie: Organisatiecode.optional().meta({
        description: 'De organisatie waar het om gaat. Wie daar werkt, ziet het patroon niet.',
      }),
      eigenaar: Gebruikersnaam.optional().meta({ description: 'Wie het verder brengt. Zonder dit bent u dat zelf.' }),
      voorstel: Voorstelid.optional().meta({
        description: 'Het patroonvoorstel waar het uit komt. Dan horen de signalen daarvan er meteen bij.',
      }),
      toelichting: tekst(LANGE_TEKST, 'Waarom het voorstel een patroon is. Verplicht bij een voorstel.').optional(),
    })
    .meta({ id: 'NieuwPatroon', description: 'Een patroon om te openen.' }),
  velden: {
    titel: TITEL,
    omschrijving: OMSCHRIJVING,
    organisatie: ORGANISATIE,
    eigenaar: PERSOON,
    voorstel: VOORSTEL,
    toelichting: { verplicht: 'Schrijf waarom dit voorstel een patroon is.', leeg: TOELICHTING.leeg },
  },
  opdracht: async ({ titel, omschrijving, organisatie, eigenaar, voorstel, toelichting }, situatie) => {
    const { db } = situatie;
    const uit = voorstel === undefined ? undefined : await vindGevonden(voorstel, situatie);
    const fouten: Veldfout[] = [
      ...(await onbekendeOrganisaties(db, [[['organisatie'], organisatie]])),
      ...(await onbekendePersoon(db, ['eigenaar'], eigenaar)),
      ...(uit === null ? [{ pad: ['voorstel'], soort: 'onbekend' } as const] : []),
      ...(voorstel !== undefined && toelichting === undefined
        ? [{ pad: ['toelichting'], soort: 'verplicht' } as const]
        : []),
    ];
    if (fouten.length > 0 || uit === null) return { fouten };
    return {
      organisatie: organisatie ?? null,
      ...(eigenaar !== undefined && { eigenaar }),
      ...(uit !== undefined && { uit }),
      tekst: { titel, omschrijving, ...(toelichting !== undefined && { toelichting }) },
    };
  },
});
