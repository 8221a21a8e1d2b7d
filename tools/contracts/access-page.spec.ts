import { planted } from '../planted.ts';
import { accessPage } from './access-page.ts';

const routes = ['GET /consent/v1/bases', 'GET /consent/v1/bases/{id}', 'POST /consent/v1/bases/{id}:hold'];

const said = (rows: string[], served = routes): string[] =>
  planted(
    {
      'docs/routes.md': `| route | who |\n|---|---|\n${served.map((route) => `| ${route} | person |\n`).join('')}`,
      'docs/access.md': `## 3. Others\n| A-NOT-01 | GET \`/x\` |\n## 4. Acts\n${rows.join('\n')}\n## 5. Order\n| A-NOT-02 | GET \`/y\` |\n`,
    },
    (root) => accessPage(root).map(({ where, message }) => `${where} ${message}`),
  );

const list = '| A-CON-01 | GET `/consent/v1/bases`, `…/bases/{id}` | basis.read |';

it.each([
  ['a row each', ['| A-CON-01 | GET `…/v1/bases?familyId=`, `…/bases/{id}`; POST `…/bases/{id}:hold` |']],
  ['a verb in place of the one before', [list, '| A-CON-02 *planned* | POST `…/bases/{id}:end` |', hold('`:hold`')]],
  ['a route that is planned beside one that is there', [list, hold('`…:hold`, `…:end` *planned*')]],
  ['a page that is planned', [list, hold('`…:hold`'), '| A-PAG-01 *planned* | `/consent/my` and below |']],
])('%s is in order', (_, rows) => expect(said(rows)).toEqual([]));

function hold(verbs: string): string {
  return `| A-CON-03 | POST \`…/bases/{id}:resume\` *planned*, ${verbs} | basis.hold |`;
}

it('a route without a row is found', () =>
  expect(said([list])).toEqual(['docs/access.md section 4 has no row for POST /consent/v1/bases/{id}:hold.']));

it('a row whose route is not there is found, unless it is planned', () =>
  expect(said([list, '| A-CON-02 | POST `…/bases/{id}:end` |'], routes.slice(0, 2))).toEqual([
    'docs/access.md:5 POST …/bases/{id}:end is not in docs/routes.md: it is another route, or *planned*.',
  ]));

it('a row whose route is there with another method is found', () =>
  expect(said([list, '| A-CON-02 | DELETE `…/bases/{id}` |'], routes.slice(0, 2))).toHaveLength(1));

it('a planned row whose route is there now is found', () =>
  expect(said(['| A-CON-01 *planned* | GET `/consent/v1/bases` |'], routes.slice(0, 1))).toEqual([
    'docs/access.md:4 GET /consent/v1/bases is there: it is no longer *planned*.',
  ]));
