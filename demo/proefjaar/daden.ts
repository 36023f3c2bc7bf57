import type { Handuitkomst, KostenMinder, UrenMinder, Verandering } from '#domain/beleid/codelijsten.ts';
import { heeftConflict, heeftRol } from '#domain/bevoegdheden.ts';
import type { Gezinseffect } from '#domain/signaal/gezinseffect.ts';
import { contactVan } from '#domain/signaal/opdracht.ts';
import { COLLEGA } from '#domain/signaal/opdrachten/antwoordregels.ts';
import type { Staat, Verzoek } from '#domain/signaal/staat.ts';
import { isOpen, stapVan } from '#domain/signaal/verzoeken.ts';
import type { Persoon } from '#domain/stroom/kader.ts';
import { beginVan } from '#domain/tijd/amsterdam.ts';

import { verder } from './behandelaar.ts';
import { dagen, type Kans, kansVan, later } from './kans.ts';
import type { Omstandigheden } from './leven.ts';
import { antwoordVan, wanneer } from './partijen.ts';
import type { Blik, Daad, Plan } from './plan.ts';
import * as teksten from './teksten.ts';

type Maak = (kans: Kans) => Daad | null;

/** What people now mean to do, in no order; `null` for what nobody will do. Each situation is thought over once: `bekend`. */
export function plannen(staat: Staat, om: Omstandigheden, bekend: Map<string, Plan | null>): Plan[] {
  const blik: Blik = { staat, om, op: staat.laatsteOp };
  return situaties(blik).flatMap(([situatie, maak]) => {
    const kans = kansVan(staat.id, situatie);
    const al = bekend.get(situatie);
    if (al !== undefined) return al ?? [];
    const plan = maak(kans);
    const nieuw = plan === null ? null : { ...plan, situatie };
    bekend.set(situatie, nieuw);
    return nieuw ?? [];
  });
}

function situaties(blik: Blik): [string, Maak][] {
  const { staat } = blik;
  const { behandelaar, status, stappen, verzoeken } = staat;
  const eerste = stappen.find(({ soort }) => soort === 'oppakken' || soort === 'behandelen')?.sleutel ?? '';
  switch (status) {
    case 'afgesloten': {
      const terugblik = stappen.find(({ soort, gevraagd }) => soort === 'terugblik' && gevraagd !== null);
      return terugblik === undefined ? [] : [[`ervaring ${terugblik.sleutel}`, (kans) => ervaring(kans, blik)]];
    }
    case 'uitkomst_gemeld':
      return [[`terugkoppelen ${staat.stapteller}`, (kans) => koppelTerug(kans, blik)]];
    case 'gepauzeerd':
      return [];
    default:
  }
  if (behandelaar === null) return [[`oppakken ${eerste}`, (kans) => pakOp(kans, blik)]];
  const open = verzoeken.filter(isOpen);
  if (open.length === 0) return [[`verder ${eerste} ${verzoeken.length}`, (kans) => verder(kans, blik)]];
  return open.map((verzoek): [string, Maak] => [
    `verzoek ${verzoek.id} ${verzoek.status} ${verzoek.hogerop} ${verzoek.toezeggingen} ${verzoek.geantwoordBij ?? 0}`,
    (kans) => rondVerzoek(kans, blik, verzoek),
  ]);
}

function pakOp(kans: Kans, { staat, om, op }: Blik): Daad | null {
  const wie = kiesCoordinator(kans, staat, om);
  if (wie === undefined || kans.procent(staat.niveau === 'landelijk' ? 2 : 7)) return null;
  const werkdagen = staat.urgentie === 'spoed' ? 0 : dagen(kans, 1.4);
  return { op: later(kans, op, werkdagen, om.kalender), door: wie.id, inhoud: { soort: 'oppakken' } };
}

/** The one of the level who mostly does it, or the other. */
function kiesCoordinator(kans: Kans, staat: Staat, { personen }: Omstandigheden): Persoon | undefined {
  const { niveau, regio } = staat;
  const landelijk = niveau === 'landelijk' || regio === null;
  const wie = Object.values(personen).filter(
    (persoon) =>
      (landelijk
        ? heeftRol(persoon, 'landelijk_team')
        : heeftRol(persoon, 'regiocoordinator') && persoon.regios.includes(regio)) && !heeftConflict(persoon, staat),
  );
  return wie.length > 1 && kans.procent(35) ? wie[1] : wie[0];
}

function koppelTerug(kans: Kans, { staat, om, op }: Blik): Daad | null {
  if (staat.behandelaar === null || kans.procent(5)) return null;
  const tekst = { terugkoppeling: teksten.terugkoppeling(uitkomstUit(staat)) };
  const wanneer = later(kans, op, dagen(kans, 1.5), om.kalender);
  return { op: wanneer, door: staat.behandelaar, inhoud: { soort: 'terugkoppelen', tekst } };
}

function uitkomstUit({ uitkomst }: Staat): Handuitkomst {
  return uitkomst === null || uitkomst === 'alleen_gemeld' ? 'opgelost' : uitkomst;
}

function ervaring(kans: Kans, { staat, om, op }: Blik): Daad | null {
  if (kans.procent(40)) return null;
  const goed = staat.uitkomst === 'opgelost';
  const wat = kans.weeg<'helpt' | 'helpt_deels' | 'helpt_niet'>([
    ['helpt', goed ? 72 : 20],
    ['helpt_deels', goed ? 20 : 50],
    ['helpt_niet', goed ? 8 : 30],
  ]);
  const wanneer = later(kans, op, kans.tussen(0, 6), om.kalender);
  const effect = wat === 'helpt_niet' || kans.procent(40) ? null : gezinseffect(kans);
  const inhoud = { soort: 'ervaringMelden', ervaring: wat, ...(effect !== null && { effect }) } as const;
  return { op: wanneer, door: staat.melder, inhoud };
}

/** What it came to for the family, as far as its filer knows: mostly what changed, and less often hours or euros. */
function gezinseffect(kans: Kans): Gezinseffect {
  const eerste = kans.weeg(VERANDERINGEN);
  const tweede = kans.procent(45) ? [kans.weeg(VERANDERINGEN)] : [];
  return {
    veranderingen: [...new Set([eerste, ...tweede])],
    urenMinder: kans.procent(55) ? kans.weeg(UREN) : null,
    kostenMinder: kans.procent(30) ? kans.weeg(EUROS) : null,
  };
}

const VERANDERINGEN: readonly (readonly [Verandering, number])[] = [
  ['passende_hulp', 34],
  ['minder_regelen', 28],
  ['meer_rust', 18],
  ['naar_school', 8],
  ['opname_voorkomen', 6],
  ['aan_het_werk', 4],
  ['iets_anders', 2],
];
const UREN: readonly (readonly [UrenMinder, number])[] = [
  ['enkele_uren', 50],
  ['tientallen_uren', 40],
  ['een_week_of_meer', 10],
];
const EUROS: readonly (readonly [KostenMinder, number])[] = [
  ['onder_duizend', 25],
  ['onder_tienduizend', 50],
  ['tienduizend_of_meer', 25],
];

/** Whoever was asked answers, keeps the promise or does not, or gets what is missing. */
function rondVerzoek(kans: Kans, { staat, om, op }: Blik, verzoek: Verzoek): Daad | null {
  const { id, status, persoon, organisatie } = verzoek;
  const behandelaar = staat.behandelaar ?? staat.melder;
  if (status === 'wacht_op_informatie') {
    const tekst = { informatie: 'De verklaring is vandaag gestuurd.' };
    const wanneer = later(kans, op, 1 + dagen(kans, 1.5), om.kalender);
    return { op: wanneer, door: behandelaar, inhoud: { soort: 'informatieGeven', verzoek: id, tekst } };
  }
  // Some answer by phone, and the behandelaar writes it down.
  const door = organisatie === null ? (persoon ?? staat.melder) : kans.procent(20) ? behandelaar : contactVan(id);
  if (status === 'toegezegd') {
    const begin = stapVan(staat, id)?.begin;
    if (begin === undefined || kans.procent(16)) return null;
    const soort = kans.procent(82) ? ('opgelost' as const) : ('niet_nagekomen' as const);
    const vanaf = beginVan(begin) > op ? beginVan(begin) : op;
    const tekst = { toelichting: teksten.antwoordtekst(kans, soort) };
    const inhoud = { soort: 'verzoekBeantwoorden', verzoek: id, antwoord: { soort }, tekst } as const;
    return { op: later(kans, vanaf, kans.tussen(0, 1), om.kalender), door, inhoud };
  }
  const dan = wanneer(kans, op, verzoek, om.kalender);
  if (dan === null) return null;
  const antwoord = antwoordVan(kans, verzoek, dan, om.kalender);
  const collega = antwoord.soort === 'doorgegeven' && organisatie !== null ? collegaVan(organisatie) : {};
  const tekst = { toelichting: teksten.antwoordtekst(kans, antwoord.soort), ...collega };
  return { op: dan, door, inhoud: { soort: 'verzoekBeantwoorden', verzoek: id, antwoord, tekst } };
}

function collegaVan(organisatie: string): Record<string, string> {
  return {
    [COLLEGA.naam]: 'Team maatwerk',
    [COLLEGA.email]: `maatwerk.${organisatie.toLowerCase().replaceAll('_', '')}@voorbeeld.nl`,
  };
}
