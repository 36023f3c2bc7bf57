import type { Berichtsoort } from '#domain/signaal/berichtsoorten.ts';
import { datumVan } from '#domain/tijd/amsterdam.ts';
import { voluit } from '#domain/tijd/uitleg.ts';

import { LINK_LEEFT_NA } from '../../schrijven/partnerlink.ts';
import { moment } from '../laat.ts';
import type { Zaak } from '../zaak.ts';
import type { Tekst } from './tekst.ts';
import { anders, DE_KNOP, LIGT, totEnMet, verplaatsing } from './zinnen.ts';

/** What mostly the filer hears, and the consulent on whose behalf was filed, who opens a page by link and need do nothing. */
export const MELDER = {
  ontvangen: {
    onderwerp: ({ nummer, waarom, op }) =>
      `${waarom === 'consulent' ? `Namens u is signaal ${nummer} ingediend` : `Wij hebben signaal ${nummer} ontvangen`} op ${voluit(datumVan(op))}`,
    alineas: (zaak) =>
      zaak.waarom === 'consulent'
        ? namensU(zaak)
        : [
            `Dank u wel voor uw signaal van ${moment(zaak.op)}. Het nummer is ${zaak.nummer}.`,
            ...watNu(zaak),
            ...bezwaar(zaak),
          ],
    toont: [],
    regel: ({ waarom }) =>
      waarom === 'consulent' ? 'Dit signaal is namens u ingediend.' : 'Wij hebben uw signaal ontvangen.',
    knop: 'Bekijk uw signaal',
  },
  opgepakt: {
    onderwerp: ({ nummer }) => `Signaal ${nummer} is opgepakt`,
    alineas: (zaak) => [
      `Goed nieuws: ${zaak.behandelaar?.naam ?? 'een collega'} gaat met ${uwSignaal(zaak)} aan de slag.`,
      'Hebt u een vraag, of weet u iets nieuws? Bel dan gerust.',
    ],
    toont: ['behandelaar'],
    regel: (zaak) => `${zaak.behandelaar?.naam ?? 'Een collega'} gaat met ${uwSignaal(zaak)} aan de slag.`,
    knop: 'Bekijk uw signaal',
  },
  verplaatst: {
    onderwerp: ({ nummer, niveau }) => `Signaal ${nummer} ligt nu ${LIGT[niveau]}`,
    alineas: (zaak) => [verplaatsing(zaak), ...watNaVerplaatsing(zaak)],
    toont: ['behandelaar'],
    regel: verplaatsing,
    knop: 'Bekijk het signaal',
  },
  teruggekoppeld: {
    onderwerp: ({ nummer, waarom }) =>
      `Er is een ${waarom === 'consulent' ? 'uitkomst van' : 'antwoord op'} signaal ${nummer}`,
    alineas: (zaak) => (zaak.waarom === 'consulent' ? uitkomstVoorU(zaak) : antwoordAanU(zaak)),
    toont: ['behandelaar'],
    regel: ({ waarom }) =>
      waarom === 'consulent' ? 'Er is een uitkomst van dit signaal.' : 'Er is een antwoord op uw signaal.',
    knop: 'Lees het antwoord',
  },
  terugblik: {
    onderwerp: ({ nummer, isHerhaald }) =>
      isHerhaald ? `Herinnering: hoe gaat het nu? Uw signaal ${nummer}` : `Hoe gaat het nu? Uw signaal ${nummer}`,
    alineas: (zaak) => [
      `${zaak.isHerhaald ? 'Wij vroegen u hoe het gaat sinds uw signaal is afgesloten. Wij hebben dat nog niet gehoord.' : 'Uw signaal is een tijdje geleden afgesloten. Hoe gaat het nu?'} ${vraagHoeHetGaat(zaak)}`,
      isOplossing(zaak)
        ? 'Wilt u het ons laten weten? Ook als het niet helpt: dan kijken wij opnieuw.'
        : 'Wilt u het ons laten weten? Is er nog iets nodig, dan kijken wij opnieuw.',
    ],
    toont: ['termijn'],
    regel: (zaak) => `Hoe gaat het nu? ${vraagHoeHetGaat(zaak)}`,
    knop: 'Vertel hoe het gaat',
  },
  patroonantwoord: {
    onderwerp: ({ nummer, waarom }) =>
      `Er is een antwoord op wat ${waarom === 'consulent' ? 'namens u is gemeld' : 'u meldde'} in signaal ${nummer}`,
    alineas: ({ waarom }) => [
      `Wat ${waarom === 'consulent' ? 'namens u is gemeld' : 'u meldde'}, speelde bij meer gezinnen. Het landelijk team heeft ernaar gekeken en heeft nu een antwoord.`,
      `In Signaalpunt leest u het antwoord, en wat het voor ${waarom === 'consulent' ? 'dit' : 'uw'} signaal betekent.`,
    ],
    toont: [],
    regel: ({ waarom }) =>
      `Het landelijk team heeft een antwoord op wat ${waarom === 'consulent' ? 'namens u en door anderen is gemeld' : 'u en anderen meldden'}.`,
    knop: 'Lees het antwoord',
  },
  samengevoegd: {
    onderwerp: ({ nummer }) => `Signaal ${nummer} gaat verder in een ander signaal`,
    alineas: (zaak) => [
      `${samen(zaak)} Daarom is dit signaal gesloten.`,
      zaak.waarom === 'melder'
        ? 'U hoeft niets te doen. Het antwoord op dat signaal krijgt u ook. Weet u iets nieuws? Vul uw signaal dan aan: wij geven het door.'
        : 'U hoeft niets te doen.',
      'Hebt u een vraag? Bel dan gerust wie dit heeft gedaan.',
    ],
    toont: ['door'],
    regel: (zaak) => `${samen(zaak)} Daarom is het gesloten.`,
    knop: 'Bekijk het signaal',
  },
  heropend: {
    onderwerp: ({ nummer }) => `Signaal ${nummer} is weer open`,
    alineas: (zaak) =>
      leestMee(zaak)
        ? [weerOpen(zaak), ...watNaVerplaatsing(zaak)]
        : ['Dit signaal is weer open, en u bent de behandelaar. Wilt u er opnieuw naar kijken?', ...anders(zaak)],
    toont: ['termijn'],
    regel: (zaak) => (leestMee(zaak) ? weerOpen(zaak) : 'Dit signaal is weer open. Wilt u er opnieuw naar kijken?'),
    knop: 'Bekijk het signaal',
  },
  herinnering_bezwaar: {
    onderwerp: ({ nummer }) => `Herinnering: denk aan de termijn voor bezwaar bij signaal ${nummer}`,
    alineas: ({ totEnMet: datum }) => [
      datum === null
        ? 'Bij dit signaal hoort een besluit. De termijn om bezwaar te maken is bijna voorbij.'
        : `Bij dit signaal hoort een besluit. Bezwaar maken kan ${totEnMet(datum)}. ${DAARNA}`,
      'Wilt u met het gezin bespreken of bezwaar nodig is? Signaalpunt maakt zelf geen bezwaar.',
      'Controleer de datum altijd in de brief met het besluit.',
    ],
    toont: ['termijn'],
    regel: () => 'De termijn om bezwaar te maken is bijna voorbij. Bespreek met het gezin of bezwaar nodig is.',
    knop: 'Open het signaal',
  },
} satisfies Partial<Record<Berichtsoort, Tekst>>;

/** Who is only told of it. */
function leestMee({ waarom }: Zaak): boolean {
  return waarom === 'melder' || waarom === 'consulent';
}

function uwSignaal({ waarom }: Zaak): string {
  return waarom === 'consulent' ? 'dit signaal' : 'uw signaal';
}

function weerOpen({ waarom }: Zaak): string {
  return `${waarom === 'melder' ? 'Uw' : 'Dit'} signaal is weer open. Wij kijken er opnieuw naar.`;
}

/** The first mail to somebody who may never have had one from us. */
function namensU(zaak: Zaak): string[] {
  const { melder, nummer, status, behandelaar, niveau, op } = zaak;
  const waar =
    behandelaar === null
      ? `Het ligt ${LIGT[niveau]}. U hoort van ons wie het gaat behandelen.`
      : `${behandelaar.naam} gaat ermee aan de slag.`;
  return [
    `${melder?.naam ?? 'Een Metgezel'} heeft namens u een signaal ingediend, op ${moment(op)}. Het nummer is ${nummer}.`,
    status === 'afgesloten' ? naSluiten(zaak) : waar,
    `U krijgt mail als er nieuws is. Met ${DE_KNOP} hieronder leest u hoe het ermee staat. U hebt geen account nodig. U krijgt eerst een code in een aparte mail.`,
    'U hoeft niets te doen. Wilt u iets toevoegen? Bel dan wie het heeft ingediend.',
    ...bezwaar(zaak),
  ];
}

function antwoordAanU({ status, behandelaar, isOvergekomen }: Zaak): string[] {
  return [
    isOvergekomen
      ? 'Er is een antwoord op het signaal waarin uw signaal verder ging. U leest het bij uw eigen signaal in Signaalpunt.'
      : 'Er is een antwoord op uw signaal. U leest het in Signaalpunt.',
    ...(status === 'afgesloten' && !isOvergekomen
      ? ['Het signaal is nu afgesloten. Over ongeveer vier weken vragen wij u hoe het gaat.']
      : []),
    ...(behandelaar === null ? [] : ['Is het antwoord niet duidelijk? Bel dan gerust met de behandelaar.']),
  ];
}

function uitkomstVoorU({ status, behandelaar }: Zaak): string[] {
  return [
    `Er is een uitkomst van dit signaal. U leest die met ${DE_KNOP} hieronder.`,
    ...(status === 'afgesloten'
      ? [`Het signaal is nu afgesloten. U kunt het nog ${LINK_LEEFT_NA} werkdagen lezen.`]
      : []),
    ...(behandelaar === null ? [] : ['Is de uitkomst niet duidelijk? Bel dan gerust.']),
  ];
}

/** After some outcomes there is no solution that could help. */
function isOplossing({ uitkomst }: Zaak): boolean {
  return uitkomst === 'opgelost' || uitkomst === 'deels_opgelost';
}

function vraagHoeHetGaat(zaak: Zaak): string {
  return isOplossing(zaak) ? 'Helpt de oplossing nog steeds?' : 'Is er iets veranderd voor het gezin?';
}

const DAARNA = 'Daarna kan het meestal niet meer.';

/** The one date that cannot be repaired is told at once. */
function bezwaar({ bezwaarTotEnMet: datum }: Zaak): string[] {
  if (datum === null) return [];
  return [
    `Bij dit signaal hoort een besluit. Bezwaar maken kan ${totEnMet(datum)}. ${DAARNA} Controleer de datum in de brief met het besluit.`,
  ];
}

/** A receipt that comes late may be of a signaal that has closed since, as the one of what was only reported always is. */
function naSluiten({ afsluiting, waarom }: Zaak): string {
  if (afsluiting !== 'alleen_gemeld') return 'Het is intussen afgesloten.';
  return waarom === 'consulent'
    ? 'Het is alleen gemeld. Wij tellen het mee.'
    : 'U wilde dit alleen melden. Wij tellen uw signaal mee en u hoort wat ermee gebeurt.';
}

function watNu(zaak: Zaak): string[] {
  const { status, behandelaar, isBehandelaar, niveau, totEnMet: datum } = zaak;
  if (status === 'afgesloten') return [`${naSluiten(zaak)} U hoeft nu niets te doen.`];
  if (isBehandelaar) {
    const tijd = datum === null ? '' : ` Daarvoor hebt u tijd ${totEnMet(datum)}.`;
    return [
      `U probeert het eerst zelf.${tijd} Komt u er niet uit? Vraag dan eerder hulp aan de regio.`,
      ...anders(zaak),
    ];
  }
  const oppakken =
    status === 'wacht_op_oppakken' && datum !== null ? ` Daar is tijd ${totEnMet(datum)} om het op te pakken.` : '';
  return [
    `Uw signaal ligt ${LIGT[niveau]}.${oppakken}`,
    behandelaar === null
      ? 'U hoort van ons wie uw signaal behandelt. U hoeft nu niets te doen.'
      : `${behandelaar.naam} behandelt het. U hoeft nu niets te doen.`,
  ];
}

function watNaVerplaatsing({ waarom, status, behandelaar }: Zaak): string[] {
  if (waarom === 'vorige_behandelaar') return ['U bent niet meer de behandelaar. U hoeft niets meer te doen.'];
  if (behandelaar !== null) return [`${behandelaar.naam} behandelt het signaal. Hebt u een vraag? Bel dan gerust.`];
  return status === 'wacht_op_oppakken' ? ['U hoort van ons zodra iemand het oppakt. U hoeft nu niets te doen.'] : [];
}

function samen({ waarom }: Zaak): string {
  return `${waarom === 'melder' ? 'Uw' : 'Dit'} signaal gaat over hetzelfde als een ander signaal, en gaat daarin verder.`;
}
