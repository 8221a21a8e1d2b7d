import {
  createParamDecorator,
  ForbiddenException,
  Inject,
  Injectable,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { bearerToken, type Actor } from '../rules/tokens.js';

export const tokenCheck = Symbol('how a token is verified');

interface Request {
  readonly headers: { readonly authorization?: string };
  actor?: Actor;
}

/** The functions that a route is for. */
export const Functions = Reflector.createDecorator<string[]>();

export const CurrentActor = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<Request>().actor,
);

/** The guard of Nest's chapter on authentication: each request's token is verified. */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    @Inject(tokenCheck) private readonly verify: (token: string) => Promise<Actor>,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    const actor = await this.verify(bearerToken(request.headers.authorization));
    const functions = this.reflector.get(Functions, context.getHandler());
    if (functions && !functions.includes(actor.function)) throw new ForbiddenException();
    request.actor = actor;
    return true;
  }
}
