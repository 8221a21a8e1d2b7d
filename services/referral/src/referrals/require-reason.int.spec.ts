import type { EndingStep } from '@helhed/contracts';
import { World } from '../../test/world.js';
import { CloseReferral } from './close-referral.js';
import { DeclineReferral } from './decline-referral.js';
import { WithdrawReferral } from './withdraw-referral.js';

describe('the code that a referral ends with', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.make();
  });
  afterAll(() => world.stop());

  const end = (step: EndingStep, id: string, version: number, code: string) => {
    const { changing, catalogue, triager } = world;
    return world.as(triager, () => {
      if (step === 'close') return new CloseReferral(changing, catalogue).run(triager, id, version, { outcome: code });
      if (step === 'withdraw')
        return new WithdrawReferral(changing, catalogue).run(triager, id, version, { reasonCode: code });
      const reason = 'PPR hjælper i skolen.';
      return new DeclineReferral(changing, catalogue).run(triager, id, version, { reasonCode: code, reason });
    });
  };
  const stored = async (id: string, familyId: string) => ({
    referral: await world.all<object>('SELECT state, outcome, version FROM referral WHERE id = $1', [id]),
    events: await world.names(familyId),
  });

  it.each<[EndingStep, string, string]>([
    ['decline', 'outside-target-grup', 'a slip of the pen'],
    ['decline', 'completed', 'for another step'],
    ['withdraw', 'outside-target-group', 'for another step'],
    ['close', 'family-withdrew', 'for another step'],
    ['close', 'course-completed', 'of an earlier release'],
  ])('to %s is not %s: %s', async (step, code) => {
    const { id, familyId, version } = step === 'close' ? await world.accepted() : await world.underTriage();
    const before = await stored(id, familyId);
    await expect(end(step, id, version, code)).rejects.toMatchObject({
      kind: 'rule',
      problem: 'reason-not-listed',
      fields: [{ field: step === 'close' ? 'outcome' : 'reasonCode', rule: 'not-one-of' }],
    });
    expect(await stored(id, familyId)).toEqual(before);
  });

  it.each<[EndingStep, string]>([
    ['decline', 'another-offer'],
    ['withdraw', 'other-offer'],
  ])('to %s may be %s', async (step, code) => {
    const { id, version } = await world.underTriage();
    expect(await end(step, id, version, code)).toMatchObject({ id, outcome: code });
  });
});
