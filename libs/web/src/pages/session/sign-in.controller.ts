import { Public, requireOwnForm } from '@helhed/access';
import { Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { cookieIn, hostPrefix } from '../cookies.js';
import { PageLanguage, type Language } from '../language.js';
import { WebPage } from '../web-page.js';
import { Sessions } from './sessions.js';
import { signInOptions, type SignInOptions } from './sign-in-options.js';
import { choosePage, failedPage, signedOutPage, signOutPage } from './sign-in-pages.js';
import { pendingCookie, SignIn, type Going } from './sign-in.js';

const forEverybody = 'Where people sign in and out.';

@Controller()
export class SignInController {
  constructor(
    private readonly signIn: SignIn,
    private readonly sessions: Sessions,
    @Inject(signInOptions) private readonly options: SignInOptions,
  ) {}

  @Get('sign-in')
  @Public(forEverybody)
  @WebPage()
  async begin(@PageLanguage() language: Language, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { municipality, to } = request.query as Record<string, unknown>;
    const back = typeof to === 'string' ? to : '';
    if (typeof municipality === 'string') return goTo(reply, await this.signIn.begin(municipality, back, language));
    const codes = await this.signIn.municipalities();
    return reply.send(choosePage(language, this.options.path, codes, back));
  }

  @Get('sign-in/callback')
  @Public(forEverybody)
  @WebPage()
  async finish(@PageLanguage() language: Language, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const kept = cookieIn(request.headers.cookie, hostPrefix + pendingCookie);
    const going = await this.signIn.finish(kept, request.url.split('?', 2)[1] ?? '');
    if (going) return goTo(reply, going);
    return reply.code(400).send(failedPage(language, this.options.path));
  }

  @Get('sign-out')
  @Public(forEverybody)
  @WebPage()
  async leave(@PageLanguage() language: Language, @Req() request: FastifyRequest): Promise<string> {
    const session = await this.sessions.find(request);
    if (!session) return signedOutPage(language, this.options.path);
    return signOutPage(language, this.options.path, session.csrf, session.name);
  }

  /** Ends the session here, and then Keycloak's own, or the next sign-in would ask for no password. */
  @Post('sign-out')
  @Public(forEverybody)
  @WebPage()
  async end(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const session = await this.sessions.find(request);
    if (session) requireOwnForm(request, session);
    const away = await this.sessions.end(request);
    return goTo(reply, { location: away?.href ?? `${this.options.path}/sign-out`, cookies: [this.sessions.forget] });
  }
}

const goTo = (reply: FastifyReply, { location, cookies }: Going) =>
  reply.header('set-cookie', cookies).redirect(location, 303);
