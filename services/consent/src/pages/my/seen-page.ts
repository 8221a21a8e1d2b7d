import { html, type Html, type Language, type Page, type PageView } from '@helhed/web';
import type { OwnLookUp } from '../../look-ups/look-ups.dto.js';
import type { NameOf } from '../../units/unit-names.js';
import { categoryName, functionName, listed, moment, purposeName, said } from '../words/words.js';
import type { AboutPerson } from './find-own-persons.js';
import { personPage } from './person-frame.js';

const texts = {
  lead: {
    da: 'Hver gang nogen ser oplysninger om jer, bliver det noteret, før de får dem at se. Det nyeste står øverst.',
    en: 'Every time somebody looks at data on you it is noted before they see it. The latest stands first.',
  },
  total: { da: 'Antal opslag:', en: 'Looks:' },
  here: { da: 'på denne side:', en: 'on this page:' },
  none: { da: 'Ingen har set noget endnu.', en: 'Nobody has looked yet.' },
  who: { da: 'Hvem', en: 'Who' },
  what: { da: 'Hvad', en: 'What' },
  why: { da: 'Hvorfor', en: 'What for' },
  ground: { da: 'Grund', en: 'Reason' },
  frame: { da: 'kun at sagen findes, ikke hvad der står i den', en: 'only that the case is there, not what it says' },
  law: { da: 'loven', en: 'the law' },
  receipt: { da: 'se kvitteringen', en: 'see the receipt' },
  older: { da: 'Vis ældre', en: 'Show older' },
  at: { da: 'i', en: 'at' },
  number: { da: 'Opslagets nummer', en: 'The look’s number' },
  ask: {
    da: 'Vil du vide, hvilken medarbejder det var, så skriv til kommunens databeskyttelsesrådgiver med opslagets nummer. Det er databeskyttelsesrådgiveren, der afgør, om du får navnet.',
    en: 'To know which employee it was, write to the municipality’s data protection officer with the look’s number. The data protection officer decides whether you are told the name.',
  },
} as const;

const actors: Readonly<Record<OwnLookUp['actor'], { readonly da: string; readonly en: string }>> = {
  person: { da: 'En medarbejder', en: 'An employee' },
  citizen: { da: 'Dig selv eller en anden med forældremyndighed', en: 'Yourself, or somebody else with custody' },
  system: { da: 'Et fagsystem i kommunen', en: 'A system of the municipality' },
  service: { da: 'Helhed selv, for at kunne virke', en: 'Helhed itself, in order to work' },
  operator: { da: 'Driften af Helhed', en: 'Those who run Helhed' },
  'secret-link': { da: 'Den, der har kalenderlinket', en: 'Whoever has the calendar link' },
};

export function seenPage(
  view: PageView,
  about: AboutPerson,
  { items, next, total }: Page<OwnLookUp>,
  nameOf: NameOf,
): string {
  const { language } = view;
  const say = said(texts, language);
  const main = html`<p>${say.lead}</p>
    ${items.some(isNameless) && html`<p class="page-quiet">${say.ask}</p>`}
    ${total === 0 ? html`<p>${say.none}</p>` : html`<p>${say.total} ${total}${items.length < total && `, ${say.here} ${items.length}`}</p>`}
    <ul class="page-cards">
      ${items.map((each) => oneOf(each, nameOf, language))}
    </ul>
    ${next !== null && html`<p><a class="button button-secondary" href="/consent/my/${about.person.id}/seen?cursor=${next}">${say.older}</a></p>`}`;
  return personPage(view, about, 'seen', main);
}

function oneOf(look: OwnLookUp, nameOf: NameOf, language: Language): Html {
  const say = said(texts, language);
  const { at, purposes, bases, categories } = look;
  const shown = categories.map((code) => categoryName(code, language));
  const why = purposes.map((code) => purposeName(code, language));
  return html`<li>
    <h2>${moment(at, language)}</h2>
    <dl class="page-facts page-facts-wide">
      <dt>${say.who}</dt>
      <dd>${whoLooked(look, nameOf, language)}</dd>
      <dt>${say.what}</dt>
      <dd>${shown.length > 0 ? listed(shown, language) : say.frame}</dd>
      ${
        why.length > 0 &&
        html`<dt>${say.why}</dt>
          <dd>${listed(why, language)}</dd>`
      }
      ${
        bases.length > 0 &&
        html`<dt>${say.ground}</dt>
          <dd>${groundsOf(bases, language)}</dd>`
      }
      ${
        isNameless(look) &&
        html`<dt>${say.number}</dt>
          <dd><code>${look.id}</code></dd>`
      }
    </dl>
  </li>`;
}

/** Somebody whose name could be told. */
const isNameless = ({ actor, employee }: OwnLookUp): boolean => actor === 'person' && employee === null;

function whoLooked(look: OwnLookUp, nameOf: NameOf, language: Language): string {
  const { actor, unit, function: name, employee } = look;
  const kind = employee?.name ?? actors[actor][language];
  if (name === null) return kind;
  return `${kind}: ${functionName(name, language)}${unit === null ? '' : ` ${texts.at[language]} ${nameOf(unit)}`}`;
}

/** What stands for everybody is the law's; of the others there is a receipt. */
function groundsOf(bases: readonly string[], language: Language): Html {
  const say = said(texts, language);
  const recorded = bases.filter((basis) => !basis.startsWith('standing:'));
  const law = recorded.length < bases.length;
  const links = recorded.map(
    (basis, index) =>
      html`${(law || index > 0) && ', '}<a href="/consent/my/bases/${basis}/receipt">${say.receipt}</a>`,
  );
  return html`${law && say.law}${links}`;
}
