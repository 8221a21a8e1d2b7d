import type { Context } from '@helhed/contracts';
import type { Text } from '@helhed/kernel';

const about: Readonly<Record<Context, Text>> = {
  referral: { da: 'Indstillinger, visitation og venteliste', en: 'Referrals, triage and the waiting list' },
  'family-plan': { da: 'Familier og indskrivninger', en: 'Families and enrolments' },
  scheduling: { da: 'Grupper, forløb, lokaler og kalendere', en: 'Groups, courses, rooms and calendars' },
  consent: { da: 'Register over hjemler', en: 'The register of legal bases' },
  reporting: { da: 'Nøgletal', en: 'Figures' },
};

/** Nothing on the page is fetched or run. */
export const frontPagePolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

const line = (service: Context): string =>
  `<li><a href="/${service}/docs">${service}</a>: ${about[service].da} / <span lang="en">${about[service].en}</span> ` +
  `(<a href="/${service}/openapi.json">OpenAPI</a>, <a href="/${service}/problems">problemtyper / problem types</a>)</li>`;

/** What a browser sees at the platform's address: where each service describes itself. */
export const frontPage = (services: readonly Context[]): string =>
  '<!doctype html><html lang="da"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Helhed</title></head>' +
  `<body><main><h1>Helhed</h1><p>Tjenesterne og deres API. / <span lang="en">The services and their APIs.</span></p><ul>${services.map(line).join('')}</ul></main></body></html>`;
