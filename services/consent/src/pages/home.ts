import type { Actor } from '@helhed/access';

/** Where somebody goes who signed in without having asked for a page. */
export function home({ functions }: Actor): string {
  const isOfficer = functions.some(({ function: name }) => name === 'data-protection-officer');
  if (isOfficer) return '/consent/samples';
  const leads = functions.some(({ function: name }) => name === 'programme-lead');
  if (leads) return '/consent/figures';
  return functions.length > 0 ? '/consent/decision' : '/consent/my';
}
