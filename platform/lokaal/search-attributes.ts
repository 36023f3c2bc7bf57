/** What Temporal's web UI and its lists can filter on, with the type of each. */
export const SEARCH_ATTRIBUTES = {
  Niveau: 'Keyword',
  Status: 'Keyword',
  VolgendeOp: 'Datetime',
  SignaalNummer: 'Keyword',
} as const;
