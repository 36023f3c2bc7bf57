import { Melding } from './melding.tsx';

/** What was just done, on the page where one lands; nothing for an address that says nothing of it. */
export function Gelukt({ zin }: { zin: string | undefined }) {
  if (zin === undefined) return null;
  return (
    <Melding soort="goed">
      <p>{zin}</p>
    </Melding>
  );
}
