import { rulesOfNames, type PageRow } from './page.js';

const kinds = ['person', 'citizen', 'system', 'service', 'operator'] as const;
/** The relations that are to a family, or to something of one. */
const toFamily = new Set(
  'triage sender videographer group coordinator team contact follow-up partner institution observer lead register'.split(
    ' ',
  ),
);
/** Refusals that step 8 has of its own, beside who may: their rules are no access, but for these. */
const ofAccess = new Set(
  (
    'foreign-unit may-not-refer own-relation second-person-required subject-not-self employee-account not-a-consent ' +
    'is-a-consent not-a-member not-on-staff holds-custody too-young employee-named family-erased already-open view-fixed basis-missing need-withheld'
  ).split(' '),
);

/** By these a wrong name, or state, is told to some and not to others (5.1). */
const ofNames = new Set(['A-CMD-02', 'A-CMD-03', 'A-CMD-04', 'A-BAS-05', 'A-CON-19']);

/**
 * What docs/access.md makes possible at a route: the rules of section 5 that can refuse somebody there, and the problems
 * that its row names; `answers` that somebody is let through, `shows` and `withholds` that something of it is.
 */
export function applicable(row: PageRow): ReadonlySet<string> {
  const has = (kind: string) => row.who.some((each) => each.kind === kind);
  if (has('everybody')) return new Set(['answers']);
  if (has('secret-link')) return new Set(['answers', 'A-REL-02', 'A-SEC-07']);
  const found = ['A-TOK-02', 'A-TOK-03', 'A-FUN-01', 'A-FUN-02', 'A-FUN-03', 'answers'];
  const add = (outcome: string, is: boolean) => is && found.push(outcome);
  const signedIn = row.who.some(({ kind, functions }) => kind === 'person' && functions === 'signed-in');
  const byAddress = row.path.includes('{id}');
  const byBody = /`(family-unknown|resource-unknown)`/.test(row.otherwise);
  add('A-SYS-01', row.log === 'L' && !has('system'));
  add(
    'A-FUN-04',
    kinds.some((kind) => !has(kind)),
  );
  add('A-FUN-05', has('person') && !signedIn);
  add('A-FUN-06', has('person') && !signedIn);
  add('A-SHP-01', byAddress);
  add('A-REL-01', row.otherwise.includes('`foreign-unit`'));
  add('A-REL-02', byAddress);
  add('A-REL-03', byBody);
  const barred = has('person') && row.log !== '–' && row.relations.some((each) => toFamily.has(each));
  for (const rule of ['A-OWN-01', 'A-OWN-02', 'A-OWN-03']) add(rule, barred && (byAddress || byBody));
  for (const [, slug = ''] of row.otherwise.matchAll(/`([a-z-]+)`/g)) add(slug, ofAccess.has(slug));
  if (!row.page && rulesOfNames(row.act).some((rule) => ofNames.has(rule)))
    found.push('wrong, told', 'wrong, not told');
  const ofSections =
    /\b(referral|family|group|feed|basis|orientation|figure)\.[a-z]+|\benrolment of\b|\b(child-view|registration-form|plan|attendance|need|observation|video) of\b/;
  add('shows', row.log === 'L' && ofSections.test(row.shows));
  add('withholds', row.log === 'L' && ofSections.test(row.shows) && /\bR\b/.test(row.bases));
  return new Set(found);
}
