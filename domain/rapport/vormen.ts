/** The forms in which a report leaves the service, by the end of the name of the file. */
export const RAPPORTVORMEN = {
  pdf: { naam: 'PDF', mediatype: 'application/pdf' },
  ods: { naam: 'ODS, voor elk rekenprogramma', mediatype: 'application/vnd.oasis.opendocument.spreadsheet' },
  xlsx: { naam: 'Excel', mediatype: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  csv: { naam: 'CSV voor Excel', mediatype: 'text/csv; charset=utf-8' },
} as const satisfies Record<string, { naam: string; mediatype: string }>;

export type Rapportvorm = keyof typeof RAPPORTVORMEN;

export function isRapportvorm(vorm: string): vorm is Rapportvorm {
  return Object.hasOwn(RAPPORTVORMEN, vorm);
}
