/** Lengths of the windows in days: one, two, four and eight weeks. They end with any day, so that no week has an edge. */
export const VENSTERS = [7, 14, 28, 56] as const;

/** The 52 weeks before a window are its past. */
export const BASISDAGEN = 364;

/** Fewer signalen than this are never a pattern. */
export const MINSTE_AANTAL = 3;

/** As many weeks are shown with what was found, so that one sees what is usual. */
export const VERLOOPWEKEN = 26;
