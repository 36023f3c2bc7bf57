import type { Rol } from '#domain/beleid/codelijsten.ts';

/**
 * What ADR 0030 and the table of operations promise, written down by hand: nothing in this file follows from the code that it is
 * held against.
 */

/** How much somebody may read of a signaal: all of it, what they filed and were told, the line in lists, that it was erased, nothing; or their role has no cases. */
export type Zicht = 'alles' | 'eigen' | 'regel' | 'gewist' | 'niets' | 'geen_zaken';

/** What was written belongs to one of these parts of a signaal. */
export const DELEN = [
  'knelpunt',
  'kern',
  'namens',
  'vraag',
  'antwoord',
  'bestand',
  'werk',
  'terugkoppeling',
  'over_wie',
  'les',
] as const;
export type Deel = (typeof DELEN)[number];

/** The parts that somebody with this sight finds, and no others. */
export const LEEST: Readonly<Record<Zicht | 'partij' | 'consulent', readonly Deel[]>> = {
  alles: DELEN.filter((deel) => deel !== 'over_wie' && deel !== 'les'),
  eigen: ['knelpunt', 'kern', 'namens', 'terugkoppeling'],
  regel: [],
  gewist: [],
  niets: [],
  geen_zaken: [],
  partij: ['vraag', 'antwoord', 'bestand'],
  consulent: ['knelpunt', 'namens', 'antwoord', 'terugkoppeling'],
};

export const SITUATIES = [
  'eigen',
  'opgeschaald',
  'overgedragen',
  'gesloten',
  'belang_bij_naam',
  'belang_bij_verzoek',
  'verteld',
  'samengevoegd',
  'gewist',
  'doorgegeven',
] as const;
export type Situatie = (typeof SITUATIES)[number];

const LETTERS: Readonly<Record<string, Zicht>> = {
  a: 'alles',
  e: 'eigen',
  r: 'regel',
  w: 'gewist',
  '.': 'niets',
  x: 'geen_zaken',
};

/**
 * Who sees how much of each situation, in the order of SITUATIES. The first four are of metgezel.noord in NOORD, the third went on to
 * WEST; the two with a belang are of metgezel.zorgaanbieder in OOST and concern their employer; of the last, of metgezel.west in WEST,
 * the clock told programmaleiding. One more of metgezel.west was taken up in the first; one more of metgezel.noord in NOORD was erased,
 * and of the last of theirs the question went from who was asked to a colleague. Whoever has a belang works for that same employer. oco.midden deputises for metgezel.noord, and
 * landelijk.belang for coordinator.oost, coordinator.belang for coordinator.west; metgezel.west thinks along with the second.
 */
const ROOSTER: Readonly<Record<string, string>> = {
  //                        eigen, opgeschaald, overgedragen, gesloten, bij naam, bij verzoek, verteld, samengevoegd, gewist, doorgegeven
  'metgezel.noord': 'aaaa....wa',
  'metgezel.west': '.a....aa..',
  'metgezel.zorgaanbieder': '....ee....',
  'oco.midden': 'a........a',
  'coordinator.noord': 'aaaa....wa',
  'coordinator.oost': '....aa....',
  'coordinator.west': '..a...aa..',
  'coordinator.zuid': '..........',
  'coordinator.belang': 'aaaa..aawa',
  landelijk: 'aaaaaaaawa',
  'landelijk.belang': 'aaaa..aawa',
  programmaleiding: 'rrrrrrarrr',
  'programmaleiding.belang': 'rrrr..arrr',
  beheer: 'xxxxxxxxxx',
  auditor: 'xxxxxxxxxx',
};

export const PERSONEN = Object.keys(ROOSTER);

/**
 * Who reads who it is about, by situation: its filer always; who handles it (or deputises for them) at lokaal, and higher up with a toestemming
 * for that level. Of `opgeschaald` there is one for landelijk, of `overgedragen` one for regionaal that was withdrawn, of `belang_bij_verzoek`
 * one for regionaal; of the others none.
 */
const LEEST_OVER_WIE: Readonly<Record<Situatie, readonly string[]>> = {
  eigen: ['metgezel.noord', 'oco.midden'],
  opgeschaald: ['metgezel.noord', 'landelijk'],
  overgedragen: ['metgezel.noord'],
  gesloten: ['metgezel.noord'],
  belang_bij_naam: ['metgezel.zorgaanbieder'],
  belang_bij_verzoek: ['metgezel.zorgaanbieder', 'coordinator.oost'],
  verteld: ['metgezel.west'],
  samengevoegd: ['metgezel.west'],
  gewist: [],
  doorgegeven: ['metgezel.noord', 'oco.midden'],
};

/** The party that was allowed to read who it is about; of the other with a verzoek that was withdrawn. */
export const PARTIJ_MET_TOESTEMMING: Situatie = 'eigen';

export function leestOverWie(persoon: string, situatie: Situatie): boolean {
  return LEEST_OVER_WIE[situatie].includes(persoon);
}

/** Whoever is in touch with the family writes it down: the filer, and who handles it at lokaal. */
export function schrijftOverWie(persoon: string, situatie: Situatie): boolean {
  return leestOverWie(persoon, situatie) && !['landelijk', 'coordinator.oost'].includes(persoon);
}

/** The filer of those may not know whom others asked: then who handles it records what the family allows a party. */
export function legtVastVoorPartij(persoon: string, situatie: Situatie): boolean {
  const melderKanHetNiet = situatie === 'belang_bij_naam' || situatie === 'belang_bij_verzoek';
  return schrijftOverWie(persoon, situatie) || (melderKanHetNiet && persoon === 'coordinator.oost');
}

/** Who takes back what the family allowed (j): the filer, who handles it, who coordinates it there, and whoever deputises for those. */
const TREKT_IN: Readonly<Record<string, string>> = {
  //                        eigen, opgeschaald, overgedragen, gesloten, bij naam, bij verzoek, verteld, samengevoegd, gewist, doorgegeven
  'metgezel.noord': 'jjjj.....j',
  'metgezel.west': '......jj..',
  'metgezel.zorgaanbieder': '....jj....',
  'oco.midden': 'j........j',
  'coordinator.noord': 'j..j.....j',
  'coordinator.oost': '....jj....',
  'coordinator.west': '..j....j..',
  'coordinator.belang': 'j.jj...j.j',
  landelijk: 'jjjjjjjj.j',
  'landelijk.belang': 'jjjj..jj.j',
};

export function trektIn(persoon: string, situatie: Situatie): boolean {
  return TREKT_IN[persoon]?.[SITUATIES.indexOf(situatie)] === 'j';
}

/** The parts of this signaal that this person finds, and no others. */
export function leest(persoon: string, situatie: Situatie): readonly Deel[] {
  return [
    ...LEEST[zichtOp(persoon, situatie)],
    ...(leestOverWie(persoon, situatie) ? (['over_wie'] as const) : []),
    ...(leestLes(persoon, situatie) ? (['les'] as const) : []),
  ];
}

/** What was learned of it: everybody who works with signalen reads that, but for the people of an organisatie that it concerns. */
function leestLes(persoon: string, situatie: Situatie): boolean {
  const werktDaar = persoon.endsWith('.belang') || persoon === 'metgezel.zorgaanbieder';
  return zichtOp(persoon, situatie) !== 'geen_zaken' && !(werktDaar && situatie === 'belang_bij_naam');
}

export function zichtOp(persoon: string, situatie: Situatie): Zicht {
  const zicht = LETTERS[ROOSTER[persoon]?.[SITUATIES.indexOf(situatie)] ?? ''];
  if (zicht === undefined) throw new TypeError(`${persoon} × ${situatie} stands in no column`);
  return zicht;
}

/** The role of each person, by the first part of their name. */
export const ROL_VAN: Readonly<Record<string, Rol>> = {
  metgezel: 'metgezel',
  oco: 'oco_consulent',
  coordinator: 'regiocoordinator',
  landelijk: 'landelijk_team',
  programmaleiding: 'programmaleiding',
  beheer: 'functioneel_beheer',
  auditor: 'auditor',
};

/** m metgezel, o oco_consulent, c regiocoordinator, l landelijk_team, p programmaleiding, b functioneel_beheer, a auditor. */
const ROL_BIJ_LETTER: Readonly<Record<string, Rol>> = {
  m: 'metgezel',
  o: 'oco_consulent',
  c: 'regiocoordinator',
  l: 'landelijk_team',
  p: 'programmaleiding',
  b: 'functioneel_beheer',
  a: 'auditor',
};

/** Who may ask at all, by the operation: its method and path. What is under one signaal is for who works with cases. */
const DEUREN: readonly (readonly [operatie: RegExp, letters: string])[] = [
  [/^post \/signalen(\/_vooraf)?$/, 'mo'],
  [/^(get|post|delete) \/signalen/, 'moclp'],
  [/^get \/weergaven$/, 'moclp'],
  [/^get \/cijfers$/, 'clp'],
  [/^get \/uitvoer\/\{tijdvak\}$/, 'l'],
  [/^get \/patronen(\/\{patroon\})?$/, 'clp'],
  [/^(get|post) \/patronen/, 'l'],
  [/^get \/patroonvoorstellen(\/\{voorstel\})?$/, 'lp'],
  [/^post \/patroon(voorstellen|zoekingen)/, 'l'],
  [/^get \/rapporten(\/\{rapport\}(\/uitvoer\/\{vorm\})?)?$/, 'lp'],
  [/^(post|delete) \/rapporten/, 'l'],
  [/^get \/noemers$/, 'lpb'],
  [/^post \/noemerbestanden/, 'lb'],
  [/^(get|post) \/waarnemingen/, 'moclp'],
  [/^post \/lessen\/\{les\}\/beoordelingen$/, 'cl'],
  [/^post \/lessen\/\{les\}\/toepassingen$/, 'mocl'],
  [/^(get|post) \/lessen/, 'moclp'],
  [/^get \/organisaties\/\{organisatie\}\/loketten$/, 'moclpb'],
  [/^get \/organisaties\/\{organisatie\}\/loketwijzigingen$/, 'clba'],
  [/^(post|delete) \/organisaties\//, 'clb'],
  [/^(post|delete) \/feestdagen/, 'b'],
  [/^post \/termijnbeleid\/_simuleer$/, 'lpb'],
  [/^(get|post|delete) \/termijnbeleid\/simulaties/, 'lpb'],
  [/^post \/termijnbeleid$/, 'pb'],
  [/^(get|post) \/waakhondmeldingen/, 'b'],
  [/^(get|post) \/wissingen/, 'lb'],
  [/^get \/bewaartermijnen$/, 'lb'],
  [/^post \/bewaartermijnen/, 'b'],
  [/^get \/mensen$/, 'moclp'],
  [/^get \/gebruikers(\/|$)/, 'ba'],
  [/^(get|post) \/logregels(\/|$)/, 'a'],
  [/^get \/dataverwerkingen$/, 'a'],
  [/^get \/verwerkingsactiviteiten(\/\{verwerkingsactiviteit\})?$/, 'moclpba'],
  [/^post \/gebruikers(bestanden)?(\/|$)/, 'b'],
  [/^get \/(codelijsten|gemeenten|organisaties|feestdagen|termijnbeleid)(\/\{lijst\})?$/, 'moclpba'],
  [/^get \/ik\/vragen$/, 'moclp'],
  [/^(get|put|delete) \/ik\/concepten/, 'mo'],
  [/^(get|put|delete) \/ik\/weergaven/, 'moclp'],
  [/^(get|put|post|delete) \/ik(\/|$)/, 'moclpba'],
];

/** Throws TypeError for an operation that stands in no row. */
export function rollenVan(operatie: string): readonly Rol[] {
  const rij = DEUREN.find(([past]) => past.test(operatie));
  if (rij === undefined) throw new TypeError(`${operatie} stands in no row of the matrix`);
  return Array.from(rij[1], (letter) => ROL_BIJ_LETTER[letter] ?? 'ketenpartner');
}

/** What everybody looks up, in which nothing of a case or of another person stands. */
const ZONDER_REGEL = /^get \/(codelijsten|gemeenten|organisaties|feestdagen|termijnbeleid|ik)(\/\{lijst\})?$/;

/** Whether an answer with this status leaves a line in the log. */
export function laatRegel({ operatie, status }: { operatie: string; status: number }): boolean {
  return !ZONDER_REGEL.test(operatie) || [401, 403, 404, 409, 412].includes(status);
}
