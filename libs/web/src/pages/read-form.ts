import type { FastifyInstance } from 'fastify';
import { isPage } from './web-page.js';

/** Reads what a form sends, for pages only: an API that took forms could be sent one by any other site. */
export function readForms(server: FastifyInstance): void {
  server.addContentTypeParser<string>(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (request, text, done) => {
      if (isPage(request)) return done(null, Object.fromEntries(new URLSearchParams(text)));
      done(Object.assign(new Error('forms are for pages'), { statusCode: 415 }), undefined);
    },
  );
}
