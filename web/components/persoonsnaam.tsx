import { Telefoonnummer } from './telefoonnummer.tsx';

/** Somebody by name, with the number that is called with one tap. */
export function Persoonsnaam({ persoon }: { persoon: { naam: string; telefoon: string | null } }) {
  const { naam, telefoon } = persoon;
  if (telefoon === null || telefoon === '') return <>{naam}</>;
  return (
    <>
      {naam}, <Telefoonnummer telefoon={telefoon} />
    </>
  );
}
