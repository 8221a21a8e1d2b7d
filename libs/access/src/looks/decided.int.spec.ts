import { requestContext } from '@helhed/telemetry';
import type { Actor } from '../actor/actor.js';
import type { AccessFacts } from '../decision/access-facts.js';
import { AccessDatabase, insert, nyborg } from '../decision/test/access-database.js';
import { thing } from '../decision/test/things-in-sql.js';
import { uuid } from '../decision/test/vocabulary.js';
import { followAnswer } from '../lease/answer.js';
import { theRegister } from '../lease/ground.js';
import type { Act } from './act.js';
import type { Look } from './look.js';
import { Looks } from './looks.js';

const pia: Actor = {
  kind: 'person',
  municipality: nyborg,
  issuer: 'issuer 0450',
  sub: 'pia',
  azp: 'page',
  functions: [],
  unit: 'db-solsikken',
  function: 'pedagogue',
};
const read: Act = { act: 'referral.read', mode: 'read', relations: ['sender'], sections: ['referral.outcome'] };
const none = { da: 'Indstillingen', en: 'The referral' };
const listing = { from: 'thing t', where: ['true'], columns: { id: 't.id' }, order: 't.id', limit: 1 };

let at: AccessDatabase;
beforeAll(async () => {
  at = await AccessDatabase.make();
  const [family, child] = [uuid(301), uuid(302)];
  const named = { programme: 'familiestue', referring_unit: 'db-solsikken', persons: [child], members: [child] };
  await at.in((tx) => insert(tx, 'thing', [{ municipality: nyborg, id: 1, family_id: family, ...named }]));
});
afterAll(() => at.stop());

/** Whether the answer was decided after the work, which may have ended in a refusal. */
async function decidedAfter(work: (look: Look) => Promise<unknown>): Promise<boolean> {
  const context = { requestId: 'r', actor: { kind: 'person' as const, issuer: 'i', sub: 'pia', azp: 'page' } };
  const answer = followAnswer(context);
  const looks = new Looks(at.database, theRegister);
  await requestContext.run(context, () => looks.at(pia, read, work)).catch(() => undefined);
  return answer.decided;
}

const asking = (statement: (query: ReturnType<Look['query']>) => string) => (look: Look) => {
  const query = look.query(thing);
  return query.rows<{ facts: AccessFacts }>(look.tx, statement(query));
};

async function one(look: Look): Promise<void> {
  const query = look.query(thing);
  const statement = `SELECT ${query.facts} AS facts FROM thing t WHERE t.id = 1`;
  const [row] = await query.rows<{ facts: AccessFacts }>(look.tx, statement);
  look.one(query, row?.facts, none);
}

describe('an answer is decided', () => {
  it.each<[string, (look: Look) => Promise<unknown>]>([
    ['of one thing', one],
    ['of a thing that a body names', async (look) => look.ifReached(look.query(thing), undefined)],
    ['of a list, also an empty one', (look) => look.list(look.query(thing), listing)],
    ['by a condition of a statement', asking(({ reached }) => `SELECT t.id FROM thing t WHERE ${reached}`)],
    ['where docs/access.md asks for no relation', async (look) => look.settledBy('function')],
  ])('%s', async (_case, work) => {
    expect(await decidedAfter(work)).toBe(true);
  });

  it.each<[string, (look: Look) => Promise<unknown>]>([
    ['only opened', async () => undefined],
    ['given by SQL of its own', (look) => look.tx.query('SELECT id, programme FROM thing')],
    [
      'given by a statement that leaves the condition out',
      (look) => {
        const query = look.query(thing);
        return query.reached ? query.rows(look.tx, 'SELECT id FROM thing') : Promise.resolve();
      },
    ],
    ['given with facts that nobody asked', asking(({ facts }) => `SELECT ${facts} AS facts FROM thing t`)],
  ])('not where the look is %s', async (_case, work) => {
    expect(await decidedAfter(work)).toBe(false);
  });
});
