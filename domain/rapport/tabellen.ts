import { codesVan, labelVan, type Niveau, type Systeemreden } from '../beleid/codelijsten.ts';
import { REGIOS } from '../beleid/regios.ts';
import { voluit } from '../tijd/uitleg.ts';
import { effecten } from './effecttabel.ts';
import {
  type Rapportgroep,
  RAPPORTGROEPEN,
  type Rapportinhoud,
  RAPPORTREGIOS,
  RAPPORTUITKOMSTEN,
  type Rapportuitkomst,
  SAMEN,
  sleutels,
} from './inhoud.ts';
import { ALLE, type Noemer, perHonderd, regionaam } from './noemers.ts';
import { maandenVan } from './periode.ts';
import { celInWoorden, type Rapportcel, type Rapporttabel } from './tabel.ts';

const GROEPEN: Readonly<Record<Rapportgroep, string>> = {
  ...(Object.fromEntries(codesVan('doelgroep').map((code) => [code, labelVan('doelgroep', code)])) as Record<
    Exclude<Rapportgroep, 'MEER_DAN_EEN'>,
    string
  >),
  MEER_DAN_EEN: 'Meer dan één groep',
};
const UITKOMST_ZONDER = 'Ingetrokken of samengevoegd';

/** Every table of a report, in its order. `titels`: what each patroon is called, by its number. */
export function tabellenVan(inhoud: Rapportinhoud, titels: Readonly<Record<string, string>>): Rapporttabel[] {
  return [
    ingediend(inhoud),
    perMaand(inhoud),
    perHonderdClienten(inhoud),
    gesloten(inhoud),
    totaleDuur(inhoud),
    redenen(inhoud),
    patronen(inhoud, titels),
    ...effecten(inhoud),
  ];
}

function getalIn({ getallen }: Rapportinhoud): (sleutel: string) => Rapportcel {
  return (sleutel) => getallen[sleutel];
}

function ingediend(inhoud: Rapportinhoud): Rapporttabel {
  const getal = getalIn(inhoud);
  const totaal = getal(sleutels.ingediend(SAMEN, SAMEN));
  const rij = (naam: string, groep: string, isTotaal = false) => ({
    naam,
    isTotaal,
    cellen: [...RAPPORTREGIOS, SAMEN].map((regio) => getal(sleutels.ingediend(groep, regio))),
  });
  const groepen = RAPPORTGROEPEN.map((groep) => [GROEPEN[groep], getal(sleutels.ingediend(groep, SAMEN))] as const);
  return {
    naam: 'ingediend',
    titel: 'Signalen naar doelgroep en regio',
    tab: 'Signalen naar groep en regio',
    zin: [zinOver(totaal, 'ingediend'), ...hetMeest(groepen)].join(' '),
    noot: 'Een signaal over meer dan één groep telt één keer, op de regel “Meer dan één groep”. Signalen over Metgezel zelf tellen hier niet mee, bij Cijfers wel.',
    koppen: ['Doelgroep', ...REGIOS.map(({ label }) => label), 'Samen'],
    rijen: [...RAPPORTGROEPEN.map((groep) => rij(GROEPEN[groep], groep)), rij('Samen', SAMEN, true)],
  };
}

function perMaand(inhoud: Rapportinhoud): Rapporttabel {
  const getal = getalIn(inhoud);
  const maanden = maandenVan(inhoud.periode).map((maand) => [maandnaam(maand), getal(sleutels.maand(maand))] as const);
  const [zin = 'Van geen maand is een aantal te noemen.'] = hetMeest(maanden);
  return {
    naam: 'maanden',
    titel: 'Signalen per maand',
    zin,
    koppen: ['Maand', 'Ingediend'],
    rijen: [
      ...maanden.map(([naam, aantal]) => ({ naam, cellen: [aantal] })),
      { naam: 'Samen', isTotaal: true, cellen: [getal(sleutels.ingediend(SAMEN, SAMEN))] },
    ],
  };
}

function perHonderdClienten(inhoud: Rapportinhoud): Rapporttabel {
  const getal = getalIn(inhoud);
  const { noemers } = inhoud;
  const rij = (naam: string, groep: string, regio: string, isTotaal = false) => {
    const clienten = clientenIn(noemers, groep, regio);
    const aantal = getal(sleutels.ingediend(groep, regio));
    const verhouding = perHonderd(aantal ?? null, clienten);
    return { naam, isTotaal, cellen: [clienten, aantal, aantal === null ? null : (verhouding ?? undefined)] };
  };
  const alle = rij('Samen', SAMEN, SAMEN, true);
  const [bron] = noemers;
  return {
    naam: 'per-honderd',
    titel: 'Signalen per honderd cliënten',
    zin:
      bron === undefined
        ? 'Hoeveel cliënten er waren, is niet bekend. Daarom is dit niet uit te rekenen.'
        : zinPerHonderd(alle.cellen[2]),
    ...(bron !== undefined && {
      noot: `Aantal cliënten op ${voluit(bron.peildatum)}. Bron: ${[...new Set(noemers.map((een) => een.bron))].join('; ')}. ${NIET_BIJ_EEN_GROEP}`,
    }),
    koppen: ['Groep of regio', 'Cliënten', 'Signalen', 'Per honderd cliënten'],
    rijen:
      bron === undefined
        ? []
        : [
            ...codesVan('doelgroep').map((groep) => rij(GROEPEN[groep], groep, SAMEN)),
            ...RAPPORTREGIOS.map((code) => rij(hoofdletter(regionaam(code)), SAMEN, code)),
            alle,
          ],
  };
}

const NIET_BIJ_EEN_GROEP = 'Een signaal over meer dan één groep telt bij geen van de groepen mee, en wel bij “Samen”.';

function clientenIn(noemers: readonly Noemer[], groep: string, regio: string): number | undefined {
  const als = (code: string): string => (code === SAMEN ? ALLE : code);
  return noemers.find((een) => een.doelgroep === als(groep) && een.regio === als(regio))?.aantal;
}

function gesloten(inhoud: Rapportinhoud): Rapporttabel {
  const getal = getalIn(inhoud);
  const rij = (naam: string, niveau: string, isTotaal = false) => ({
    naam,
    isTotaal,
    cellen: [...RAPPORTUITKOMSTEN, SAMEN].map((uitkomst) => getal(sleutels.gesloten(niveau, uitkomst))),
  });
  const totaal = getal(sleutels.gesloten(SAMEN, SAMEN));
  const lokaal = getal(sleutels.gesloten('lokaal', 'opgelost'));
  return {
    naam: 'gesloten',
    titel: 'Wat er van kwam, naar niveau',
    zin:
      zinOver(totaal, 'afgesloten') +
      (typeof lokaal === 'number' && lokaal > 0 ? ` Lokaal opgelost: ${lokaal.toLocaleString('nl-NL')}.` : ''),
    koppen: ['Niveau', ...RAPPORTUITKOMSTEN.map(uitkomstnaam), 'Samen'],
    rijen: [...codesVan('niveau').map((niveau) => rij(labelVan('niveau', niveau), niveau)), rij('Samen', SAMEN, true)],
  };
}

function totaleDuur({ dagen }: Rapportinhoud): Rapporttabel {
  const niveaus = codesVan('niveau');
  const bekend = niveaus.flatMap((niveau: Niveau) => {
    const binnen = dagen[niveau];
    return binnen === null ? [] : [`${labelVan('niveau', niveau).toLowerCase()} binnen ${dagenInWoorden(binnen)}`];
  });
  return {
    naam: 'totale-duur',
    titel: 'Hoe lang het in totaal duurde, naar waar het klaar was',
    tab: 'Hoe lang het in totaal duurde',
    zin:
      bekend.length === 0
        ? 'Van geen niveau is genoeg afgesloten om er iets over te zeggen.'
        : `De helft was klaar: ${new Intl.ListFormat('nl').format(bekend)}.`,
    noot: 'Totale duur: kalenderdagen van indienen tot afsluiten, van wat mensen hebben behandeld. De doorlooptijd bij Cijfers is iets anders: werkdagen op één niveau.',
    koppen: ['Niveau', 'De helft was klaar binnen zoveel kalenderdagen'],
    rijen: niveaus.map((niveau) => ({ naam: labelVan('niveau', niveau), cellen: [dagen[niveau]] })),
  };
}

function redenen(inhoud: Rapportinhoud): Rapporttabel {
  const getal = getalIn(inhoud);
  const alle = codesVan('systeemreden').map(
    (code: Systeemreden) => [labelVan('systeemreden', code), getal(sleutels.reden(code))] as const,
  );
  const totaal = getal(sleutels.gesloten(SAMEN, 'niet_oplosbaar'));
  return {
    naam: 'redenen',
    titel: 'Waarom iets niet op te lossen was',
    tab: 'Waarom niet op te lossen',
    zin: [zinOver(totaal, 'niet op te lossen'), ...hetMeest(alle)].join(' '),
    koppen: ['Reden', 'Signalen'],
    rijen: [
      ...alle.map(([naam, aantal]) => ({ naam, cellen: [aantal] })),
      { naam: 'Samen', isTotaal: true, cellen: [totaal] },
    ],
  };
}

function patronen({ patronen: alle }: Rapportinhoud, titels: Readonly<Record<string, string>>): Rapporttabel {
  return {
    naam: 'patronen',
    titel: 'Patronen',
    zin:
      alle.length === 0
        ? 'Er was geen patroon.'
        : `Het landelijk team volgde ${alle.length === 1 ? 'één patroon' : `${alle.length} patronen`}.`,
    noot: 'Een patroon over één organisatie staat hier niet.',
    koppen: ['Patroon', 'Hoe ver het is', 'Signalen'],
    rijen: alle.map(({ nummer, fase, vanaf }) => ({
      naam: titels[nummer] ?? nummer,
      cellen: [labelVan('fase', fase), vanaf === null ? 'minder dan tien' : `${vanaf} of meer`],
    })),
  };
}

function hoofdletter(tekst: string): string {
  return tekst.charAt(0).toUpperCase() + tekst.slice(1);
}

/** A sentence about the highest; none when there is none above zero. What is hidden may be higher. */
function hetMeest(reeks: readonly (readonly [string, Rapportcel])[]): string[] {
  const bekend = reeks.flatMap(([naam, aantal]) =>
    typeof aantal === 'number' && aantal > 0 ? [[naam, aantal] as const] : [],
  );
  if (bekend.length === 0) return [];
  const [naam, aantal] = bekend.reduce((een, ander) => (ander[1] > een[1] ? ander : een));
  const wat = reeks.some(([, een]) => een === null) ? 'Het hoogste getal dat er staat' : 'Het meest';
  return [`${wat}: ${naam} (${aantal.toLocaleString('nl-NL')}).`];
}

function zinOver(aantal: Rapportcel, wat: string): string {
  if (typeof aantal !== 'number') return `Hoeveel signalen ${wat} zijn, is afgeschermd.`;
  if (aantal === 0) return `Er zijn geen signalen ${wat}.`;
  // One signaal is never shown (`KLEINSTE`).
  return `Er zijn ${aantal.toLocaleString('nl-NL')} signalen ${wat}.`;
}

function zinPerHonderd(aantal: Rapportcel): string {
  return typeof aantal === 'number'
    ? `Op elke honderd cliënten zijn er ${aantal.toLocaleString('nl-NL')} signalen.`
    : `Hoeveel signalen er zijn op elke honderd cliënten, is ${celInWoorden(aantal)}.`;
}

function dagenInWoorden(dagen: number): string {
  return dagen === 1 ? 'één kalenderdag' : `${dagen} kalenderdagen`;
}

function uitkomstnaam(uitkomst: Rapportuitkomst): string {
  return uitkomst === 'ZONDER' ? UITKOMST_ZONDER : labelVan('uitkomst', uitkomst);
}

const MAAND = new Intl.DateTimeFormat('nl-NL', { month: 'long', year: 'numeric', timeZone: 'UTC' });

function maandnaam(maand: string): string {
  return MAAND.format(new Date(`${maand}-01T00:00:00Z`));
}
