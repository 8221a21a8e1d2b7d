import type { Actor } from '@helhed/access';
import { html, layout, type Html, type PageView } from '@helhed/web';
import { inFunction } from '../samples/samples-page.js';
import { day } from '../words/words.js';
import type { OwnSession } from './find-sessions.js';
import { attendanceTexts, sessionName, sessionTime } from './texts.js';

/** @param sessions undefined: scheduling does not say them now */
export function sessionsPage(
  view: PageView,
  actor: Actor,
  sessions: readonly OwnSession[] | undefined,
  today: string,
): string {
  const { language } = view;
  const say = attendanceTexts(language);
  const part = (title: string, found: readonly OwnSession[]): Html | false =>
    found.length > 0 &&
    html`<h2>${title}</h2>
      <ul class="sheet-sessions">
        ${found.map(
          (session) =>
            html`<li>
              <a href="${inFunction(`/consent/attendance/${session.id}`, actor)}">
                <strong>${sessionName(session, say)}</strong>
                <span>${sessionTime(session, language)}</span>
                <span>${session.groupName}</span>
                ${session.heldOn ? html`<span>${say.held}</span>` : session.date < today && html`<strong>${say.notHeld}</strong>`}
              </a>
              <span class="page-quiet">${say.until} ${day(session.notableUntil, language)}</span>
            </li>`,
        )}
      </ul>`;
  const on = (wanted: (date: string) => boolean) => (sessions ?? []).filter(({ date }) => wanted(date));
  const main = html`<h1>${say.title}</h1>
    <p class="font-lead">${say.lead}</p>
    ${!sessions && html`<div class="alert alert-warning" role="alert"><p>${say.away}</p></div>`}
    ${sessions?.length === 0 && html`<p>${say.none}</p>`}
    ${part(
      say.today,
      on((date) => date === today),
    )}
    ${part(say.before, on((date) => date < today).toReversed())}
    ${part(
      say.after,
      on((date) => date > today),
    )}`;
  return layout(view, { title: say.title, main });
}
