import type { Niveau, Status } from '#domain/beleid/codelijsten.ts';
import { DomainError } from '#domain/errors.ts';
import { contactVan, DIENST, type Opdrachtinhoud, type Opdrachtsoort } from '#domain/signaal/opdracht.ts';
import { antwoord, indiening, om, verzoekDoen, Zaak } from '#test/support/zaak.ts';

const NU = om('2027-06-07');
const STATUSSEN = ['wacht_op_oppakken', 'in_behandeling', 'gepauzeerd', 'uitkomst_gemeld', 'afgesloten'] as const;
const NIVEAUS = ['lokaal', 'regionaal', 'landelijk'] as const;
type Stand = Exclude<Status, 'concept'>;

/** At each level somebody else has it in hand than whoever else could. */
const BEHANDELAAR: Readonly<Record<Niveau, string>> = {
  lokaal: 'metgezel.ander',
  regionaal: 'coordinator.oost',
  landelijk: 'landelijk',
};
const ANDER: Readonly<Record<Niveau, string>> = {
  lokaal: 'oco',
  regionaal: 'coordinator.oost2',
  landelijk: 'landelijk2',
};

/** The columns: who asks. */
const WIE: Readonly<Record<string, (niveau: Niveau) => string>> = {
  melder: () => 'metgezel',
  behandelaar: (niveau) => BEHANDELAAR[niveau],
  'andere metgezel': () => 'oco',
  'coördinator regio': () => 'coordinator.oost2',
  'coördinator elders': () => 'coordinator.west',
  landelijk: () => 'landelijk2',
  leiding: () => 'leiding',
  beheer: () => 'beheer',
  auditor: () => 'auditor',
  'belang bij organisatie': () => 'coordinator.linde',
  partij: () => contactVan('vraag'),
  dienst: () => DIENST,
};

/** What is asked: input that nothing but the status, the level or the role can stand in the way of. */
const OPDRACHTEN: Readonly<Record<Opdrachtsoort, (niveau: Niveau, status: Stand) => Opdrachtinhoud>> = {
  indienen: () => indiening(),
  oppakken: () => ({ soort: 'oppakken' }),
  toewijzen: (niveau) => ({ soort: 'toewijzen', aan: niveau === 'lokaal' ? 'metgezel' : ANDER[niveau] }),
  vrijgeven: () => ({ soort: 'vrijgeven' }),
  escaleren: () => ({
    soort: 'escaleren',
    motief: 'afgewezen',
    poging: { organisatie: 'ZK', datum: '2027-06-01', beantwoord: true },
    tekst: {},
  }),
  terugleggen: (niveau) => ({
    soort: 'terugleggen',
    aan: niveau === 'landelijk' ? 'coordinator.oost' : 'metgezel',
    instemming: false,
    tekst: {},
  }),
  pauzeren: () => ({ soort: 'pauzeren', reden: 'afwezigheid', tot: '2027-06-18' }),
  hervatten: () => ({ soort: 'hervatten' }),
  verlengen: () => ({ soort: 'verlengen', tekst: {} }),
  aanpakVaststellen: () => ({ soort: 'aanpakVaststellen', datum: '2027-06-18', tekst: {} }),
  overdragen: () => ({ soort: 'overdragen', regio: 'WEST', tekst: {} }),
  overdrachtVastleggen: () => ({ soort: 'overdrachtVastleggen', tekst: {} }),
  indelingWijzigen: () => ({ soort: 'indelingWijzigen', indeling: { doelgroepen: ['ASS'] } }),
  meedenkerToevoegen: () => ({ soort: 'meedenkerToevoegen', persoon: 'oco' }),
  aanvullen: () => ({ soort: 'aanvullen', besluit: null, tekst: {} }),
  spoedVragen: () => ({ soort: 'spoedVragen', tekst: {} }),
  verzoekDoen: () => verzoekDoen('nieuw', { organisatie: 'CIZ' }),
  verzoekBeantwoorden: () => antwoord('vraag', { soort: 'opgelost' }),
  informatieGeven: () => ({ soort: 'informatieGeven', verzoek: 'informatie', tekst: {} }),
  tegenhouden: () => ({ soort: 'tegenhouden', verzoek: 'vraag', tekst: {} }),
  verzoekIntrekken: () => ({ soort: 'verzoekIntrekken', verzoek: 'vraag' }),
  verzoekVerleggen: () => ({ soort: 'verzoekVerleggen', verzoek: 'vraag' }),
  verzoekOnbestelbaar: () => ({ soort: 'verzoekOnbestelbaar', verzoek: 'vraag' }),
  antwoordDoorgeven: () => ({ soort: 'antwoordDoorgeven', uit: { signaal: 'ander', door: 'landelijk' }, tekst: {} }),
  aanvullingDoorgeven: () => ({ soort: 'aanvullingDoorgeven', van: 'ander', tekst: {} }),
  melderVertrokken: () => ({ soort: 'melderVertrokken' }),
  postOnbestelbaar: () => ({ soort: 'postOnbestelbaar', persoon: null }),
  uitkomstMelden: () => uitkomst(false),
  terugkoppelen: () => ({ soort: 'terugkoppelen', tekst: {} }),
  intrekken: () => ({ soort: 'intrekken' }),
  samenvoegen: () => ({ soort: 'samenvoegen', met: 'ander' }),
  duplicaatOpnemen: () => ({ soort: 'duplicaatOpnemen', van: 'ander' }),
  bijPatroonVoegen: () => ({ soort: 'bijPatroonVoegen', patroon: 'patroon' }),
  uitPatroonHalen: () => ({ soort: 'uitPatroonHalen', patroon: 'patroon', tekst: {} }),
  patroonantwoordGeven: () => ({ soort: 'patroonantwoordGeven', patroon: 'patroon', versie: 1, tekst: {} }),
  ervaringMelden: () => ({ soort: 'ervaringMelden', ervaring: 'helpt' }),
  heropenen: () => ({ soort: 'heropenen', tekst: {} }),
  notitie: () => ({ soort: 'notitie', tekst: {} }),
  wissen: () => ({ soort: 'wissen', grond: 'bewaartermijn', maanden: 60, bevestigdDoor: ['landelijk', 'beheer'] }),
  kalenderWijzigen: () => ({ soort: 'kalenderWijzigen', kalender: { versie: 2, dagen: {} } }),
};

/** Every opdracht in every status, at every level, by everybody: `mag`, `niets`, or why not. Markdown. */
export function tabel(): string {
  const standen = STATUSSEN.flatMap((status) =>
    NIVEAUS.map((niveau) => ({ status, niveau, zaak: zaakIn(status, niveau) })),
  );
  const delen = Object.entries(OPDRACHTEN).map(([naam, opdracht]) => {
    const rijen = standen.map(({ status, niveau, zaak }) => [
      status,
      niveau,
      ...Object.values(WIE).map((wie) => cel(zaak, wie(niveau), opdracht(niveau, status))),
    ]);
    return `## ${naam}\n\n${alsTabel([['status', 'niveau', ...Object.keys(WIE)], ...rijen])}`;
  });
  return `${INLEIDING}\n${delen.join('\n')}`;
}

const INLEIDING = `# Opdrachten: wat mag wanneer en wie

Generated from the rules by \`test/domain/signaal/tabel.ts\`; \`SCHRIJF=1\` with its test writes it anew. A cell says \`mag\`, the code
of the refusal (\`domain/errors.ts\`), or \`niets\` where the service may ask and nothing changes. Of every opdracht is asked first who
may do it, then what the status allows. The signaal concerns organisation
LINDE and is not urgent; a question to ZK waits for its answer and another one for information. Its filer is not its behandelaar;
while it waits to be picked up, \`behandelaar\` is who had it last. \`belang bij organisatie\` is a coordinator of the region who
works for LINDE. Above lokaal there is no hand-over note yet; \`andere metgezel\` never had it. Filing is for a signaal that does not exist yet: every metgezel and cliëntondersteuner may.
None of these was merged into another, so no answer is passed on to it; what is paused is part of a patroon.
`;

function uitkomst(terugkoppeling: boolean): Opdrachtinhoud {
  return { soort: 'uitkomstMelden', uitkomst: 'opgelost', systeemreden: null, terugkoppeling, tekst: {} };
}

/** A signaal in this status at this level. */
function zaakIn(status: Stand, niveau: Niveau): Zaak {
  const zaak = Zaak.ingediend(NU, { organisatie: 'LINDE' });
  zaak.doe(NU, 'landelijk', { soort: 'toewijzen', aan: BEHANDELAAR.lokaal });
  for (const hoger of NIVEAUS.slice(1, NIVEAUS.indexOf(niveau) + 1))
    zaak.doe(NU, BEHANDELAAR[hoger], OPDRACHTEN.escaleren(hoger, status));
  const door = BEHANDELAAR[niveau];
  zaak.doe(NU, door, verzoekDoen('vraag'));
  zaak.doe(NU, door, verzoekDoen('informatie'));
  zaak.doe(NU, contactVan('informatie'), antwoord('informatie', { soort: 'meer_informatie_nodig' }));
  if (status === 'wacht_op_oppakken') zaak.doe(NU, door, { soort: 'vrijgeven' });
  if (status === 'gepauzeerd') zaak.doe(NU, door, OPDRACHTEN.pauzeren(niveau, status));
  if (status === 'uitkomst_gemeld') zaak.doe(NU, door, uitkomst(false));
  if (status === 'afgesloten') zaak.doe(NU, door, uitkomst(true));
  // Above lokaal it is as if the clock had brought it there.
  zaak.staat = {
    ...zaak.nu,
    zonderOverdracht: niveau !== 'lokaal',
    ...(status === 'gepauzeerd' && { patroon: 'patroon' }),
  };
  return zaak;
}

function cel(zaak: Zaak, door: string, opdracht: Opdrachtinhoud): string {
  try {
    return zaak.kopie().doe(NU, door, opdracht).length === 0 ? 'niets' : 'mag';
  } catch (fout) {
    if (fout instanceof DomainError) return fout.code;
    throw fout;
  }
}

function alsTabel(rijen: readonly (readonly string[])[]): string {
  const breedtes = (rijen[0] ?? []).map((_, kolom) => Math.max(...rijen.map((rij) => (rij[kolom] ?? '').length)));
  const regel = (cellen: readonly string[]): string =>
    `| ${cellen.map((tekst, kolom) => tekst.padEnd(breedtes[kolom] ?? 0)).join(' | ')} |\n`;
  const [kop = [], ...lijf] = rijen;
  return [regel(kop), regel(breedtes.map((breedte) => '-'.repeat(breedte))), ...lijf.map(regel)].join('');
}
