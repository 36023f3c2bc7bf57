import * as z from 'zod';

import type { Gelezenlogregel } from '#db/queries/logboek.ts';
import { zinnenBij } from '#domain/audit/bevindingzinnen.ts';
import { BEVINDINGSOORTEN, type Controleverslag } from '#domain/audit/controle.ts';
import { AFLOPEN, INGANGEN, VERRICHTINGEN } from '#domain/audit/logregel.ts';

import { datum, Gebruikersnaam, LIMIET, Signaalnummer, tijdstip } from './basis.ts';
import type { Velden } from './velden.ts';

const Verrichtingcode = z.enum(VERRICHTINGEN).meta({ id: 'Verrichting', description: 'Een soort verrichting.' });

export const Logboekvragen = z.strictObject({
  persoon: Gebruikersnaam.optional().meta({ description: 'Alleen wat dit account deed.' }),
  signaal: Signaalnummer.optional().meta({ description: 'Alleen wat over het signaal met dit nummer gaat.' }),
  verrichting: Verrichtingcode.optional(),
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

export const LOGBOEKZINNEN: Velden<z.input<typeof Logboekvragen>> = {
  persoon: {
    vorm: 'Wij kennen niemand die zo heet. Vul een naam in, of een account zoals coordinator.noord.',
    te_lang: 'Vul een account in, zoals coordinator.noord.',
  },
  signaal: {
    vorm: 'Vul het hele nummer in, zoals S-2027-0001.',
    te_lang: 'Vul het hele nummer in, zoals S-2027-0001.',
  },
  verrichting: { keuze: 'Kies uit de lijst.' },
  vanDatum: { datum: 'Vul een dag in die bestaat, zoals 25-3-2027.' },
  totEnMetDatum: { datum: 'Vul een dag in die bestaat, zoals 25-3-2027.' },
  limiet: {},
  cursor: {},
};

const Wie = z
  .strictObject({ id: z.string().meta({ description: 'Account.' }), naam: z.string().meta({ description: 'Naam.' }) })
  .nullable();

const LogregelSchema = z
  .strictObject({
    nr: z.int().meta({ description: 'De plaats in het logboek. Er kunnen nummers ontbreken.' }),
    op: tijdstip('Wanneer.'),
    verrichting: Verrichtingcode,
    operatie: z.string().meta({
      description: 'De bewerking, de daad of de mijlpaal. Van een pagina of de API de methode en het adres.',
      example: 'GET /signalen/:nummer',
    }),
    afloop: z.enum(AFLOPEN).meta({ description: 'Hoe het afliep.' }),
    code: z.string().nullable().meta({ description: 'Waarom het werd geweigerd. null: het is niet geweigerd.' }),
    persoon: Wie.meta({ description: 'Wie. null: iemand met een link, iemand die niet was ingelogd, of de klok.' }),
    rollen: z.array(z.string()).meta({ description: 'De rollen van die persoon op dat moment.' }),
    organisatie: z.string().nullable().meta({ description: 'Voor welke ketenpartner diegene werkte.' }),
    namens: Wie.meta({ description: 'Voor welke afwezige collega.' }),
    metLink: z.boolean().meta({ description: 'Of het met de link uit een mail was.' }),
    signaal: z.string().nullable().meta({ description: 'Nummer van het signaal.' }),
    object: z
      .string()
      .nullable()
      .meta({ description: 'Waar het anders over ging.', example: 'gebruiker:metgezel.noord' }),
    ingang: z.enum(INGANGEN).meta({ description: 'Langs welke weg.' }),
    spoor: z.string().meta({ description: 'Wat bij één verzoek hoort (W3C trace id).' }),
    adres: z.string().nullable().meta({ description: 'Het netwerkadres.' }),
    getoond: z.array(z.string()).meta({ description: 'De nummers van de signalen die erbij te zien waren.' }),
    gebeurtenissen: z.array(z.string()).meta({ description: 'Wat er met het signaal gebeurde, in codes.' }),
    vraag: z.record(z.string(), z.string()).meta({ description: 'Waarop is gezocht; van woorden een vingerafdruk.' }),
    velden: z.array(z.string()).meta({ description: 'Welke velden zijn veranderd.' }),
    voor: z.record(z.string(), z.unknown()).nullable().meta({
      description: 'Wat er stond; van een mailadres of telefoonnummer een vingerafdruk. null: niets, of gewist.',
    }),
    na: z
      .record(z.string(), z.unknown())
      .nullable()
      .meta({ description: 'Wat er kwam te staan. null: niets, of gewist.' }),
  })
  .meta({ id: 'Logregel', description: 'Eén verrichting: wie, wat, waarmee, wanneer, vanwaar, en hoe het afliep.' });

export const Logboekblad = z
  .strictObject({
    logregels: z.array(LogregelSchema).meta({ description: 'De nieuwste eerst.' }),
    cursor: z.int().nullable().meta({ description: 'Voor de volgende bladzijde. null: dit is de laatste.' }),
  })
  .meta({ id: 'Logboekblad', description: 'Een bladzijde van het logboek.' });

export const Controlevraag = z
  .strictObject({ vanafDatum: datum('Controleer wat vanaf deze dag is verzegeld.') })
  .meta({ id: 'Controlevraag', description: 'Vanaf welke dag het logboek wordt gecontroleerd.' });
export const CONTROLEZINNEN: Velden<z.input<typeof Controlevraag>> = {
  vanafDatum: { verplicht: 'Kies vanaf welke dag u controleert.', datum: 'Kies een dag die bestaat.' },
};

export const TE_VEEL_REGELS =
  'Zo veel controleert u hier niet in één keer. Kies een latere dag, of laat functioneel beheer "npm run audit:verify" draaien.';

export const Controleuitslag = z
  .strictObject({
    regels: z.int().meta({ description: 'Hoeveel regels zijn gelezen.' }),
    zegels: z.int().meta({ description: 'Onder hoeveel zegels.' }),
    onverzegeld: z.int().meta({ description: 'Hoeveel regels nog geen zegel hebben.' }),
    opgeruimdTotEnMetDatum: datum('Tot en met deze dag zijn regels na hun bewaartermijn verwijderd.').nullable(),
    bevindingen: z
      .array(
        z
          .strictObject({
            soort: z.enum(BEVINDINGSOORTEN).meta({ description: 'Wat er niet klopt.' }),
            waar: z.string().meta({ description: 'De dag, het zegel en de regels.' }),
            wat: z.string().meta({ description: 'Wat er niet klopt, in een zin.' }),
            doe: z.string().meta({ description: 'Wat u nu doet.' }),
          })
          .meta({ id: 'Ketenbevinding', description: 'Iets dat niet klopt.' }),
      )
      .meta({ description: 'Leeg: het logboek klopt.' }),
  })
  .meta({ id: 'Controleuitslag', description: 'Wat de controle van het logboek vond.' });

/** A page out of one line more than was asked. */
export function presentLogboek(regels: readonly Gelezenlogregel[], limiet: number): z.infer<typeof Logboekblad> {
  const blad = regels.slice(0, limiet);
  return {
    logregels: blad.map(({ bijzonderheden, link, nummer, ...regel }) => ({
      ...regel,
      metLink: link !== null,
      signaal: nummer,
      getoond: [...(bijzonderheden.getoond ?? [])],
      gebeurtenissen: [...(bijzonderheden.gebeurtenissen ?? [])],
      vraag: { ...bijzonderheden.vraag },
      velden: [...(bijzonderheden.velden ?? [])],
    })),
    cursor: regels.length > limiet ? (blad.at(-1)?.nr ?? null) : null,
  };
}

export function presentControle({
  bevindingen,
  opgeruimdTotEnMet: opgeruimdTotEnMetDatum,
  ...tellingen
}: Controleverslag): z.infer<typeof Controleuitslag> {
  return {
    ...tellingen,
    opgeruimdTotEnMetDatum,
    bevindingen: bevindingen.map((bevinding) => ({ soort: bevinding.soort, ...zinnenBij(bevinding) })),
  };
}
