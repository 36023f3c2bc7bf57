/**
 * Where anybody can have an address: sharing such a domain says nothing of working together. The providers that people in the
 * Netherlands use, with the domains of providers that merged since.
 */
const PUBLIEK: ReadonlySet<string> = new Set(
  `gmail.com googlemail.com outlook.com outlook.nl hotmail.com hotmail.nl hotmail.be live.nl live.com live.be msn.com
   msn.nl passport.com windowslive.com icloud.com me.com mac.com yahoo.com yahoo.nl ymail.com rocketmail.com aol.com
   aol.nl proton.me protonmail.com pm.me tutanota.com tuta.com fastmail.com fastmail.nl startmail.com gmx.com gmx.net
   gmx.de gmx.nl web.de mail.com mail.ru yandex.com yandex.ru zoho.com ziggo.nl home.nl casema.nl quicknet.nl
   chello.nl upcmail.nl multiweb.nl zinders.nl kpnmail.nl kpnplanet.nl planet.nl hetnet.nl telfort.nl
   telfortglasvezel.nl xs4all.nl wxs.nl tele2.nl versatel.nl zonnet.nl online.nl euronet.nl wanadoo.nl orange.nl
   t-mobilethuis.nl solcon.nl caiway.nl caiway.net kabelfoon.nl zeelandnet.nl deltanet.nl freedom.nl freeler.nl
   tiscali.nl compuserve.nl scarlet.nl vodafonevast.nl email.nl dds.nl tip.nl filternet.nl onsbrabantnet.nl onsnet.nl
   plex.nl cybercomm.nl edpnet.nl`.split(/\s+/),
);

/** The domain by which an organisation is known, or null for an address that anybody can have. */
export function organisatiedomein(adres: string): string | null {
  const domein = maildomeinVan(adres);
  return PUBLIEK.has(domein) ? null : domein;
}

/** True when both addresses are of one organisation: the same domain, that is nobody's in particular to hand out. */
export function isVanDezelfdeOrganisatie(een: string, ander: string): boolean {
  const domein = organisatiedomein(een);
  return domein !== null && domein === maildomeinVan(ander);
}

/** The part behind the @, in lower case. */
function maildomeinVan(adres: string): string {
  return adres.slice(adres.lastIndexOf('@') + 1).toLowerCase();
}
