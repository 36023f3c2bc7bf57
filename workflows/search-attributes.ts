/** By what an operator finds signalen in Temporal. Registered on the server under these names before the first start. */
export const SEARCH_ATTRIBUTES = {
  nummer: { name: 'SignaalNummer', type: 'KEYWORD' },
  niveau: { name: 'Niveau', type: 'KEYWORD' },
  status: { name: 'SignaalStatus', type: 'KEYWORD' },
  volgendeOp: { name: 'VolgendeOp', type: 'DATETIME' },
} as const;
