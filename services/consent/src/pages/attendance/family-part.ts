import { reasonTexts } from '@helhed/access';
import { newId, type Text } from '@helhed/kernel';
import { html, type Html, type Language } from '@helhed/web';
import { day } from '../words/words.js';
import { chosenBefore, familyField, field, type Chosen, type Fault, type FilledIn } from './filled-in.js';
import type { OwnSession } from './find-sessions.js';
import type { Outcome } from './save-sheet.js';
import { isOpen, type ClosedFamily, type Mark, type OpenFamily, type SheetFamily, type SheetPerson } from './sheet.js';
import { attendanceTexts, type Said } from './texts.js';

interface Shown {
  readonly language: Language;
  readonly reasons: OwnSession['reasons'];
  /** From then on somebody can have come. */
  readonly begun: boolean;
  readonly name: string;
  readonly faults: readonly Fault[];
  readonly filled: FilledIn | undefined;
  readonly outcome: Outcome | undefined;
}

/** `Maja (barn, 5 år)`; where the name is withheld, `barn 2`. */
export function personName({ name, role, age, number }: SheetPerson, say: Said): string {
  if (name === undefined) return `${say[role]} ${number}`;
  return age === undefined ? `${name} (${say[role]})` : `${name} (${say[role]}, ${age} ${say.years})`;
}

/** Its parents, as nobody's family has a name of its own. */
export function familyName(family: SheetFamily, number: number, say: Said): string {
  const parents = isOpen(family) ? family.persons.filter(({ role }) => role === 'parent') : [];
  const names = parents.flatMap(({ name }) => name ?? []);
  return names.length > 0 ? names.join(', ') : `${say.family} ${number}`;
}

const reasonText = (slug: string, language: Language): string =>
  (reasonTexts as Readonly<Record<string, Text>>)[slug]?.[language] ?? slug;

export const familyPart = (family: SheetFamily, shown: Shown): Html =>
  isOpen(family) ? openPart(family, shown) : closedPart(family, shown);

function whyClosed(family: ClosedFamily, language: Language): string {
  const say = attendanceTexts(language);
  if ('refused' in family) return `${say.refused} ${family.refused[language]}`;
  if ('away' in family) return say.familyAway;
  return `${say.hidden} ${family.hidden.map((slug) => reasonText(slug, language)).join(' ')}`;
}

function closedPart(family: ClosedFamily, { name, language, outcome }: Shown): Html {
  return html`<section class="sheet-family">
    <h2>${name}</h2>
    ${outcome && lostPart(outcome, language)}
    <p>${whyClosed(family, language)}</p>
  </section>`;
}

function openPart(family: OpenFamily, shown: Shown): Html {
  const { id, persons, noted } = family;
  const { language, name, filled, outcome, faults } = shown;
  const say = attendanceTexts(language);
  const heading = familyField('family', id);
  const chosen = filled?.chosen ?? chosenBefore(family);
  const fault = faults.find((each) => each.field === heading);
  const state = noted ? `${say.notedOn}${noted.recordedOn ? ` ${day(noted.recordedOn, language)}` : ''}` : say.notNoted;
  return html`<section class="sheet-family" id="${heading}">
    <h2>${name}</h2>
    <p class="page-quiet">${state}</p>
    ${fault && html`<p class="form-error-message">${say.nobody}</p>`} ${outcome && outcomePart(outcome, family, shown)}
    <input type="hidden" name="${familyField('version', id)}" value="${filled ? filled.version : noted?.version}" />
    <input type="hidden" name="${familyField('key', id)}" value="${filled?.key ?? newId()}" />
    ${persons.map((person) => personPart(id, person, chosen.get(person.id) ?? { choice: 'none', reason: '' }, shown))}
  </section>`;
}

const alert = (text: string, more?: Html): Html =>
  html`<div class="alert alert-error">
    <p>${text}</p>
    ${more}
  </div>`;

/** What was not saved of a family that is not shown any more: neither who is in it nor what was wanted is said. */
export function lostPart(outcome: Outcome, language: Language): Html | false {
  const say = attendanceTexts(language);
  switch (outcome.is) {
    case 'conflict':
      return alert(say.lost);
    case 'refused':
      return alert(`${say.notSaved} ${outcome.text[language]}`);
    case 'away':
      return alert(say.saveAway);
    default:
      return false;
  }
}

function outcomePart(outcome: Outcome, { persons }: OpenFamily, { language, reasons }: Shown): Html | false {
  const say = attendanceTexts(language);
  const told = ({ person, present, reason }: Mark): string => {
    const found = persons.find(({ id }) => id === person);
    const why = reasons.find(({ code }) => code === reason)?.text[language];
    return `${found ? personName(found, say) : ''}: ${(present ? say.came : say.stayedAway).toLowerCase()}${why ? ` (${why})` : ''}`;
  };
  if (outcome.is !== 'conflict') return lostPart(outcome, language);
  return alert(
    say.conflict,
    outcome.wanted.length > 0
      ? html`<p>${say.yours}</p>
          <ul>
            ${outcome.wanted.map((mark) => html`<li>${told(mark)}</li>`)}
          </ul>`
      : undefined,
  );
}

function personPart(family: string, person: SheetPerson, { choice, reason }: Chosen, shown: Shown): Html {
  const { language, reasons, begun, faults } = shown;
  const say = attendanceTexts(language);
  const [mark, why] = [field('mark', family, person.id), field('reason', family, person.id)];
  const fault = faults.find((each) => each.field === why);
  const option = (value: Chosen['choice'], text: string): Html =>
    html`<input
        type="radio"
        name="${mark}"
        id="${mark}.${value}"
        value="${value}"
        class="mark-${value}"
        ${value === choice && html` checked`}
      />
      <label for="${mark}.${value}">${text}</label>`;
  return html`<fieldset class="mark">
    <legend>${personName(person, say)}</legend>
    ${person.hidden.length > 0 && html`<p class="page-quiet">${say.nameHidden} ${person.hidden.map((slug) => reasonText(slug, language)).join(' ')}</p>`}
    <div class="mark-choices">
      ${(begun || choice === 'came') && option('came', say.came)} ${option('away', say.stayedAway)}
      ${option('none', say.unmarked)}
    </div>
    <div class="mark-reason">
      <label class="form-label" for="${why}">${say.reason}</label>
      ${fault && html`<span class="form-error-message" id="${why}.fault">${say.reasonMissing}</span>`}
      <select
        class="form-select"
        name="${why}"
        id="${why}"
        ${fault && html` aria-invalid="true" aria-describedby="${why}.fault"`}
      >
        <option value="">${say.choose}</option>
        ${reasons.map(
          ({ code, text }) =>
            html`<option value="${code}" ${code === reason && html` selected`}>${text[language]}</option>`,
        )}
      </select>
    </div>
  </fieldset>`;
}
