import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const types: Record<string, string> = { js: 'text/javascript', css: 'text/css' };
const files = new Set(['swagger-ui.css', 'swagger-ui-bundle.js']);
const folder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));

/** Own scripts and styles only; the reader draws its icons from data addresses and sets styles on elements. */
export const docsPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** The page that shows the OpenAPI document to a reader. */
export const docsPage = (service: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Helhed: ${service}</title>` +
  `<link rel="stylesheet" href="/${service}/docs/swagger-ui.css"></head><body><div id="reader"></div>` +
  `<script src="/${service}/docs/swagger-ui-bundle.js"></script><script src="/${service}/docs/start.js"></script></body></html>`;

const start = (service: string): string =>
  `SwaggerUIBundle({ url: '/${service}/openapi.json', dom_id: '#reader', deepLinking: true, validatorUrl: null });`;

/** One of the files that the page asks for; undefined for any other name. */
export async function docsFile(service: string, name: string): Promise<{ type: string; content: Buffer } | undefined> {
  const type = types[name.split('.').at(-1) ?? ''];
  if (name === 'start.js') return { type: 'text/javascript', content: Buffer.from(start(service)) };
  if (type === undefined || !files.has(name)) return undefined;
  return { type, content: await readFile(join(folder, name)) };
}
