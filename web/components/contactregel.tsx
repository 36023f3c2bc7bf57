import { Telefoonnummer } from './telefoonnummer.tsx';

interface ContactregelProps {
  naam: string;
  /** Who that is, such as "Regiocoördinator Noord". */
  rol?: string | undefined;
  telefoon?: string | null | undefined;
  email?: string | null | undefined;
}

/** Somebody to turn to, with what can be pressed to reach them. */
export function Contactregel({ naam, rol, telefoon, email }: ContactregelProps) {
  return (
    <p className="contact">
      <strong>{naam}</strong>
      {rol !== undefined && <span className="zacht">{rol}</span>}
      {telefoon != null && telefoon !== '' && <Telefoonnummer telefoon={telefoon} />}
      {email != null && email !== '' && (
        <a className="mailadres" href={`mailto:${email}`}>
          {email}
        </a>
      )}
    </p>
  );
}
