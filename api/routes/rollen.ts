import { codesVan, type Rol } from '#domain/beleid/codelijsten.ts';

export const IEDEREEN: readonly Rol[] = codesVan('rol');
