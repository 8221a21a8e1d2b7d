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
import { permit } from './permit.js';

interface Request {
  readonly method: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** Stands before every route: from the token to an actor, and whether the route is for such a one. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly verifier: TokenVerifier,
    private readonly issuers: AllowedIssuers,
    private readonly citizens: Citizens,
    private readonly retired: RetiredUnits,
    private readonly looks: DecidedLooks,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true; // reactions to events come from the bus, not from somebody
    const [access] = declarationsOf(context.getHandler());
    const request = context.switchToHttp().getRequest<Request>();
    if (access?.as === 'public') return true;
    if (access?.as === 'secret-link') setActor(request, unknownLinkHolder());
    else if (access) setActor(request, await this.#permitted(request, access));
    else throw notAllowed();
    this.looks.note(request.method, access);
    return true;
  }

  async #permitted(request: Request, access: Parameters<typeof permit>[1]): Promise<Actor> {
    const verified = await this.verifier.verify(bearerToken(request));
    const chosen = actIn(await this.retired.leave(verified), single(request, 'helhed-function'));
    const actor = await this.#found(request, chosen);
    permit(actor, access, request.method);
    return actor;
  }

  #found(request: Request, chosen: Actor): Promise<Actor> {
    return chosen.kind === 'operator' ? this.#operatorIn(request, chosen) : this.citizens.find(chosen);
  }

  /** An operator is in no municipality until the header names one. */
  async #operatorIn(request: Request, actor: Actor): Promise<Actor> {
    const code = single(request, 'helhed-municipality');
    if (code === undefined) return actor;
    const known = isMunicipalityCode(code) && (await this.issuers.ofMunicipality(code));
    if (!known) throw municipalityUnknown();
    return { ...actor, municipality: code };
  }
}

function bearerToken(request: Request): string {
  const header = single(request, 'authorization');
  if (header === undefined) throw tokenMissing();
  const [, token] = /^Bearer +(\S+)$/i.exec(header) ?? [];
  if (token === undefined) throw new TokenRefused('malformed');
  return token;
}

const single = ({ headers }: Request, name: string): string | undefined => {
  const value = headers[name];
  return Array.isArray(value) ? value.join(',') : value;
};

const municipalityUnknown = (): DomainError =>
  new DomainError('invalid', 'municipality-unknown', {
    da: 'Kommunen i Helhed-Municipality er ikke registreret her.',
    en: 'The municipality in Helhed-Municipality is not registered here.',
  });
