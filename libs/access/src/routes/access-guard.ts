import { DomainError, isMunicipalityCode } from '@helhed/kernel';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Actor } from '../actor/actor.js';
import { actIn } from '../actor/choose-function.js';
import { Citizens } from '../actor/citizens.js';
import { notAllowed } from '../actor/reach.js';
import { RetiredUnits } from '../actor/retired-units.js';
import { AllowedIssuers } from '../tokens/allowed-issuers.js';
import { tokenMissing, TokenRefused } from '../tokens/token-refused.js';
import { TokenVerifier } from '../tokens/token-verifier.js';
import { setActor, unknownLinkHolder } from './current-actor.js';
import { DecidedLooks } from './decided-looks.js';
import { declarationsOf } from './declarations.js';
import {
  chosenInAddress,
  isForBrowsers,
  PageSessions,
  requireOwnForm,
  setSession,
  type PageRequest,
  type PageSession,
} from './pages.js';
import { permit } from './permit.js';

/** Who asks, and in which function they chose to act. */
interface Asking {
  readonly token: string;
  readonly function: string | undefined;
  /** Opened by a cookie, which a browser sends with other sites' forms too. */
  readonly session?: PageSession | undefined;
}

/** Stands before every route: from the token to an actor, and whether the route is for such a one. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly verifier: TokenVerifier,
    private readonly issuers: AllowedIssuers,
    private readonly citizens: Citizens,
    private readonly looks: DecidedLooks,
    private readonly retired: RetiredUnits,
    private readonly sessions: PageSessions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true; // reactions to events come from the bus, not from somebody
    const [access] = declarationsOf(context.getHandler());
    const request = context.switchToHttp().getRequest<PageRequest>();
    if (access?.as === 'public') return true;
    if (access?.as === 'secret-link') setActor(request, unknownLinkHolder());
    else if (access) setActor(request, await this.#permitted(request, access, isForBrowsers(context.getHandler())));
    else throw notAllowed();
    this.looks.note(request.method, access);
    return true;
  }

  async #permitted(request: PageRequest, access: Parameters<typeof permit>[1], page: boolean): Promise<Actor> {
    const asking = page ? await this.#atPage(request) : withToken(request);
    const verified = await this.verifier.verify(asking.token);
    const chosen = actIn(await this.retired.leave(verified), asking.function);
    const actor = await this.#found(request, chosen);
    permit(actor, access, request.method);
    if (asking.session) requireOwnForm(request, asking.session);
    return actor;
  }

  /** A page takes a bearer token as the API does, and else the browser's session. */
  async #atPage(request: PageRequest): Promise<Asking> {
    const chosen = single(request, 'helhed-function') ?? chosenInAddress(request);
    if (request.headers['authorization'] !== undefined) {
      const { token } = withToken(request);
      setSession(request, { accessToken: token, csrf: '' });
      return { token, function: chosen };
    }
    const session = await this.sessions.find(request);
    if (!session) throw tokenMissing();
    setSession(request, session);
    return { token: session.accessToken, function: chosen, session };
  }

  #found(request: PageRequest, chosen: Actor): Promise<Actor> {
    return chosen.kind === 'operator' ? this.#operatorIn(request, chosen) : this.citizens.find(chosen);
  }

  /** An operator is in no municipality until the header names one. */
  async #operatorIn(request: PageRequest, actor: Actor): Promise<Actor> {
    const code = single(request, 'helhed-municipality');
    if (code === undefined) return actor;
    const known = isMunicipalityCode(code) && (await this.issuers.ofMunicipality(code));
    if (!known) throw municipalityUnknown();
    return { ...actor, municipality: code };
  }
}

const withToken = (request: PageRequest): Asking => ({
  token: bearerToken(request),
  function: single(request, 'helhed-function'),
});

function bearerToken(request: PageRequest): string {
  const header = single(request, 'authorization');
  if (header === undefined) throw tokenMissing();
  const [, token] = /^Bearer +(\S+)$/i.exec(header) ?? [];
  if (token === undefined) throw new TokenRefused('malformed');
  return token;
}

const single = ({ headers }: PageRequest, name: string): string | undefined => {
  const value = headers[name];
  return Array.isArray(value) ? value.join(',') : value;
};

const municipalityUnknown = (): DomainError =>
  new DomainError('invalid', 'municipality-unknown', {
    da: 'Kommunen i Helhed-Municipality er ikke registreret her.',
    en: 'The municipality in Helhed-Municipality is not registered here.',
  });
