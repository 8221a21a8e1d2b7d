import { sessionOf } from '@helhed/access';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { html, type Html } from './html.js';
import { languageOfPage } from './language.js';
import type { PageFrame } from './layout.js';

/** To whom a page is shown, and how it asks and sends on their behalf. */
export interface PageView extends PageFrame {
  readonly address: string;
  /** What each of the page's forms carries: `csrfField`. */
  readonly csrf: string;
  /** With which other services are asked, so that they decide on whoever looks. */
  readonly accessToken: string;
}

/** The handler's parameter with this view; a page for everybody has neither token nor account. */
export const ShownTo = createParamDecorator((_: unknown, context: ExecutionContext): PageView => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const { accessToken = '', csrf = '', name } = sessionOf(request) ?? {};
  const account = accessToken === '' ? undefined : (name ?? '');
  return { language: languageOfPage(request), address: request.url, account, csrf, accessToken };
});

export const csrfField = ({ csrf }: PageView): Html => html`<input type="hidden" name="csrf" value="${csrf}" />`;
