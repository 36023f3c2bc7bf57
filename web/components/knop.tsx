import type { ComponentProps } from 'react';

interface Knopvorm {
  /** What the page is for (one of these is enough), what one can do too, or what cannot be taken back. */
  soort?: 'eerste' | 'tweede' | 'gevaar';
  /** Beside a line of text, or many below each other. */
  klein?: boolean;
}

const SOORTEN = {
  eerste: 'utrecht-button utrecht-button--primary-action',
  tweede: 'utrecht-button utrecht-button--secondary-action',
  gevaar: 'utrecht-button utrecht-button--primary-action utrecht-button--danger',
} as const;

/** How what is pressed looks, for what is neither a button nor a link. */
export function knopvorm({ soort = 'eerste', klein = false }: Knopvorm): string {
  return klein ? `${SOORTEN[soort]} klein` : SOORTEN[soort];
}

/** Does something: sends its form, unless it says otherwise. */
export function Knop({
  soort = 'eerste',
  klein = false,
  ...eigen
}: Knopvorm & Omit<ComponentProps<'button'>, 'className'>) {
  return <button className={knopvorm({ soort, klein })} type="submit" {...eigen} />;
}

/** Goes to where something is done. */
export function Knoplink({
  soort = 'eerste',
  klein = false,
  ...eigen
}: Knopvorm & Omit<ComponentProps<'a'>, 'className'>) {
  return <a className={knopvorm({ soort, klein })} {...eigen} />;
}
