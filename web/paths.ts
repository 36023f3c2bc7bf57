/** Every address of a page, so that none is written twice. */
export const PATHS = {
  start: '/',
  documentatie: '/documentatie',
  openapi: '/api/v1/openapi.json',
  gezondheid: '/health/ready',
  partnerlink: (token: string) => `/verzoek/${token}`,
  partnercode: (token: string) => `/verzoek/${token}/code`,
  partneropen: (token: string) => `/verzoek/${token}/open`,
  partnervraag: (link: string) => `/verzoek/vraag/${link}`,
  partnerantwoord: (link: string, soort: string) => `/verzoek/vraag/${link}/${soort}`,
  partnersluit: (link: string) => `/verzoek/vraag/${link}/sluiten`,
  afmelden: (token: string) => `/afmelden/${token}`,
  agenda: (token: string) => `/agenda/${token}.ics`,
  postbus: '/dev/post',
  postbusVanaf: (id: string) => `/dev/post?vanaf=${encodeURIComponent(id)}`,
  brief: (id: string) => `/dev/post/${encodeURIComponent(id)}`,
  opmaak: (id: string) => `/dev/post/${encodeURIComponent(id)}/opmaak`,
} as const;
