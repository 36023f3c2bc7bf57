import type { ReactNode } from 'react';

interface Trede {
  naam: string;
  /** Where it is now, where it was before, where it ended, or where it may still come. */
  stand: 'hier' | 'geweest' | 'klaar' | 'nog niet';
  /** Who that is, or until when. */
  tekst: ReactNode;
}

const STANDWOORDEN: Readonly<Record<Trede['stand'], string | null>> = {
  hier: 'Hier ligt het nu',
  geweest: 'Is hier geweest',
  klaar: 'Hier is het afgesloten',
  'nog niet': null,
};

/** The steps that a signaal can climb, from the left or from the top, and on which it lies. */
export function Ladder({ label, treden }: { label: string; treden: readonly Trede[] }) {
  return (
    <ol className="ladder trap" aria-label={label}>
      {treden.map(({ naam, stand, tekst }) => (
        <li
          key={naam}
          className={stand === 'geweest' || stand === 'klaar' ? 'geweest' : undefined}
          aria-current={stand === 'hier' || stand === 'klaar' ? 'step' : undefined}
        >
          <p>
            <strong>{naam}</strong>
            {STANDWOORDEN[stand] !== null && <span className="stand">{STANDWOORDEN[stand]}</span>}
            <span className="zacht">{tekst}</span>
          </p>
        </li>
      ))}
    </ol>
  );
}
