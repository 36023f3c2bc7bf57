/** Of a page that stays open. */
export interface LiveAdres {
  /** Where it asks whether something changed. */
  adres: string;
  /** Where it is shown as it is then. */
  toon: string;
}

interface NieuwsProps {
  live: LiveAdres;
  /** As it is shown now. */
  kenmerken: readonly string[];
}

/** The place where a page that stays open says that something changed. It is empty until a script fills it. */
export function Nieuws({ live: { adres, toon }, kenmerken }: NieuwsProps) {
  return <p className="nieuws" role="status" data-live={adres} data-toon={toon} data-kenmerken={kenmerken.join(' ')} />;
}
