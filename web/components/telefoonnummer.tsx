import { beladres } from '#domain/post/bellen.ts';

/** A phone number that is called with one tap. */
export function Telefoonnummer({ telefoon }: { telefoon: string }) {
  return (
    <a className="nummer" href={beladres(telefoon)}>
      {telefoon}
    </a>
  );
}
