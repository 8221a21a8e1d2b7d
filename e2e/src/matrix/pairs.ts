import type { Outcome } from './run.js';

/** A cell by its row (with its path's end where the row has several), thing and actor. */
type Named = readonly [row: string, of: string, actor: string];

interface Pair {
  readonly allow: Named;
  readonly deny: Named;
  /** Where the denial is a section withheld: the reason. */
  readonly reason?: string;
}

const outcome = (of: string, actor = 'pia'): Named => ['A-REF-07', of, actor];
const withheldFor = (of: string, reason: string): Pair => ({ allow: outcome('plain'), deny: outcome(of), reason });
const family = (of: string, actor: string): Named => ['A-FAM-01', of, actor];

/** Of each rule one cell that it allows and one that it denies, which differ in that rule only. */
export const pairs: Readonly<Record<string, readonly Pair[]>> = {
  'A-TOK-02': [{ allow: ['A-REF-05', 'all', 'pia'], deny: ['A-REF-05', 'all', 'no token'] }],
  'A-TOK-03': [{ allow: ['A-REF-05', 'all', 'pia'], deny: ['A-REF-05', 'all', 'no good token'] }],
  'A-FUN-01': [{ allow: ['A-REF-05', 'all', 'pia'], deny: ['A-REF-05', 'all', 'pia as visitation-syd'] }],
  'A-FUN-02': [
    {
      allow: ['A-SCH-09', 'all', 'tove as familiestuen:group-leader'],
      deny: ['A-SCH-09', 'all', 'tove as db-solsikken:group-leader'],
    },
    {
      allow: ['A-REF-09', 'of the programme', 'vibeke as visitation:triager'],
      deny: ['A-REF-09', 'of the programme', 'pia as visitation:triager'],
    },
  ],
  'A-FUN-04': [{ allow: ['A-FAM-03', 'all', 'vibeke'], deny: ['A-FAM-03', 'all', 'operator'] }],
  'A-FUN-05': [{ allow: ['A-REF-05', 'all', 'tove as db-solsikken:pedagogue'], deny: ['A-REF-05', 'all', 'tove'] }],
  'A-FUN-06': [{ allow: ['A-REF-09', 'of the programme', 'vibeke'], deny: ['A-REF-09', 'of the programme', 'pia'] }],
  'A-SYS-01': [
    { allow: ['A-REF-05', 'all', 'vibeke'], deny: ['A-REF-05', 'all', 'system that holds a triager’s function'] },
  ],
  'A-SHP-01': [{ allow: outcome('plain'), deny: outcome('an unreadable id') }],
  'A-REL-01': [{ allow: ['A-REF-03', 'from db-solsikken', 'pia'], deny: ['A-REF-03', 'from visitation', 'pia'] }],
  'A-REL-02': [
    { allow: outcome('plain'), deny: outcome('plain', 'hanne') },
    { allow: outcome('plain'), deny: outcome('plain', 'pia of another municipality') },
    {
      allow: outcome('plain', 'tove as db-solsikken:pedagogue'),
      deny: outcome('plain', 'tove as familiestuen:group-leader'),
    },
    { allow: ['A-REF-06', 'plain', 'vibeke'], deny: ['A-REF-06', 'plain', 'viggo'] },
    { allow: family('plain', 'trine'), deny: family('rows ended', 'trine') },
    { allow: ['A-CON-10', 'mor of plain', 'maja'], deny: ['A-CON-10', 'far of plain', 'maja'] },
  ],
  'A-REL-03': [{ allow: ['A-CON-01', 'consent of plain', 'pia'], deny: ['A-CON-01', 'consent of plain', 'rie'] }],
  'A-OWN-01': [{ allow: family('plain', 'vibeke'), deny: family('own record', 'vibeke') }],
  'A-OWN-02': [{ allow: family('plain', 'vibeke'), deny: family('relative', 'vibeke') }],
  'A-OWN-03': [{ allow: outcome('plain'), deny: outcome('colleague') }],
  'A-BAS-01': [{ allow: ['A-CON-01', 'statute of plain', 'vibeke'], deny: ['A-CON-01', 'statute of plain', 'pia'] }],
  'A-FAM-11': [
    { allow: ['A-FAM-07', 'own partner of plain', 'vibeke'], deny: ['A-FAM-07', 'own partner of plain', 'frida'] },
  ],
  'A-SEC-02': [{ allow: ['A-REF-06', 'plain', 'vibeke'], deny: ['A-REF-06', 'plain', 'pia'], reason: 'no-basis' }],
  'A-SEC-03': [
    withheldFor('no basis', 'no-basis'),
    withheldFor('withdrawn', 'consent-withdrawn'),
    withheldFor('ended', 'basis-ended'),
    withheldFor('used up', 'exchange-used-up'),
    withheldFor('expired', 'basis-expired'),
    withheldFor('not yet valid', 'basis-not-yet-valid'),
    withheldFor('incomplete', 'consent-incomplete'),
    withheldFor('own voice', 'consent-incomplete'),
    // A-SEC-04: one person too few
    withheldFor('of one parent too few', 'no-basis'),
  ],
  'A-SEC-06': [{ allow: family('statute', 'trine'), deny: family('used up', 'trine'), reason: 'exchange-used-up' }],
  'A-SEC-07': [
    { allow: ['A-SCH-16', 'feed of plain', 'no token'], deny: ['A-SCH-16', 'feed of withdrawn', 'no token'] },
  ],
};

/** What the table says that the cells do not bear out. */
export function faultsInPairs(outcomes: readonly Outcome[]): string[] {
  const find = ([row, of, actor]: Named) =>
    outcomes.find(({ cell }) => cell.row.id === row && cell.probe.of === of && cell.actor.name === actor)?.cell;
  return Object.entries(pairs).flatMap(([rule, each]) =>
    each.flatMap(({ allow, deny, reason }) => {
      const [good, bad] = [find(allow)?.expected, find(deny)?.expected];
      const said = [];
      if (
        !good ||
        good.status === 401 ||
        good.status === 403 ||
        good.status === 404 ||
        good.problem === 'family-unknown'
      )
        said.push(`${rule}: ${allow.join(', ')} is not allowed`);
      const denied =
        reason === undefined ? bad?.rule === rule : bad?.withheld?.some((section) => section.reason === reason);
      if (!denied) said.push(`${rule}: ${deny.join(', ')} is not denied by it${bad ? `, but by ${bad.rule}` : ''}`);
      return said;
    }),
  );
}
