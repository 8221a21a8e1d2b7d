import type { Actor } from '@helhed/access';

/** Where somebody goes who signed in without having asked for a page. */
export function home({ functions }: Actor): string {
  const isOfficer = functions.some(({ function: name }) => name === 'data-protection-officer');
  if (isOfficer) return '/consent/samples';
  const leads = functions.some(({ function: name }) => name === 'programme-lead');
  if (leads) return '/consent/figures';
  const reads = functions.some(({ function: name }) => name === 'report-reader');
  if (reads) return '/consent/releases';
  const runsGroups = functions.some(({ function: name }) => name === 'group-leader');
  if (runsGroups) return '/consent/attendance';
  return functions.length > 0 ? '/consent/decision' : '/consent/my';
}
