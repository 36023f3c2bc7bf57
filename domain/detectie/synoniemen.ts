/** What professionals write for the same, the first for all of the line. */
const GROEPEN = [
  ['vervoer', 'taxi', 'rit', 'busje', 'reiskosten'],
  ['dagbesteding', 'dagopvang', 'dagactiviteit'],
  ['logeren', 'logeeropvang', 'respijt', 'respijtzorg'],
  ['pgb', 'persoonsgebonden', 'budget', 'budgethouder'],
  ['wachtlijst', 'wachttijd', 'wachten'],
  ['gemeente', 'wijkteam', 'sociaal'],
  ['zorgkantoor', 'zorgverzekeraar', 'verzekeraar'],
  ['indicatie', 'indicatiestelling', 'indicatiebesluit', 'ciz'],
  ['school', 'onderwijs', 'leerling', 'klas'],
  ['thuiszitter', 'thuiszit', 'leerplicht'],
  ['mantelzorger', 'mantelzorg', 'naaste'],
  ['begeleiding', 'begeleider', 'ondersteuning'],
  ['hulpmiddel', 'rolstoel', 'tillift'],
  ['woning', 'woonplek', 'huisvesting'],
  ['verhuizen', 'verhuizing', 'verhuisd'],
] as const;

/** A word, and the one that it stands for here. */
export const SYNONIEMEN: readonly { woord: string; eerste: string }[] = GROEPEN.flatMap(([eerste, ...rest]) =>
  rest.map((woord) => ({ woord, eerste })),
);
