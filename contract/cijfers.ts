import * as z from 'zod';

import type { Cijfertelling, Cijfervraag } from '#db/queries/cijfers.ts';
import { codesVan, type Uitkomst } from '#domain/beleid/codelijsten.ts';
import { type Regio, type Regiocode as Regioofgeen, REGIOS } from '#domain/beleid/regios.ts';
import { heeftRol, type Kijker } from '#domain/bevoegdheden.ts';
import type { Noemer } from '#domain/rapport/noemers.ts';
import { beginVan, type Datum, plusDagen } from '#domain/tijd/amsterdam.ts';
import type { Kalender } from '#domain/tijd/feestdagen.ts';
import { maandenIn, TIJDVAKNAAM, type Tijdvak, type Tijdvaknaam } from '#domain/tijd/tijdvak.ts';
import { vrijeWeekdagen } from '#domain/tijd/werkdagen.ts';

import { code, datum, Ketenpartnertype, Niveau, Regiocode, Systeemreden, Uitkomst as Uitkomstschema } from './basis.ts';
import { clientencijfers, Clientencijfers } from './clientencijfers.ts';
import { toon, vanZaken } from './kijker.ts';
import { OrganisatieKort } from './signaal-delen.ts';
import { Effecten, effectenVan, perSluitveld, Sluitingen } from './sluitingen.ts';
import type { Velden } from './velden.ts';

/** Of fewer than these no share or median is told: it would say something of a family, and little else (ADR 0041). */
export const TE_WEINIG = 5;

/** Worked on to its end by people; not what was only reported, withdrawn or taken up in another. */
export const AFGEHANDELD = [
  'opgelost',
  'deels_opgelost',
  'niet_oplosbaar',
  'doorverwezen',
  'verder_in_patroon',
] as const satisfies readonly Uitkomst[];
export const OPGELOST = ['opgelost', 'deels_opgelost'] as const satisfies readonly Uitkomst[];

/** Days back from today at which what is open gets older, the oldest first. */
const LEEFTIJDEN = [182, 91, 56, 28] as const;
/** Long before anything that is still open was filed. */
const TIEN_JAAR = 3653;

export const Cijfervragen = z.strictObject({
  regio: z
    .enum(Regiocode.options)
    .optional()
    .meta({ description: 'Alleen deze regio. Weglaten: alle die u mag zien.' }),
  tijdvak: code(7, TIJDVAKNAAM)
    .optional()
    .meta({ description: 'Een jaar of een kwartaal. Weglaten: deze maand en de elf ervoor.', example: '2027-K2' }),
});

const TIJDVAK_FOUT = 'Dit is geen jaar of kwartaal. Schrijf een jaar als 2027, of een kwartaal als 2027-K2.';
const REGIO_FOUT = 'Deze regio kennen wij niet. Kies West, Oost, Zuid, Midden of Noord.';

/** What is wrong with what was asked. A client that names a region hears which codes there are. */
export const CIJFERVRAAGZINNEN: Velden<z.input<typeof Cijfervragen>> = {
  regio: { keuze: REGIO_FOUT, type: REGIO_FOUT },
  tijdvak: { vorm: TIJDVAK_FOUT, te_lang: TIJDVAK_FOUT, type: TIJDVAK_FOUT },
};

const aantal = (description: string) => z.int().min(0).meta({ description });
const werkdagen = (description: string) =>
  z
    .int()
    .min(0)
    .nullable()
    .meta({ description: `${description} null: minder dan ${TE_WEINIG}.` });

const ANTWOORDEN = {
  vragen: aantal('Vragen.'),
  signalen: aantal('Signalen waarin dat is gevraagd.'),
  beantwoord: aantal('Vragen waarop een antwoord kwam.'),
  stil: aantal('Vragen waarop niemand antwoordde, ook hoger in de organisatie niet.'),
  mediaan: werkdagen('De helft van de antwoorden kwam binnen zoveel werkdagen.'),
};

export const Cijfers = vanZaken(
  z
    .strictObject({
      tijdvak: z.string().nullable().meta({ description: 'Het gevraagde jaar of kwartaal.' }),
      vanafDatum: datum('De eerste dag waarover is geteld.'),
      totEnMetDatum: datum('De laatste dag waarover is geteld: op zijn laatst vandaag.'),
      instroom: z
        .array(
          z.strictObject({
            vanafDatum: datum('De eerste dag van de maand.'),
            totEnMetDatum: datum('De laatste dag ervan, of vandaag.'),
            aantal: aantal('Ingediende signalen.'),
            regios: z.array(
              z.strictObject({ regio: Regiocode.or(z.literal('ONBEKEND')), aantal: aantal('In deze regio.') }),
            ),
          }),
        )
        .meta({ description: 'Per maand, de oudste eerst.' }),
      open: z
        .array(
          z.strictObject({
            vanafDatum: datum('Ingediend op of na deze dag.').nullable(),
            totEnMetDatum: datum('Ingediend op of voor deze dag.'),
            aantal: aantal('Open signalen.'),
          }),
        )
        .meta({ description: 'Wat nu open is, naar hoe lang geleden het is ingediend; het oudste eerst.' }),
      teLaat: z.array(
        z.strictObject({
          niveau: Niveau,
          open: aantal('Signalen die nu open zijn.'),
          teLaat: aantal('Waarvan een termijn voorbij is.'),
        }),
      ),
      doorlooptijd: z
        .array(
          z.strictObject({
            niveau: Niveau,
            signalen: aantal('Signalen die in deze dagen klaar waren op dit niveau, of er weg gingen.'),
            mediaan: werkdagen('De helft was binnen zoveel werkdagen klaar of weg.'),
            negentig: werkdagen('Negen van de tien waren binnen zoveel werkdagen klaar of weg.'),
          }),
        )
        .meta({ description: 'Van aankomst op een niveau tot de uitkomst, of tot het naar een ander niveau ging.' }),
      afgehandeld: z
        .array(
          z.strictObject({
            niveau: Niveau,
            aantal: aantal('Afgesloten met een uitkomst, en nog steeds dicht.'),
            uitkomsten: z.array(z.strictObject({ uitkomst: Uitkomstschema, aantal: aantal('Met deze uitkomst.') })),
          }),
        )
        .meta({ description: 'Wat in deze dagen is afgesloten, naar waar dat gebeurde.' }),
      redenen: z
        .array(z.strictObject({ systeemreden: Systeemreden, aantal: aantal('Signalen met deze reden.') }))
        .meta({ description: 'Waarom iets niet op te lossen was; het meeste eerst.' }),
      sluitingen: Sluitingen,
      effecten: Effecten,
      ketenpartners: z
        .array(z.strictObject({ type: Ketenpartnertype, ...ANTWOORDEN }))
        .meta({ description: 'Wat aan ketenpartners is gevraagd, per soort; waar het meest werd gevraagd eerst.' }),
      organisaties: z.array(z.strictObject({ organisatie: OrganisatieKort, ...ANTWOORDEN })).meta({
        description: `Hetzelfde per organisatie met ten minste ${TE_WEINIG} vragen, in signalen die u leest; de stilste eerst.`,
      }),
      regios: z
        .array(
          z.strictObject({
            regio: Regiocode.or(z.literal('ONBEKEND')),
            instroom: aantal('Ingediend in deze dagen.'),
            open: aantal('Nu open.'),
            teLaat: aantal('Nu te laat.'),
            afgehandeld: aantal('Afgesloten met een uitkomst in deze dagen.'),
            opgelost: aantal('Waarvan opgelost, helemaal of voor een deel.'),
          }),
        )
        .meta({ description: 'Dezelfde getallen per regio.' }),
      clienten: Clientencijfers,
    })
    .meta({ id: 'Cijfers', description: 'Hoe het staat met de signalen die u mag zien.' }),
);

/** The regions of which this person gets figures, null for all; undefined when these are not theirs. */
export function cijferregios(kijker: Kijker, regio: Regio | undefined): readonly Regio[] | null | undefined {
  const landelijk = heeftRol(kijker, 'landelijk_team') || heeftRol(kijker, 'programmaleiding');
  if (landelijk) return regio === undefined ? null : [regio];
  if (!heeftRol(kijker, 'regiocoordinator')) return undefined;
  if (regio === undefined) return kijker.regios;
  return kijker.regios.includes(regio) ? [regio] : undefined;
}

/** What is asked of the database about those days. */
export function cijfervraag(
  regios: readonly Regio[] | null,
  { van, totEnMet }: Tijdvak,
  vandaag: Datum,
  kalender: Kalender,
): Cijfervraag {
  return {
    regios,
    vanaf: beginVan(van),
    voor: beginVan(plusDagen(totEnMet, 1)),
    maanden: maandenIn({ van, totEnMet }).map((maand) => beginVan(maand.van)),
    grenzen: LEEFTIJDEN.map((dagen) => beginVan(plusDagen(vandaag, 1 - dagen))),
    uitkomsten: AFGEHANDELD,
    genoeg: TE_WEINIG,
    // What was asked in those days may be answered after them.
    vrij: vrijeWeekdagen(plusDagen(van, -TIEN_JAAR), totEnMet > vandaag ? totEnMet : vandaag, kalender),
  };
}

/** Which days were asked about, and which day it is. */
interface Cijfermoment {
  tijdvak: Tijdvaknaam | null;
  dagen: Tijdvak;
  vandaag: Datum;
}

export function presentCijfers(
  telling: Cijfertelling,
  { regios, noemers }: { regios: readonly Regio[] | null; noemers: readonly Noemer[] },
  { tijdvak, dagen, vandaag }: Cijfermoment,
  kijker: Kijker,
): z.infer<typeof Cijfers> {
  const niveaus = codesVan('niveau');
  return toon(kijker, {
    tijdvak,
    vanafDatum: dagen.van,
    totEnMetDatum: dagen.totEnMet,
    instroom: maandenIn(dagen).map(({ van, totEnMet }, i) => {
      const maand = telling.instroom.filter((een) => een.maand === i + 1);
      return {
        vanafDatum: van,
        totEnMetDatum: totEnMet,
        aantal: som(maand),
        regios: regiocodes(regios).map((regio) => ({ regio, aantal: som(maand.filter((een) => een.regio === regio)) })),
      };
    }),
    open: [null, ...LEEFTIJDEN].map((oud, vak) => {
      const jonger = LEEFTIJDEN[vak];
      return {
        vanafDatum: oud === null ? null : plusDagen(vandaag, 1 - oud),
        totEnMetDatum: jonger === undefined ? vandaag : plusDagen(vandaag, -jonger),
        aantal: som(telling.open.filter((een) => een.vak === vak)),
      };
    }),
    teLaat: niveaus.map((niveau) => ({ niveau, ...openVan(telling.teLaat.filter((een) => een.niveau === niveau)) })),
    doorlooptijd: niveaus.map((niveau) => {
      const een = telling.doorlooptijd.find((rij) => rij.niveau === niveau);
      if (een === undefined) return { niveau, signalen: 0, mediaan: null, negentig: null };
      const { signalen, verblijven, mediaan, negentig } = een;
      const genoeg = verblijven >= TE_WEINIG;
      return { niveau, signalen, mediaan: genoeg ? mediaan : null, negentig: genoeg ? negentig : null };
    }),
    afgehandeld: niveaus.map((niveau) => {
      const hier = telling.afgehandeld.filter((een) => een.niveau === niveau);
      const met = (uitkomst: Uitkomst) => som(hier.filter((een) => een.uitkomst === uitkomst));
      return {
        niveau,
        aantal: som(hier),
        uitkomsten: AFGEHANDELD.map((uitkomst) => ({ uitkomst, aantal: met(uitkomst) })),
      };
    }),
    redenen: telling.redenen.toSorted((een, ander) => ander.aantal - een.aantal),
    sluitingen: perSluitveld(([als]) => som(telling.geteld.filter((een) => een.als === als))),
    effecten: effectenVan(telling.effecten),
    ketenpartners: telling.ketenpartners.map(metTempo).toSorted((een, ander) => ander.vragen - een.vragen),
    organisaties: telling.organisaties
      .map(({ id, naam, ...een }) => ({ organisatie: { id, naam }, ...metTempo(een) }))
      .toSorted((een, ander) => ander.stil / ander.vragen - een.stil / een.vragen || ander.vragen - een.vragen),
    regios: regiocodes(regios).map((regio) => regiotelling(telling, regio)),
    clienten: clientencijfers(telling.instroom, regiocodes(regios), noemers),
  });
}

/** Without a median of a few. */
function metTempo<T extends { beantwoord: number; mediaan: number | null }>(een: T): T {
  return een.beantwoord < TE_WEINIG ? { ...een, mediaan: null } : een;
}

/** Those that are counted apart: with none in particular also what belongs to none yet. */
function regiocodes(regios: readonly Regio[] | null): Regioofgeen[] {
  return regios === null ? REGIOS.map(({ code: een }) => een) : [...regios];
}

function regiotelling(telling: Cijfertelling, regio: Regioofgeen) {
  const hier = <T extends { regio: Regioofgeen }>(rijen: readonly T[]): T[] =>
    rijen.filter((rij) => rij.regio === regio);
  const afgehandeld = hier(telling.afgehandeld);
  const opgelost = afgehandeld.filter(({ uitkomst }) => OPGELOST.some((een) => een === uitkomst));
  return {
    regio,
    instroom: som(hier(telling.instroom)),
    ...openVan(hier(telling.teLaat)),
    afgehandeld: som(afgehandeld),
    opgelost: som(opgelost),
  };
}

function openVan(rijen: Cijfertelling['teLaat']): { open: number; teLaat: number } {
  return {
    open: som(rijen.map(({ open }) => ({ aantal: open }))),
    teLaat: som(rijen.map(({ teLaat }) => ({ aantal: teLaat }))),
  };
}

function som(reeks: readonly { aantal: number }[]): number {
  return reeks.reduce((tot, een) => tot + een.aantal, 0);
}
