import { codesVan, type Rol } from '#domain/beleid/codelijsten.ts';

/** Roles that work with signalen. Functioneel beheer and auditors see no case. */
export const MET_SIGNALEN = [
  'metgezel',
  'oco_consulent',
  'regiocoordinator',
  'landelijk_team',
  'programmaleiding',
] as const satisfies Rol[];

export const IEDEREEN: readonly Rol[] = codesVan('rol');
