import type { Acting } from './asker.js';
import type { PageRow, Who } from './page.js';
import type { Expected } from './request.js';

const oversight = new Set(['programme-lead', 'data-protection-officer', 'administrator', 'report-reader']);

/** Step 3: whether the row names the actor's kind and function. */
export function maySend(row: PageRow, who: Acting): Expected | undefined {
  const rows = row.who.filter(({ kind }) => kind === who.kind);
  if (row.log === 'L' && who.kind === 'system' && rows.length === 0)
    return { status: 403, problem: 'person-token-required', rule: 'A-SYS-01' };
  const named = who.kind === 'service' ? rows.filter(({ functions }) => functions.includes(who.name ?? '')) : rows;
  if (named.length === 0) return { status: 403, problem: 'not-allowed', rule: 'A-FUN-04' };
  if (who.kind === 'service' || named.some(({ functions }) => functions === 'signed-in')) return undefined;
  if (who.function === undefined && who.pairs.length > 1)
    return { status: 400, problem: 'function-ambiguous', rule: 'A-FUN-05' };
  if (named.some((each) => allows(each, who.function))) return undefined;
  return { status: 403, problem: 'not-allowed', rule: 'A-FUN-06' };
}

function allows({ functions }: Who, name: string | undefined): boolean {
  if (name === undefined) return false;
  if (functions === 'any') return true;
  const isCase = !oversight.has(name);
  return functions === 'case' ? isCase : functions.includes(name) || (functions.includes('case') && isCase);
}
