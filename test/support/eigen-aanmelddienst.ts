import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

import { type CryptoKey, exportJWK, generateKeyPair, type JWTHeaderParameters, SignJWT } from 'jose';

export const CLIENT = { id: 'signaalpunt', secret: 'een geheim van deze proef' };

/** A provider that does what a test says, also what no provider would do. */
export class EigenAanmelddienst implements AsyncDisposable {
  /** What it says of who logs in, in the place of what is right. */
  claims: Record<string, unknown> = {};
  kop: Partial<JWTHeaderParameters> = {};
  /** Signs in the place of the key that it publishes. */
  ondertekenaar: CryptoKey | Uint8Array | undefined;
  /** Answers the token request in the place of tokens. */
  tokenfout: { status: number; body: object } | undefined;
  isWeg = false;
  readonly tokenverzoeken: URLSearchParams[] = [];
  readonly #server: Server;
  readonly #sleutel: CryptoKey;
  readonly #jwks: object;
  #nonce = '';

  private constructor(sleutel: CryptoKey, jwks: object) {
    this.#sleutel = sleutel;
    this.#jwks = jwks;
    this.#server = createServer((req, res) => void this.#antwoord(req, res));
  }

  static async open(): Promise<EigenAanmelddienst> {
    const { publicKey, privateKey } = await generateKeyPair('PS256');
    const jwk = { ...(await exportJWK(publicKey)), kid: 'een', alg: 'PS256', use: 'sig' };
    const dienst = new EigenAanmelddienst(privateKey, { keys: [jwk] });
    dienst.#server.listen(0, '127.0.0.1');
    await once(dienst.#server, 'listening');
    return dienst;
  }

  get issuer(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Where the provider sends the browser back, from the address to which it was sent. */
  terug(heen: string, anders: Record<string, string> = {}): string {
    const gevraagd = new URL(heen).searchParams;
    this.#nonce = gevraagd.get('nonce') ?? '';
    const query = new URLSearchParams({ code: 'code-1', state: gevraagd.get('state') ?? '', ...anders });
    return `${gevraagd.get('redirect_uri')}?${query.toString()}`;
  }

  /** A token of this provider. */
  onderteken(
    inhoud: Record<string, unknown>,
    kop: Partial<JWTHeaderParameters> = {},
    sleutel = this.ondertekenaar,
  ): Promise<string> {
    return new SignJWT(inhoud).setProtectedHeader({ alg: 'PS256', kid: 'een', ...kop }).sign(sleutel ?? this.#sleutel);
  }

  async #antwoord(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const stuur = (status: number, body: object): void => {
      res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    if (this.isWeg) return void res.destroy();
    if (req.url === '/.well-known/openid-configuration') return stuur(200, this.#ontdekking());
    if (req.url === '/jwks') return stuur(200, this.#jwks);
    this.tokenverzoeken.push(new URLSearchParams(await text(req)));
    if (this.tokenfout !== undefined) return stuur(this.tokenfout.status, this.tokenfout.body);
    const nu = Math.floor(Date.now() / 1000);
    const inhoud = { iss: this.issuer, aud: CLIENT.id, sub: 'landelijk', iat: nu, exp: nu + 60, nonce: this.#nonce };
    const id_token = await this.onderteken({ ...inhoud, ...this.claims }, this.kop);
    stuur(200, { access_token: 'x', token_type: 'Bearer', id_token });
  }

  #ontdekking(): object {
    const { issuer } = this;
    return {
      issuer,
      authorization_endpoint: `${issuer}/auth`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      end_session_endpoint: `${issuer}/uit`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['PS256'],
      code_challenge_methods_supported: ['S256'],
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
