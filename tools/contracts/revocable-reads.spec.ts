import { unnamed } from './revocable-reads.ts';

const page = (named: string) =>
  `| A-FAM-01 | GET \`/family-plan/v1/families/{id}\` | x |
| A-FAM-02 | GET \`…/families/{id}/enrolments\` | x |
| A-FAM-03 | GET \`…/families/{id}/custody\`, POST \`…/families/{id}/enrolments\` | x |
| A-OPS-03 | GET \`/{service}/v1/persons/{id}/holdings\` (all five) | x |
### 6.4 What rests on a revocable ground
| a partner's view: ${named} | consent | 503 |
## 7 Else
A-FAM-03 is named here too.
`;
const waits = (path: string, how = '503') => `| GET ${path} | partner | ${how} | consent |\n`;
const enrolments = '/family-plan/v1/families/{id}/enrolments';

describe('what waits for consent', () => {
  it.each(['A-FAM-02', 'A-FAM-01, 02', 'A-FAM-01 to 03', 'A-OPS-03, A-FAM-02'])('is named by %s', (named) =>
    expect(unnamed(page(named), waits(enrolments))).toEqual([]),
  );

  it.each(['A-FAM-01', 'A-FAM-01, 03', 'A-REF-02', 'A-FAM-03 to 05'])('is not named by %s', (named) =>
    expect(unnamed(page(named), waits(enrolments))).toEqual([
      { where: 'docs/access.md', message: expect.stringContaining('A-FAM-02') },
    ]),
  );

  it('is a rule of every service', () =>
    expect(unnamed(page('A-FAM-01'), waits('/referral/v1/persons/{id}/holdings'))).toHaveLength(1));

  it('is in section 4', () => expect(unnamed(page('A-FAM-01'), waits('/elsewhere/v1/rooms'))).toHaveLength(1));

  it('is not what is answered', () => expect(unnamed(page('A-FAM-01'), waits(enrolments, 'answered'))).toEqual([]));
});
