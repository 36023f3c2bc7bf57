import type * as z from 'zod';

import type { Beleid } from './beleid.ts';
import type { Velden } from './velden.ts';

const DAGEN = {
  verplicht: 'Vul een aantal werkdagen in.',
  type: 'Vul een geheel aantal werkdagen in.',
  te_klein: 'Vul minstens 1 werkdag in. Alleen uitloop en tegenhouden mogen 0 zijn.',
  te_groot: 'Vul hoogstens 260 werkdagen in.',
};
const MAG_NUL = { ...DAGEN, te_klein: 'Vul 0 of meer werkdagen in.' };
const NIET_LANGER = { volgorde: 'Een hogere urgentie heeft geen langere termijn dan de urgentie eronder.' };
const ELKE_URGENTIE = 'Vul voor elke urgentie een aantal werkdagen in.';

const PER_URGENTIE = {
  verplicht: ELKE_URGENTIE,
  velden: { normaal: DAGEN, hoog: { ...DAGEN, ...NIET_LANGER }, spoed: { ...DAGEN, ...NIET_LANGER } },
};
const UITLOOP = { verplicht: ELKE_URGENTIE, velden: { normaal: MAG_NUL, hoog: MAG_NUL, spoed: MAG_NUL } };

const PROCENT = 'Een percentage is een geheel getal van 1 tot en met 100.';
const HERINNERINGEN = {
  verplicht: 'Noem bij welke percentages een herinnering uitgaat. Een lege lijst: geen.',
  type: PROCENT,
  te_klein: PROCENT,
  te_groot: PROCENT,
  te_veel: 'Kies hoogstens tien percentages.',
  dubbel: 'Noem elk percentage één keer.',
};
const HERHALING = {
  ...DAGEN,
  verplicht: 'Vul in om de hoeveel werkdagen de melding terugkomt. Stuur null voor geen herhaling.',
  te_klein: 'Een herhaling komt na minstens 1 werkdag. Stuur null voor geen herhaling.',
};
const UITERLIJK = { ...DAGEN, verplicht: 'Vul in hoeveel werkdagen vooruit de datum hoogstens ligt.' };

const GETALLEN = 'Geef de getallen van deze stap.';
const STAP = {
  verplicht: GETALLEN,
  velden: { n: PER_URGENTIE, uitloop: UITLOOP, herinneringen: HERINNERINGEN, herhaling: HERHALING },
};
const { spoed: _termijn, ...LOKALE_TERMIJN } = PER_URGENTIE.velden;
const { spoed: _uitloop, ...LOKALE_UITLOOP } = UITLOOP.velden;
const LOKALE_STAP = {
  verplicht: GETALLEN,
  velden: {
    ...STAP.velden,
    n: { verplicht: ELKE_URGENTIE, velden: LOKALE_TERMIJN },
    uitloop: { verplicht: ELKE_URGENTIE, velden: LOKALE_UITLOOP },
  },
};
const DATUMSTAP = { verplicht: GETALLEN, velden: { uiterlijk: UITERLIJK } };

/** The sentences of every number of a policy. */
export const BELEIDZINNEN: { verplicht: string; velden: Velden<z.input<typeof Beleid>> } = {
  verplicht: 'Geef het beleid.',
  velden: {
    stappen: {
      verplicht: 'Geef de getallen van elke stap.',
      velden: {
        oppakken: STAP,
        behandelen: {
          verplicht: 'Geef de getallen van elk niveau.',
          velden: { lokaal: LOKALE_STAP, regionaal: STAP, landelijk: STAP },
        },
        vraag: STAP,
        vraag_hogerop: STAP,
        toezegging: {
          verplicht: GETALLEN,
          velden: {
            ...STAP.velden,
            herinneringen: {
              ...HERINNERINGEN,
              verplicht: 'Noem bij welke percentages naar de toezegging wordt gevraagd.',
              te_weinig: 'Kies minstens één percentage. Anders wordt er nooit naar de toezegging gevraagd.',
            },
            uiterlijk: UITERLIJK,
          },
        },
        navraag: STAP,
        aanpak: DATUMSTAP,
        pauze: DATUMSTAP,
        terugkoppelen: STAP,
        indelen: STAP,
        duur: STAP,
        terugblik: {
          verplicht: GETALLEN,
          velden: {
            vraagdagen: {
              ...DAGEN,
              verplicht: 'Kies op welke werkdagen de vraag komt.',
              te_weinig: 'Kies minstens één dag voor de vraag.',
              te_veel: 'Kies hoogstens vijf dagen.',
            },
            einde: { ...DAGEN, verplicht: 'Vul in tot en met welke werkdag heropenen kan.' },
          },
        },
      },
    },
    tegenhouden: { ...MAG_NUL, verplicht: 'Vul in hoeveel werkdagen de vraag hogerop tegen te houden is.' },
    ligtStil: { ...PER_URGENTIE, verplicht: 'Vul in na hoeveel werkdagen een signaal stilligt.' },
  },
};
