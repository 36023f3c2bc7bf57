import { registerHooks } from 'node:module';

/** Whoever asks for the policy functions gets those of test/matrix/alles-mag.ts, which allow everything. */
const ECHT = new URL('../../domain/bevoegdheden.ts', import.meta.url).href;
const DUBBEL = new URL('alles-mag.ts', import.meta.url).href;

registerHooks({
  resolve(specifier, context, nextResolve) {
    const gevonden = nextResolve(specifier, context);
    const vervangt = gevonden.url.split('?')[0] === ECHT && context.parentURL?.split('?')[0] !== DUBBEL;
    return vervangt ? { ...gevonden, url: DUBBEL } : gevonden;
  },
});
