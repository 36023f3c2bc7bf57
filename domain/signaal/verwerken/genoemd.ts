import type { Staat } from '../staat.ts';

/** The staat of a signaal that names these organisaties too (ADR 0031). */
export function metGenoemd(staat: Staat, organisaties: readonly (string | null)[]): Staat {
  const eerder = staat.ookGenoemd ?? [];
  const nieuw = organisaties.filter((id): id is string => id !== null && !eerder.includes(id));
  return nieuw.length === 0 ? staat : { ...staat, ookGenoemd: [...new Set([...eerder, ...nieuw])] };
}
