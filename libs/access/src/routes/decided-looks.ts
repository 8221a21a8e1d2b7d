import { requestContext } from '@helhed/telemetry';
import { answerTo } from '../lease/answer.js';
import type { RouteAccess } from './declarations.js';
import { looksAtFamilies } from './looks.js';

/** In a service where every look is decided: notes of each request whether its answer must have gone through `Looks`. */
export class DecidedLooks {
  required = false;

  note(method: string, access: RouteAccess): void {
    const context = requestContext.getStore();
    const answer = answerTo(context);
    // a claim has its contracted fields
    if (!answer || !this.required || access.as === 'public' || context?.actor?.kind === 'service') return;
    answer.mustLook = access.as === 'access' ? looksAtFamilies(method, access) : linksToFamilies.has(access.subjects);
  }
}

const linksToFamilies: ReadonlySet<string> = new Set(['family', 'person']);
