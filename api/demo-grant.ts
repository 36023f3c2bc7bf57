/** The grant with which anybody gets a token of a demo user, without a password: its provider never runs in production. */
export const DEMO_GRANT = 'urn:signaalpunt:demo';
export const DEMO_CLIENT = 'signaalpunt-demo';
