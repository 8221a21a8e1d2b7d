import type { Text } from '@helhed/kernel';
import { html, type HtmlPart } from './html.js';
import type { Language } from './language.js';

/** To whom a page is shown. */
export interface PageFrame {
  readonly language: Language;
  /** Its own address, so that the switch of language leads back; without one there is no switch. */
  readonly address?: string | undefined;
  /** Of whoever is signed in: what the account is called. */
  readonly account?: string | undefined;
}

export interface PageContent {
  readonly title: string;
  readonly main: HtmlPart;
}

/** Where the consent service serves the stylesheets, for the pages of every service. */
export const styles = '/consent/static';

const texts = {
  skip: { da: 'Gå til sidens indhold', en: 'Skip to the content' },
  signOut: { da: 'Log ud', en: 'Sign out' },
  other: { da: 'English', en: 'Dansk' },
  about: {
    da: 'Helhed: én familie, én plan. Hvert opslag i jeres oplysninger bliver noteret.',
    en: 'Helhed: one family, one plan. Every look at your data is noted.',
  },
} as const satisfies Record<string, Text>;

/** A whole page in the layout of Det Fælles Designsystem. */
export function layout({ language, address, account }: PageFrame, { title, main }: PageContent): string {
  const say = (text: Text): string => text[language];
  const other = language === 'da' ? 'en' : 'da';
  const head = html`<head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title} – Helhed</title>
    <link rel="stylesheet" href="${styles}/dkfds/css/dkfds.min.css" />
    <link rel="stylesheet" href="${styles}/helhed.css" />
  </head>`;
  const tools = [
    address !== undefined &&
      html`<a class="function-link" href="${withLanguage(address, other)}" lang="${other}" hreflang="${other}"
        >${say(texts.other)}</a
      >`,
    account !== undefined && html`<a class="function-link" href="/consent/sign-out">${say(texts.signOut)}</a>`,
  ];
  const body = html`<body>
    <a class="skipnav" href="#main">${say(texts.skip)}</a>
    <header class="page-top">
      <div class="container page-top-row">
        <span class="page-name">Helhed</span>
        <span class="page-account">${account}</span>
        <nav class="page-tools" aria-label="${language === 'da' ? 'Sprog og konto' : 'Language and account'}">
          ${tools}
        </nav>
      </div>
    </header>
    <main id="main" class="container page-main" tabindex="-1">${main}</main>
    <footer class="page-foot">
      <div class="container"><p>${say(texts.about)}</p></div>
    </footer>
  </body>`;
  return String(
    html`<!doctype html>
      <html lang="${language}">
        ${head}${body}
      </html>`,
  );
}

function withLanguage(address: string, language: Language): string {
  const [, query = ''] = address.split('?');
  const parameters = new URLSearchParams(query);
  parameters.set('lang', language);
  // of the same page: an address that begins with two slashes would be another host's
  return `?${String(parameters)}`;
}
