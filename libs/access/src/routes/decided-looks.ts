import { requestContext } from '@helhed/telemetry';
import { answerTo } from '../lease/answer.js';
import type { RouteAccess } from './declarations.js';
import type { Answer } from '../lease/answer.js';
import { changesFamilies, looksAtFamilies } from './looks.js';

/** In a service where every look is decided: notes of each request what its answer must be, a command's own among them. */
export class DecidedLooks {
  required = false;

  note(method: string, access: RouteAccess): void {
    const context = requestContext.getStore();
    const answer = answerTo(context);
    // a claim has its contracted fields
    if (!answer || !this.required || access.as === 'public' || context?.actor?.kind === 'service') return;
    answer.mustBe = mustBe(method, access);
  }
}

function mustBe(method: string, access: Exclude<RouteAccess, { as: 'public' }>): Answer['mustBe'] {
  if (access.as === 'secret-link') return linksToFamilies.has(access.subjects) ? 'decided' : undefined;
  if (looksAtFamilies(method, access)) return 'decided';
  // a command that says nothing of its answer keeps the service from starting
  return changesFamilies(method, access) ? (access.answers ?? 'decided') : undefined;
}

const linksToFamilies: ReadonlySet<string> = new Set(['family', 'person']);
