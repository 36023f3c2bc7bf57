/** Every address of a page, so that none is written twice. */
export const PATHS = {
  start: '/',
  documentatie: '/documentatie',
  openapi: '/api/v1/openapi.json',
  gezondheid: '/health/ready',
  postbus: '/dev/post',
  brief: (id: string) => `/dev/post/${encodeURIComponent(id)}`,
  opmaak: (id: string) => `/dev/post/${encodeURIComponent(id)}/opmaak`,
} as const;
