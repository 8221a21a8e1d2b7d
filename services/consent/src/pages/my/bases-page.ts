import { html, type Html, type Page, type PageView } from '@helhed/web';
import type { BasisView } from '../../bases/bases.dto.js';
import type { NameOf } from '../../units/unit-names.js';
import { categoryName, day, listed, moment, purposeName, said } from '../words/words.js';
import type { NewestOrientations } from '../../orientations/orientations.dto.js';
import type { AboutPerson } from './find-own-persons.js';
import { orientationsPart } from './orientations-part.js';
import { personPage } from './person-frame.js';

const texts = {
  lead: {
    da: 'Her er det, der er sagt ja til, og det, der er skrevet efter loven. Du kan trække dit eget ja tilbage, når som helst.',
    en: 'Here is what was agreed to, and what was noted under the law. You can take your own consent back at any time.',
  },
  none: { da: 'Der er ingen endnu.', en: 'There are none yet.' },
  consent: { da: 'Samtykke', en: 'Consent' },
  other: { da: 'Efter loven', en: 'Under the law' },
  mayKnow: { da: 'må få oplysninger fra', en: 'may be given data by' },
  mayUse: { da: 'må bruge oplysninger', en: 'may use data' },
  what: { da: 'Hvad', en: 'What' },
  why: { da: 'Hvorfor', en: 'What for' },
  kind: { da: 'Grund', en: 'Reason' },
  from: { da: 'Fra', en: 'From' },
  until: { da: 'Til dagen før', en: 'Until the day before' },
  state: { da: 'Gælder det?', en: 'Does it hold?' },
  holds: { da: 'Ja', en: 'Yes' },
  over: { da: 'Nej, ikke mere', en: 'No, no longer' },
  waiting: {
    da: 'Nej: et samtykke mangler eller er trukket tilbage',
    en: 'No: a consent is missing or was taken back',
  },
  mine: { da: 'Dit samtykke', en: 'Your consent' },
  given: { da: 'Givet', en: 'Given' },
  taken: { da: 'Trukket tilbage', en: 'Taken back' },
  receipt: { da: 'Se kvittering', en: 'See the receipt' },
  withdraw: { da: 'Træk mit samtykke tilbage', en: 'Take my consent back' },
  more: { da: 'Vis flere', en: 'Show more' },
} as const;
type Said = ReturnType<typeof said<typeof texts>>;

/** What the register holds on the person: a page of bases, and with the first of them the answers to parents. */
export interface Registered {
  readonly bases: Page<BasisView>;
  readonly orientations: NewestOrientations | undefined;
}

/** @param me the citizen's own person */
export function basesPage(
  view: PageView,
  about: AboutPerson,
  { bases: { items, next }, orientations }: Registered,
  me: string | undefined,
  nameOf: NameOf,
): string {
  const say = said(texts, view.language);
  const cards = items.map((basis) =>
    oneOf(basis, view, say, { me, today: about.today, person: about.person.id, nameOf }),
  );
  const main = html`<p>${say.lead}</p>
    ${
      items.length === 0
        ? html`<p>${say.none}</p>`
        : html`<ul class="page-cards">
            ${cards}
          </ul>`
    }
    ${next !== null && html`<p><a class="button button-secondary" href="/consent/my/${about.person.id}/bases?cursor=${next}">${say.more}</a></p>`}
    ${orientations && orientationsPart(orientations, me, nameOf, view.language)}`;
  return personPage(view, about, 'bases', main);
}

interface Whose {
  readonly me: string | undefined;
  readonly today: string;
  readonly person: string;
  readonly nameOf: NameOf;
}

function oneOf(basis: BasisView, { language }: PageView, say: Said, whose: Whose): Html {
  const { id, kind, layer, paragraph, validFrom, validTo, categories, purpose } = basis;
  const mine = basis.givers.find(({ person }) => person === whose.me);
  const [fromUnit, toUnit] = [basis.fromUnit, basis.toUnit].map(whose.nameOf);
  const title = layer === 'disclosure' ? `${toUnit} ${say.mayKnow} ${fromUnit}` : `${toUnit} ${say.mayUse}`;
  const what = categories.map((code) => categoryName(code, language));
  return html`<li>
    <h2>${title}</h2>
    <dl class="page-facts page-facts-wide">
      <dt>${say.what}</dt>
      <dd>${listed(what, language)}</dd>
      <dt>${say.why}</dt>
      <dd>${purposeName(purpose, language)}</dd>
      <dt>${say.kind}</dt>
      <dd>${kind === 'consent' ? say.consent : `${say.other}: ${paragraph ?? ''}`}</dd>
      <dt>${say.from}</dt>
      <dd>${day(validFrom, language)}</dd>
      ${
        validTo !== null &&
        html`<dt>${say.until}</dt>
          <dd>${day(validTo, language)}</dd>`
      }
      <dt>${say.state}</dt>
      <dd>${stateOf(basis, say, whose)}</dd>
      ${
        mine &&
        html`<dt>${say.mine}</dt>
          <dd>${ownPart(mine, language, say)}</dd>`
      }
    </dl>
    <a class="button button-secondary" href="/consent/my/bases/${id}/receipt">${say.receipt}</a>
    ${mine?.withdrawnAt === null && html`<a class="button button-tertiary" href="/consent/my/bases/${id}/withdraw">${say.withdraw}</a>`}
  </li>`;
}

const ownPart = ({ givenOn, withdrawnAt }: BasisView['givers'][number], language: PageView['language'], say: Said) =>
  withdrawnAt === null ? `${say.given} ${day(givenOn, language)}` : `${say.taken} ${moment(withdrawnAt, language)}`;

/** For the person that the page is about, today. */
function stateOf({ ended, validTo, coverage }: BasisView, say: Said, { person, today }: Whose): string {
  if (ended !== null || (validTo !== null && validTo <= today)) return say.over;
  const covered = coverage.some((each) => each.person === person && each.state === 'covered');
  return covered ? say.holds : say.waiting;
}
