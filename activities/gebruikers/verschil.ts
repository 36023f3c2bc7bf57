import type { Account } from '#domain/accounts.ts';

/** What a file changes, or would change. */
export interface Verschil {
  nieuw: Account[];
  gewijzigd: { id: string; velden: Veldverschil[] }[];
  gelijk: number;
  /** Accounts that stay as they are because the file does not name them; only those that are active. */
  nietGenoemd: string[];
}

/** One field in words, under the name of its column in a file. */
export interface Veldverschil {
  veld: string;
  van: string;
  naar: string;
}

type Veld = Exclude<keyof Account, 'id'>;

const KOLOM: Readonly<Record<Veld, string>> = {
  naam: 'naam',
  email: 'email',
  telefoon: 'telefoon',
  rollen: 'rollen',
  regios: 'regios',
  thuisregio: 'thuisregio',
  organisatie: 'organisatie',
  van: 'actief_van',
  tot: 'actief_tot',
};
const VELDEN = Object.keys(KOLOM) as Veld[];

/** What `worden` makes of the accounts that there are; `actief` says which of these work. */
export function vergelijk(
  worden: readonly Account[],
  accounts: readonly Account[],
  actief: (account: Account) => boolean,
): Verschil {
  const bekend = new Map(accounts.map((account) => [account.id, account]));
  const genoemd = new Set(worden.map(({ id }) => id));
  const verschillen = worden.flatMap((account) => {
    const was = bekend.get(account.id);
    return was === undefined ? [] : [{ id: account.id, velden: veldverschillen(was, account) }];
  });
  return {
    nieuw: worden.filter(({ id }) => !bekend.has(id)),
    gewijzigd: verschillen.filter(({ velden }) => velden.length > 0),
    gelijk: verschillen.filter(({ velden }) => velden.length === 0).length,
    nietGenoemd: accounts.filter((account) => actief(account) && !genoemd.has(account.id)).map(({ id }) => id),
  };
}

/** The fields that differ; the order of roles and regions says nothing. */
export function veldverschillen(van: Account, naar: Account, velden: readonly Veld[] = VELDEN): Veldverschil[] {
  return velden
    .map((veld) => ({ veld: KOLOM[veld], van: inWoorden(van[veld]), naar: inWoorden(naar[veld]) }))
    .filter((verschil) => verschil.van !== verschil.naar);
}

function inWoorden(waarde: Account[Veld]): string {
  if (waarde === null || waarde.length === 0) return 'leeg';
  return typeof waarde === 'string' ? waarde : waarde.map(String).toSorted().join(' ');
}
