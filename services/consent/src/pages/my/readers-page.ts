import { html, type Html, type Language, type PageView } from '@helhed/web';
import type { NameOf } from '../../units/unit-names.js';
import { categoryName, day, functionName, listed, purposeName, said } from '../words/words.js';
import type { BasisView } from '../../bases/bases.dto.js';
import type { AllReaders, ToldReader } from './ask-readers.js';
import type { Grounds, Standing } from './find-grounds.js';
import type { AboutPerson } from './find-own-persons.js';
import { personPage } from './person-frame.js';
import { serviceNames } from './service-names.js';
import { whyOf, type Reason } from './why.js';

const texts = {
  lead: {
    da: 'Ingen må se oplysningerne uden en grund, der står skrevet. Her er grundene, som gælder i dag.',
    en: 'Nobody may see the data without a reason that is written down. These are the reasons in force today.',
  },
  now: { da: 'De kan se noget i dag', en: 'They can see something today' },
  nobody: { da: 'Ingen kan se noget i dag.', en: 'Nobody can see anything today.' },
  silent: {
    da: 'vises ikke lige nu. Prøv igen om lidt. Det betyder ikke, at ingen kan se noget der.',
    en: 'are not shown just now. Try again shortly. It does not mean that nobody can see anything there.',
  },
  sees: { da: 'Kan se', en: 'Can see' },
  at: { da: 'i', en: 'at' },
  receipt: { da: 'se kvitteringen', en: 'see the receipt' },
  agreed: {
    da: 'Fordi nogen har sagt ja, eller det er skrevet for jer',
    en: 'Because somebody agreed, or it was noted for you',
  },
  none: { da: 'Der er ingen lige nu.', en: 'There are none just now.' },
  always: {
    da: 'Fordi loven siger det om alle i indsatsen',
    en: 'Because the law says so of everybody in the programme',
  },
  alwaysWhy: {
    da: 'De må kun se det, så længe de arbejder med jer på den måde, der står.',
    en: 'They may see it only as long as they work with you in the way that is said.',
  },
  what: { da: 'Hvad', en: 'What' },
  why: { da: 'Hvorfor', en: 'What for' },
  ground: { da: 'Grund', en: 'Reason' },
  period: { da: 'Hvor længe', en: 'How long' },
  consent: { da: 'Samtykke', en: 'Consent' },
  mayKnow: { da: 'må få oplysninger fra', en: 'may be given data by' },
  mayUse: { da: 'må bruge oplysninger', en: 'may use data' },
  until: { da: 'Til dagen før', en: 'Until the day before' },
  open: { da: 'Indtil videre', en: 'Until further notice' },
} as const;

const relations: Readonly<Record<string, { readonly da: string; readonly en: string }>> = {
  triage: { da: 'Visitatoren, som vurderer jeres indstilling', en: 'The triager who assesses your referral' },
  sender: { da: 'Den, der har indstillet jer', en: 'Whoever referred you' },
  group: { da: 'Gruppelederen for jeres forløb', en: 'The leader of your course' },
  coordinator: { da: 'Jeres familiekoordinator', en: 'Your family coordinator' },
  observer: { da: 'Psykologen, som har tilbudt jer MIM', en: 'The psychologist who offered you MIM' },
  videographer: { da: 'Den, som har filmet jer', en: 'Whoever filmed you' },
  team: { da: 'De fagfolk, der er i jeres team', en: 'The professionals in your team' },
  contact: { da: 'Jeres kontaktpædagog', en: 'Your contact pedagogue' },
  'follow-up': {
    da: 'Kontaktpædagogen, som følger jer op efter forløbet',
    en: 'The contact pedagogue who follows you up after the course',
  },
  partner: { da: 'Et sted, der samarbejder om jer', en: 'A place that cooperates about you' },
  institution: {
    da: 'Det dagtilbud eller den skole, et barn går i',
    en: 'The day care or school that a child attends',
  },
  lead: { da: 'Programlederen, som leder indsatsen', en: 'The programme lead' },
  link: { da: 'Den, der har jeres kalenderlink', en: 'Whoever has your calendar link' },
};

type Found = AllReaders & Grounds;

export function readersPage(view: PageView, about: AboutPerson, found: Found, nameOf: NameOf): string {
  const { language } = view;
  const { readers, silent, bases, standing } = found;
  const say = said(texts, language);
  const recorded = bases.map((basis) => ofBasis(basis, nameOf, language));
  const main = html`<p>${say.lead}</p>
    <h2>${say.now}</h2>
    ${silent.map(
      (service) =>
        html`<div class="alert alert-warning">
          <p class="alert-text">${serviceNames[service][language]} ${say.silent}</p>
        </div>`,
    )}
    ${
      readers.length > 0
        ? html`<ul class="page-cards">
            ${byWhom(readers, nameOf, language).map(([who, seen]) => ofReader(who, whyOf(seen, found.recorded, standing), language))}
          </ul>`
        : silent.length === 0 && html`<p>${say.nobody}</p>`
    }
    <h2>${say.agreed}</h2>
    ${
      recorded.length > 0
        ? html`<ul class="page-cards">
            ${recorded}
          </ul>`
        : html`<p>${say.none}</p>`
    }
    <h2>${say.always}</h2>
    <p>${say.alwaysWhy}</p>
    <ul class="page-cards">
      ${together(standing).map((each) => ofStanding(each, language))}
    </ul>`;
  return personPage(view, about, 'readers', main);
}

/** What is seen in all services by whoever holds a function in a unit, or has a link, by what the page calls them. */
function byWhom(readers: readonly ToldReader[], nameOf: NameOf, language: Language): [string, ToldReader[]][] {
  const name = ({ unit, function: code, relation }: ToldReader): string => {
    const who = code === null ? (relations[relation]?.[language] ?? relation) : functionName(code, language);
    return `${who} ${texts.at[language]} ${nameOf(unit)}`;
  };
  return [...Map.groupBy(readers, name)].toSorted(([a], [b]) => a.localeCompare(b, language));
}

function ofReader(who: string, reasons: readonly Reason[], language: Language): Html {
  return html`<li>
    <h3>${who}</h3>
    ${reasons.map((reason) => ofReason(reason, language))}
  </li>`;
}

function ofReason({ categories, purpose, grounds }: Reason, language: Language): Html {
  const say = said(texts, language);
  const what = categories.map((code) => categoryName(code, language));
  const lines = grounds.map(
    ({ said: words, basis }) =>
      html`<dd>
        ${words[language]}${basis !== undefined && html`: <a href="/consent/my/bases/${basis}/receipt">${say.receipt}</a>`}
      </dd>`,
  );
  return html`<dl class="page-facts page-facts-wide">
    <dt>${say.sees}</dt>
    <dd>${listed(what, language)}</dd>
    ${
      purpose !== null &&
      html`<dt>${say.why}</dt>
        <dd>${purposeName(purpose, language)}</dd>`
    }
    <dt>${say.ground}</dt>
    ${lines}
  </dl>`;
}

function ofBasis(basis: BasisView, nameOf: NameOf, language: Language): Html {
  const say = said(texts, language);
  const [fromUnit, toUnit] = [basis.fromUnit, basis.toUnit].map(nameOf);
  const { layer, kind, paragraph, validTo } = basis;
  const title = layer === 'disclosure' ? `${toUnit} ${say.mayKnow} ${fromUnit}` : `${toUnit} ${say.mayUse}`;
  const ground = kind === 'consent' ? say.consent : (paragraph ?? '');
  const period = validTo === null ? say.open : `${say.until} ${day(validTo, language)}`;
  return html`<li>
    <h3>${title}</h3>
    ${facts(basis, ground, language)}
    <dl class="page-facts page-facts-wide">
      <dt>${say.period}</dt>
      <dd>${period}</dd>
    </dl>
  </li>`;
}

/** Processing and disclosure of the same stand together: a family asks who, not in which layer. */
function together(standing: readonly Standing[]): Standing[][] {
  const key = ({ relation, purpose, programme, categories }: Standing) =>
    [relation, purpose, programme.da, ...categories.toSorted()].join();
  return Object.values(Object.groupBy(standing, key)).flatMap((same) => (same ? [same] : []));
}

function ofStanding(same: readonly Standing[], language: Language): Html {
  const [first] = same as [Standing];
  const ground = `${[...new Set(same.map(({ paragraph }) => paragraph))].join('; ')} (${first.programme[language]})`;
  return html`<li>
    <h3>${relations[first.relation]?.[language] ?? first.relation}</h3>
    ${facts(first, ground, language)}
  </li>`;
}

function facts(
  { categories, purpose }: { readonly categories: readonly string[]; readonly purpose: string },
  ground: string,
  language: Language,
): Html {
  const say = said(texts, language);
  const what = categories.map((code) => categoryName(code, language));
  return html`<dl class="page-facts page-facts-wide">
    <dt>${say.what}</dt>
    <dd>${listed(what, language)}</dd>
    <dt>${say.why}</dt>
    <dd>${purposeName(purpose, language)}</dd>
    <dt>${say.ground}</dt>
    <dd>${ground}</dd>
  </dl>`;
}
