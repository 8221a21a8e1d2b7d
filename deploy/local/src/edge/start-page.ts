import type { Text } from '@helhed/kernel';
import type { DemoMunicipality } from '../demo/people.js';
import { aboutServers, aboutServices, pages, stateWords, texts } from './start-page-texts.js';
import type { State, WhatRuns } from './what-runs.js';

export type Language = keyof Text;

/** Nothing is run, and only the designsystem's styles, fonts and pictures are fetched. */
export const startPagePolicy =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

export interface Shown {
  readonly language: Language;
  readonly running: WhatRuns;
  /** The invented people of a demonstration. */
  readonly demo: readonly DemoMunicipality[];
}

/** What a browser sees at the platform's address on one machine: what runs, and where each thing is. */
export function startPage({ language, running, demo }: Shown): string {
  const say = (text: Text): string => escaped(text[language]);
  const other = language === 'da' ? 'en' : 'da';
  const card = (title: string, state: State | undefined, ...lines: string[]): string =>
    `<li><h3>${title}${state ? ` ${badge(state, say(stateWords[state]))}` : ''}</h3>${lines.map((line) => `<p>${line}</p>`).join('')}</li>`;
  const cards = (all: readonly string[]): string => `<ul class="page-cards">${all.join('')}</ul>`;
  const services = [...running.services].map(([service, state]) =>
    card(
      service,
      state,
      say(aboutServices[service]),
      `${link(`/${service}/docs`, say(texts.api))} · ${link(`/${service}/openapi.json`, 'OpenAPI')} · ${link(`/${service}/problems`, say(texts.problems))}`,
    ),
  );
  const servers = [...running.servers].map(([server, state]) => {
    const { name, about, address } = aboutServers[server];
    const keycloaks = address === undefined ? [] : [link(address, say(texts.console))];
    return card(name, state, say(about), ...keycloaks);
  });
  const people = demo.map(({ code, name, people: staff, citizens, system }) =>
    card(
      escaped(`${name} (${code})`),
      undefined,
      ...staff.map(
        ({ username, functions }) => `<strong>${escaped(username)}</strong>: ${escaped(functions.join(', '))}`,
      ),
      ...citizens.map(({ username }) => `<strong>${escaped(username)}</strong>: ${say(texts.citizen)}`),
      `<strong>${escaped(system.clientId)}</strong>: ${say(texts.system)}, ${escaped(system.functions?.join(', ') ?? '')}`,
    ),
  );
  const withPages = running.services.has('consent');
  const main = [
    `<h1>${say(texts.title)}</h1><p>${say(texts.lead)}</p>`,
    `<h2>${say(texts.services)}</h2>${cards(services)}`,
    `<h2>${say(texts.servers)}</h2>${cards(servers)}`,
    withPages &&
      `<h2>${say(texts.pages)}</h2>${cards(pages.map(({ address, title, about }) => card(link(address, say(title)), undefined, say(about))))}`,
    people.length > 0 && `<h2>${say(texts.users)}</h2><p>${say(texts.passwords)}</p>${cards(people)}`,
  ];
  return (
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${say(texts.title)} – Helhed</title>` +
    `<link rel="icon" href="data:,"><link rel="stylesheet" href="/consent/static/dkfds/css/dkfds.min.css"><link rel="stylesheet" href="/consent/static/helhed.css"></head>` +
    `<body><a class="skipnav" href="#main">${say(texts.skip)}</a><header class="page-top"><div class="container page-top-row"><span class="page-name">Helhed</span><span class="page-account"></span>` +
    `<nav class="page-tools" aria-label="${say(texts.language)}"><a class="function-link" href="?lang=${other}" lang="${other}" hreflang="${other}">${texts.other[language]}</a></nav></div></header>` +
    `<main id="main" class="container page-main" tabindex="-1">${main.filter(Boolean).join('')}</main>` +
    `<footer class="page-foot"><div class="container"><p>${say(texts.foot)}</p></div></footer></body></html>`
  );
}

const badges: Readonly<Record<State, string>> = { up: 'success', partly: 'warning', down: 'error' };
const badge = (state: State, words: string): string => `<span class="badge badge-${badges[state]}">${words}</span>`;
const link = (address: string, words: string): string => `<a href="${escaped(address)}">${words}</a>`;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (found) => entities[found] ?? '');
