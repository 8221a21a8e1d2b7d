import type { Actor } from '@helhed/access';
import { csrfField, html, layout, type Html, type Language, type PageView } from '@helhed/web';
import { inFunction } from '../samples/samples-page.js';
import { day } from '../words/words.js';
import { familyPart, familyName, lostPart, personName } from './family-part.js';
import type { Fault, FilledIn } from './filled-in.js';
import type { Sheet } from './find-sheet.js';
import type { OwnSession } from './find-sessions.js';
import { isDone, type Outcome } from './save-sheet.js';
import { isOpen, type Heads } from './sheet.js';
import { attendanceTexts, sessionName, sessionTime, type Said } from './texts.js';

/** What a form that was sent came to. */
export interface Sent {
  readonly faults?: readonly Fault[];
  /** Shown in place of what is there already. */
  readonly filled?: readonly FilledIn[];
  readonly outcomes?: ReadonlyMap<string, Outcome>;
}

interface Shown extends Sent {
  /** undefined: scheduling does not say it now */
  readonly sheet: Sheet | undefined;
  readonly now: Date;
  readonly saved?: boolean;
}

/** One session: who of which family came, all in one form. */
export function sheetPage(view: PageView, actor: Actor, session: OwnSession, shown: Shown): string {
  const { language } = view;
  const say = attendanceTexts(language);
  const title = sessionName(session, say);
  const { sheet, saved = false, faults = [], outcomes } = shown;
  const failed = outcomes !== undefined && !isDone(outcomes);
  const main = html`<p><a href="${inFunction('/consent/attendance', actor)}">${say.all}</a></p>
    <h1>${title}</h1>
    <p>${sessionTime(session, language)}<br />${session.groupName}</p>
    ${saved && html`<div class="alert alert-success" role="status"><p>${say.saved}</p></div>`}
    ${faults.length > 0 && summary(faults, say)}
    ${failed && html`<div class="alert alert-error" role="alert"><p>${say.someNotSaved}</p></div>`}
    ${heldPart(session, shown, say)}
    <p class="page-quiet">${say.until} ${day(session.notableUntil, language)}.</p>
    ${
      sheet
        ? html`${session.kind === 'session' && sheet.heads && meal(sheet.heads, sheet, language)}${form(view, actor, sheet, shown)}`
        : html`<div class="alert alert-warning" role="alert"><p>${say.away}</p></div>`
    }`;
  return layout(view, { title: `${say.title}: ${title}`, main });
}

/** Whether it was held, once it has begun: a warning where somebody noted attendance that counts for nothing yet. */
function heldPart({ heldOn, startsAt }: OwnSession, { sheet, now }: Shown, say: Said): Html | false {
  if (heldOn !== null) return html`<p>${say.held}</p>`;
  if (now < new Date(startsAt)) return false;
  const isNoted = sheet?.families.some((family) => isOpen(family) && family.noted) ?? false;
  return isNoted ? html`<div class="alert alert-warning"><p>${say.holds}</p></div>` : html`<p>${say.holds}</p>`;
}

const faultText = ({ fault }: Fault, say: Said): string => (fault === 'reason' ? say.reasonMissing : say.nobody);

const summary = (faults: readonly Fault[], say: Said): Html =>
  html`<div class="alert alert-error" role="alert">
    <p>${say.nothingSaved}</p>
    <ul>
      ${faults.map(
        (fault) =>
          html`<li>
            <a href="#${fault.field}"
              >${fault.person && `${personName(fault.person, say)}: `}${faultText(fault, say)}</a
            >
          </li>`,
      )}
    </ul>
  </div>`;

function meal({ bands, unknown, withheld }: Heads, { families }: Sheet, language: Language): Html {
  const say = attendanceTexts(language);
  const marks = families.filter(isOpen).flatMap(({ noted }) => noted?.marks ?? []);
  const away = marks.filter(({ present }) => !present).length;
  const rows = [
    ...bands.filter(({ heads: some }) => some > 0).map(({ text, heads }) => [text[language], heads] as const),
    ...(unknown > 0 ? [[say.unknownAge, unknown] as const] : []),
  ];
  return html`<section class="sheet-meal" aria-labelledby="meal">
    <h2 id="meal">${say.meal}</h2>
    <ul>
      ${rows.map(([name, heads]) => html`<li><strong>${heads}</strong> ${name}</li>`)}
    </ul>
    ${withheld > 0 && html`<p>${say.notCounted} ${withheld}</p>`} ${away > 0 && html`<p>${say.fewer} ${away}</p>`}
  </section>`;
}

function form(view: PageView, actor: Actor, sheet: Sheet, { now, faults = [], filled, outcomes }: Shown): Html {
  const { session, families } = sheet;
  const say = attendanceTexts(view.language);
  const begun = now >= new Date(session.startsAt);
  const parts = families.map((family, index) =>
    familyPart(family, {
      language: view.language,
      reasons: session.reasons,
      begun,
      name: familyName(family, index + 1, say),
      faults,
      filled: filled?.find((each) => each.family.id === family.id),
      outcome: outcomes?.get(family.id),
    }),
  );
  // a seat that is withheld since is not told by its family: what was not saved of it stands before the others
  const gone = [...(outcomes ?? [])].filter(([id]) => !families.some((family) => family.id === id));
  const lost = gone.map(([, outcome]) => lostPart(outcome, view.language));
  return html`<form action="${inFunction(`/consent/attendance/${session.id}`, actor)}" method="post" class="sheet">
    ${csrfField(view)} ${!begun && html`<p>${say.notBegun}</p>`} ${lost} ${parts}
    ${
      families.some(isOpen) &&
      html`<div class="sheet-save"><button class="button button-primary" type="submit">${say.save}</button></div>`
    }
  </form>`;
}
