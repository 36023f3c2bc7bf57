import { Invoervak } from './invoervak.tsx';
import { Knop } from './knop.tsx';

interface ZoekvakProps {
  adres: string;
  /** The name of the question in the address. */
  naam: string;
  id?: string;
  label: string;
  waarde?: string | undefined;
  /** Above the field, or read out alone where all see what it is for. */
  labelInZicht?: boolean;
}

/** Looks for words with a GET, so that what was found has an address. */
export function Zoekvak({ adres, naam, id = `zoek-${naam}`, label, waarde = '', labelInZicht = true }: ZoekvakProps) {
  return (
    <form className="zoekvak" method="get" action={adres} role="search" aria-label={label}>
      <label className={labelInZicht ? undefined : 'voorgelezen'} htmlFor={id}>
        {label}
      </label>
      <Invoervak
        id={id}
        type="search"
        name={naam}
        defaultValue={waarde}
        placeholder={labelInZicht ? undefined : label}
        autoComplete="off"
        enterKeyHint="search"
      />
      <Knop soort="tweede">Zoek</Knop>
    </form>
  );
}
