/** A phone number that is called with one tap. */
export function Telefoonnummer({ telefoon }: { telefoon: string }) {
  return (
    <a className="nummer" href={`tel:${telefoon.replaceAll(/[^\d+]/g, '')}`}>
      {telefoon}
    </a>
  );
}
