/**
 * How long a les counts as current. Rules, tariffs and people at a desk change within two years, so no longer than that without somebody
 * looking again; and the owner is asked four working weeks before, the time in which one can call who was involved, holidays included.
 */
export const LESBELEID = {
  /** For how many days a les can be said to be valid at most. */
  geldigDagen: 730,
  /** So many working days before it ends the owner is asked whether it still works. */
  vraagVooraf: 20,
} as const;
