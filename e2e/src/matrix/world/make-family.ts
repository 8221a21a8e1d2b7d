import { fakeCpr } from '@helhed/testing';
import { programme } from '../oracle/example-world.js';
import type { ToldCustody } from '../oracle/recorded.js';
import type { Basis, Custody, Enrolment, Family, Referral, Row } from '../oracle/world.js';
import type { Maker } from './maker.js';
import { longAgo, madeOn, type Scenario } from './scenarios.js';

/** A family as the platform has it, in the oracle's words; filled in as it is made. */
export interface Made {
  readonly scenario: Scenario;
  readonly cpr: Readonly<Record<string, string>>;
  /** The sender's name of a member → its person. */
  readonly persons: Record<string, string>;
  family: Family;
  referral: Referral;
  readonly custody: Custody[];
  readonly told: readonly ToldCustody[];
  readonly enrolments: Enrolment[];
  readonly rows: Row[];
  readonly bases: Basis[];
}

interface FamilyView {
  readonly households: readonly { readonly id: string }[];
  readonly members: readonly {
    readonly personId: string;
    readonly role: 'parent' | 'child';
    readonly birthDate: string;
    readonly households: readonly string[];
  }[];
}

const born = { mor: '1991-04-12', far: '1989-10-03' };

/**
 * Pia refers it, its triager takes it as far as the scenario says, and family-plan knows its members.
 * @param again another, whose child it has: known by then
 */
export async function makeFamily(maker: Maker, scenario: Scenario, number: number, again?: Made): Promise<Made> {
  const birth: Record<string, string> = { ...born, barn: scenario.childBorn ?? '2022-02-17' };
  const cpr = Object.fromEntries(
    Object.entries(birth).map(([ref, birthDate], index) => [
      ref,
      (ref === 'barn' && again?.cpr['barn']) || fakeCpr({ seed: 7_000 + number * 10 + index, birthDate }),
    ]),
  );
  const person = (ref: string, role: string, household: string | string[], more = {}) => ({
    ref,
    role,
    name: `${ref} Prøve ${number}`,
    cpr: cpr[ref],
    household,
    ...more,
  });
  const said = { how: 'meeting', on: scenario.long ? longAgo : madeOn, agreed: true };
  const body = {
    programme,
    referringUnit: 'db-solsikken',
    senderReference: `matrix-${number}`,
    reason: 'Morgener og sengetider er svære.',
    households: [1, 2].map((home) => ({ ref: `hjem-${home}`, address: `Lærkevej ${number * 2 + home}, 5800 Nyborg` })),
    members: [
      person('mor', 'parent', 'hjem-1'),
      person('far', 'parent', 'hjem-2'),
      person('barn', 'child', ['hjem-1', 'hjem-2'], { custody: ['mor', 'far'] }),
    ],
    parentsPart: ['mor', 'far'].map((parent) => ({ parent, ...said })),
    facts: { everydayConflicts: ['bedtime', 'meals'], wholeFamilyTakesPart: true },
  };
  const { id, familyId } = await maker.post<{ id: string; familyId: string }>('pia', '/referral/v1/referrals', body);
  const view = await maker.until(
    () => maker.get<FamilyView>('vibeke', `/family-plan/v1/families/${familyId}`).catch(() => undefined),
    (found) => (found?.members.length ?? 0) === 3,
    `${scenario.name} known to family-plan`,
  );
  const members = view?.members ?? [];
  const persons = Object.fromEntries(
    Object.entries(birth).map(([ref, date]) => [
      ref,
      members.find(({ birthDate }) => birthDate === date)?.personId ?? '',
    ]),
  );
  const holders = ['mor', 'far'].map((holder) => ({ holder: persons[holder] ?? '', child: persons['barn'] ?? '' }));
  return {
    scenario,
    cpr,
    persons,
    family: {
      id: familyId,
      members: members.map(({ personId, role, birthDate, households }) => ({
        person: personId,
        role,
        birthDate,
        households,
      })),
    },
    referral: {
      id,
      family: familyId,
      programme,
      programmeVersion: 1,
      referringUnit: 'db-solsikken',
      state: 'received',
    },
    custody: again ? [] : holders.map((both) => ({ ...both, from: birth['barn'] ?? '' })),
    told: again ? holders.map((both) => ({ ...both, family: familyId })) : [],
    enrolments: [],
    rows: [],
    bases: [],
  };
}

/** Those that are referred with another's child, which is known by then. */
export async function makeAgain(maker: Maker, wanted: readonly Scenario[], made: readonly Made[]): Promise<Made[]> {
  const again: Made[] = [];
  for (const [index, scenario] of wanted.entries()) {
    if (scenario.again === undefined) continue;
    const before = made.find(({ scenario: { name } }) => name === scenario.again);
    if (!before) throw new Error(`${scenario.name}: no family is ${scenario.again}`);
    again.push(await makeFamily(maker, scenario, index + 1, before));
  }
  return again;
}

/** Its course is over: the referral is closed, and the enrolment ends with it. */
export async function close(maker: Maker, made: Made): Promise<void> {
  const { closed, triager = 'vibeke' } = made.scenario;
  if (!closed) return;
  const path = `/referral/v1/referrals/${made.referral.id}`;
  const { version } = await maker.get<ReferralView>(triager, path);
  await maker.post(triager, `${path}:close`, { outcome: 'completed' }, { ifMatch: version });
  made.referral = { ...made.referral, state: 'closed' };
  const { enrolments } = made;
  enrolments.splice(0, enrolments.length, ...enrolments.map((each) => ({ ...each, ended: true })));
}

interface ReferralView {
  readonly state: string;
  readonly version: number;
  readonly place: { readonly groupId: string } | null;
  readonly enrolment: { readonly id: string } | null;
}

/** The triage, and the place that follows. */
export async function triage(maker: Maker, made: Made): Promise<void> {
  const { until, triager = 'vibeke' } = made.scenario;
  if (until === 'received') return;
  const path = `/referral/v1/referrals/${made.referral.id}`;
  const view = () => maker.get<ReferralView>(triager, path);
  const step = async (verb: string, body?: unknown) =>
    maker.post(triager, `${path}:${verb}`, body, { ifMatch: (await view()).version, late: /^(409|412)/ });
  await step('start-triage');
  if (until === 'declined')
    await step('decline', { reasonCode: 'outside-target-group', reason: 'Uden for målgruppen' });
  if (until === 'accepted') await step('accept', { reason: 'I målgruppen' });
  const unit = maker.cast.as(triager).asker.pairs?.[0]?.split(':')[0] ?? '';
  const { state } = await view();
  made.referral = { ...made.referral, triageUnit: unit, state, waiting: state === 'waiting' };
}
