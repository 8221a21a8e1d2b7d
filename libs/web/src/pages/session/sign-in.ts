import { AllowedIssuers, TokenVerifier } from '@helhed/access';
import { PersonalData } from '@helhed/database';
import { DomainError, isMunicipalityCode, type MunicipalityCode } from '@helhed/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { hostCookie } from '../cookies.js';
import type { Language } from '../language.js';
import { Oidc, type Pending } from './oidc.js';
import { returnAddress } from './return-address.js';
import { Sessions } from './sessions.js';
import { signInOptions, type SignInOptions } from './sign-in-options.js';

/** What the browser keeps, encrypted, while it is at Keycloak: so that only the one that went comes back. */
export const pendingCookie = 'helhed-sign-in';
const pendingSeconds = 600;
const place = 'cookie.sign-in';

interface Kept extends Pending {
  readonly to: string;
}

export interface Going {
  readonly location: string;
  readonly cookies: readonly string[];
}

/** From a browser to a session, by way of the municipality's realm. */
@Injectable()
export class SignIn {
  constructor(
    private readonly issuers: AllowedIssuers,
    private readonly verifier: TokenVerifier,
    private readonly data: PersonalData,
    private readonly oidc: Oidc,
    private readonly sessions: Sessions,
    @Inject(signInOptions) private readonly options: SignInOptions,
  ) {}

  municipalities(): Promise<MunicipalityCode[]> {
    return this.issuers.municipalities();
  }

  /** @param to the page to come back to @throws DomainError `municipality-unknown` */
  async begin(code: string, to: string | undefined, language: Language): Promise<Going> {
    const allowed = isMunicipalityCode(code) && (await this.issuers.ofMunicipality(code));
    if (!allowed || !isMunicipalityCode(code)) throw municipalityUnknown();
    const { url, pending } = await this.oidc.begin(allowed.issuer, language);
    const kept: Kept = { ...pending, to: returnAddress(to, '') };
    const sealed = this.data.encrypt(code, place, JSON.stringify(kept)).toString('base64url');
    return { location: url.href, cookies: [hostCookie(pendingCookie, `${code}.${sealed}`, pendingSeconds)] };
  }

  /**
   * A new session for whoever came back from Keycloak.
   * @param cookie what `begin` gave the browser to keep @param query the callback's, as it came
   * @returns undefined where this browser did not ask for it, or Keycloak does not stand by it
   */
  async finish(cookie: string | undefined, query: string): Promise<Going | undefined> {
    const kept = this.#opened(cookie);
    const tokens = kept && (await this.oidc.finish(kept.pending, query));
    if (!tokens) return undefined;
    const actor = await this.verifier.verify(tokens.access);
    if (actor.municipality !== kept.municipality) return undefined;
    const session = await this.sessions.begin(kept.municipality, tokens);
    return {
      location: kept.pending.to || this.options.home(actor),
      cookies: [session, hostCookie(pendingCookie, '', 0)],
    };
  }

  #opened(cookie = ''): { municipality: MunicipalityCode; pending: Kept } | undefined {
    const [municipality = '', sealed = ''] = cookie.split('.');
    if (!isMunicipalityCode(municipality)) return undefined;
    try {
      const text = this.data.decrypt(municipality, place, Buffer.from(sealed, 'base64url'));
      return { municipality, pending: JSON.parse(text) as Kept };
    } catch {
      return undefined;
    }
  }
}

const municipalityUnknown = () =>
  new DomainError('invalid', 'municipality-unknown', {
    da: 'Kommunen er ikke med i Helhed. Vælg en anden.',
    en: 'The municipality is not part of Helhed. Choose another.',
  });
