import type { Context } from '@helhed/contracts';
import { Answers } from './answers.js';
import { programme } from './oracle/example-world.js';
import type { Basis, World } from './oracle/world.js';
import { bodies } from './probes-of-referral.js';
import type { Place } from './world/make-world.js';
import { askedOn } from './world/scenarios.js';

/** Each command that shows something of what it changed, with effect: asked last, for the world is another afterwards. */
export async function askAnswers(place: Place, isAsked: (service: Context) => boolean): Promise<Answers> {
  const answers = new Answers(place);
  if (isAsked('referral')) await keepingApart(answers, place);
  if (isAsked('referral')) await triaging(answers, place);
  if (isAsked('consent')) await recording(answers, place);
  return answers;
}

const states: Readonly<Record<string, string>> = { decline: 'declined', withdraw: 'withdrawn', close: 'closed' };

/** Two families that nobody has kept apart yet, both of Vibeke's triage. */
async function keepingApart(answers: Answers, { family }: Place): Promise<void> {
  const [one, other] = [family('no basis').referral, family('of age later').referral];
  await answers.take('vibeke', {
    route: 'POST /referral/v1/separations',
    family: one.family,
    referrals: [one.id, other.id],
    body: { referralId: one.id, otherReferralId: other.id },
  });
}

/** A referral’s life, and the ends of three others. */
async function triaging(answers: Answers, { family }: Place): Promise<void> {
  const steps: readonly (readonly [scenario: string, verb: string])[] = [
    ['received', 'start-triage'],
    ['received', 'hold'],
    ['received', 'resume'],
    ['received', 'decline'],
    ['of age later', 'withdraw'],
    ['in triage', 'accept'],
    ['no basis', 'close'],
  ];
  for (const [scenario, verb] of steps) {
    const { referral } = family(scenario);
    const command = {
      route: `POST /referral/v1/referrals/{id}:${verb}`,
      target: referral.id,
      family: referral.family,
      body: bodies[verb],
      versioned: true,
    } as const;
    await answers.take('vibeke', command, ({ referrals }) => ({
      referrals: referrals.map((each) =>
        each.id === referral.id ? { ...each, triageUnit: 'visitation', state: states[verb] ?? 'under-triage' } : each,
      ),
    }));
  }
}

/** A consent from its record to its withdrawal, and a statute that is ended. */
async function recording(answers: Answers, { family }: Place): Promise<void> {
  const { persons, family: of } = family('plain');
  const { mor = '', far = '', barn = '' } = persons;
  const what = {
    programme,
    layer: 'disclosure',
    purpose: 'outcome-to-sender',
    categories: ['referral-outcome'],
    fromUnit: 'visitation',
    toUnit: 'db-solsikken',
    persons: [mor, far, barn],
    validFrom: askedOn,
    validTo: '2027-09-30',
  } as const;
  const given = { how: 'paper', givenOn: askedOn, evidence: 'Samtykkeerklæring i sagen' };
  const by = (...givers: readonly string[]) => ({ givenBy: givers, ...given });
  const record = (kind: Basis['kind'], body: object) => ({
    route: 'POST /consent/v1/bases',
    family: of.id,
    kind,
    body: { familyId: of.id, kind, ...what, ...body },
  });
  const at = (verb: string, target: string, body?: object) => ({
    route: `POST /consent/v1/bases/{id}:${verb}`,
    target,
    family: of.id,
    ...(body && { body }),
  });
  const versioned = { versioned: true } as const;
  const recorded =
    (kind: Basis['kind'], recordedIn: string, givers: readonly string[]) =>
    (world: World, { id }: { id?: unknown }) => ({
      bases: [
        ...world.bases,
        { id: String(id), family: of.id, kind, ...what, recordedIn, givers: givers.map((person) => ({ person })) },
      ],
    });
  const becomes =
    (id: string, change: (basis: Basis) => Partial<Basis>) =>
    ({ bases }: World) => ({
      bases: bases.map((basis) => (basis.id === id ? { ...basis, ...change(basis) } : basis)),
    });

  const consent = await answers.take('pia', record('consent', by(mor)), recorded('consent', 'db-solsikken', [mor]));
  const id = String(consent['id']);
  await answers.take(
    'pia',
    { ...at('add-consent', id, by(far)), ...versioned },
    becomes(id, ({ givers }) => ({ givers: [...givers, { person: far }] })),
  );
  await answers.take('pia', at('renew', id, { ...by(mor, far), validFrom: what.validTo }));
  const back =
    (person: string) =>
    ({ givers }: Basis) => ({
      givers: givers.map((giver) => (giver.person === person ? { person, back: true } : giver)),
    });
  await answers.take('maja', at('withdraw', id, {}), becomes(id, back(mor)));
  await answers.take('pia', at('withdraw', id, { givers: [far] }), becomes(id, back(far)));

  const statute = await answers.take(
    'vibeke',
    record('statute', { paragraph: 'Serviceloven § 49 a' }),
    recorded('statute', 'visitation', []),
  );
  await answers.take(
    'vibeke',
    { ...at('end', String(statute['id'])), ...versioned },
    becomes(String(statute['id']), () => ({ ended: true })),
  );
}
