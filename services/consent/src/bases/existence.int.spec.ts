import type { Actor } from '@helhed/access';
import { newId } from '@helhed/kernel';
import { asserted } from '../../test/asserted.js';
import { as, citizen, matched, personIn, triagerIn } from '../../test/families.js';
import { statementsOf } from '../../test/statements.js';
import { nyborg, startWorld, type World } from '../../test/world.js';
import { PreviewWithdrawal } from '../pages/my/preview-withdrawal.js';

let world: World;
let there: string;
let stranger: Actor;
beforeAll(async () => {
  world = await startWorld();
  await world.live('2026-10-05');
  const [family, other] = [matched(), matched()];
  await world.hear(...family.events, ...other.events);
  stranger = citizen(nyborg, other.maja);
  ({ id: there } = await as(triagerIn(nyborg), (actor) => world.recordBasis.run(actor, asserted(family))));
});
afterAll(() => world.stop());

const elsewhere = personIn(nyborg, 'db-regnbuen', 'pedagogue');
const consent = {
  givenBy: [newId()],
  how: 'spoken' as const,
  givenOn: '2026-09-03',
  evidence: 'Journalnotat 2026-417',
};

it.each<[string, Actor | 'citizen', (actor: Actor, id: string) => Promise<unknown>]>([
  ['a receipt, to a citizen', 'citizen', (actor, id) => world.receipts.run(actor, id)],
  ['what a withdrawal means', 'citizen', (actor, id) => new PreviewWithdrawal(world.looks).run(actor, id)],
  ['a withdrawal, to a citizen', 'citizen', (actor, id) => world.withdrawBasis.run(actor, id, {})],
  ['a withdrawal', elsewhere, (actor, id) => world.withdrawBasis.run(actor, id, { givers: [newId()] })],
  ['a basis', elsewhere, (actor, id) => world.bases.get(actor, id)],
  ['a receipt', elsewhere, (actor, id) => world.receipts.run(actor, id)],
  ['one more consent', elsewhere, (actor, id) => world.addConsent.run(actor, id, 1, consent)],
  ['the end', elsewhere, (actor, id) => world.endBasis.run(actor, id, 1)],
  ['a renewal', elsewhere, (actor, id) => world.renewBasis.run(actor, id, { ...consent, validFrom: '2026-10-05' })],
])('%s asks the database the same of a basis that is out of reach and of none', async (_what, who, ask) => {
  const asked = (id: string) =>
    statementsOf(world.database, async () => {
      const run = as(who === 'citizen' ? stranger : who, (actor) => ask(actor, id));
      await expect(run).rejects.toMatchObject({ kind: 'not-found' });
    });
  const ofNone = await asked(newId());
  expect(ofNone.length).toBeGreaterThan(2);
  expect(await asked(there)).toEqual(ofNone);
});
