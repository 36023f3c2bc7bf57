import type * as z from 'zod';

import type { Leesmoment } from '#activities/gebruikers/gelezen.ts';
import type { Bijlagenlijst } from '#contract/bijlage.ts';
import type { Inzagenlijst } from '#contract/inzage.ts';
import type { SignaalWeergave } from '#contract/signaal.ts';
import type { Termijnenlijst } from '#contract/termijn.ts';
import type { Verslag } from '#contract/verslag.ts';
import type { GebruikteLes } from '#db/queries/lesgebruik.ts';
import type { Les } from '#db/queries/lessen.ts';
import type { Signaalregel } from '#db/queries/signalen.ts';
import type { Voorgeschiedenis } from '#domain/signaal/voorgeschiedenis.ts';
import type { Datum } from '#domain/tijd/amsterdam.ts';

import type { PageContext } from '../../layout.tsx';
import type { TeBellen } from '../te-bellen.ts';
import type { Dagteller } from '../termijnstand.ts';
import type { Kijk } from '../verloop.ts';

/** What the page of a signaal shows. */
export interface SignaalProps {
  signaal: SignaalWeergave;
  /** Changes with what happens to it. */
  kenmerk: string;
  /** What may be about the same. */
  gelijkende: readonly Signaalregel[];
  /** Who can take it up while nobody has. */
  teBellen: readonly TeBellen[];
  /** What was learned of it, and whether this person may write that down now. */
  lessen: readonly Les[];
  /** What worked elsewhere and may help here. */
  lessenBij: readonly Les[];
  magLesSchrijven: boolean;
  /** What worked elsewhere and was used here, and whether this person may say so now, or take it back. */
  lessenGebruikt: readonly GebruikteLes[];
  magLesGebruiken: boolean;
  magLesTerugnemen: boolean;
  /** On which it has lain. */
  niveaus: Voorgeschiedenis['niveaus'];
  /** The files that came with answers; null while their key is not here. */
  bijlagen: z.infer<typeof Bijlagenlijst>['bijlagen'] | null;
  /** Whether this person may open who it is about. */
  leestOverWie: boolean;
  termijnen: z.infer<typeof Termijnenlijst>['termijnen'];
  /** Of which verzoek a step is; null for a step of the signaal itself. */
  verzoekPerStap: Readonly<Record<string, string | null>>;
  gebeurtenissen: z.infer<typeof Verslag>['gebeurtenissen'];
  inzagen: z.infer<typeof Inzagenlijst>['inzagen'];
  /** On the clock of the signaal. */
  vandaag: Datum;
  tel: Dagteller;
  kijk: Kijk;
  /** How far this person had read before. */
  gelezen: Leesmoment;
  /** What somebody has just done, in a sentence. */
  gedaan: string | null;
  context: PageContext & { persoon: NonNullable<PageContext['persoon']> };
}
