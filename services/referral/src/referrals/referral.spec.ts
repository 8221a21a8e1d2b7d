import { DomainError } from '@helhed/kernel';
import { change } from '@helhed/database';
import { aReferral } from '../../test/a-referral.js';
import type { Referral } from './referral.js';
import { commands, nextOwner, states, transitions, type Command, type State } from './transitions.js';

const on = '2026-11-12';

const run: Record<Command, (referral: Referral) => unknown> = {
  amend: (referral) => referral.amend(on, {}),
  'start-triage': (referral) => referral.startTriage(on, 'visitation'),
  hold: (referral) => referral.hold(on, 'family'),
  resume: (referral) => referral.resume(on),
  accept: (referral) => referral.accept(on, false),
  decline: (referral) => referral.decline(on, 'outside-target-group'),
  'assign-place': (referral) => referral.assignPlace(on),
  withdraw: (referral) => referral.withdraw(on, 'family-withdrew'),
  close: (referral) => referral.close(on, 'completed'),
};

/** The same table, written down once more by hand: state, command, state after. */
const allowed: [State, Command, State][] = [
  ['received', 'amend', 'received'],
  ['received', 'start-triage', 'under-triage'],
  ['received', 'withdraw', 'withdrawn'],
  ['under-triage', 'amend', 'under-triage'],
  ['under-triage', 'accept', 'waiting'],
  ['under-triage', 'decline', 'declined'],
  ['under-triage', 'hold', 'on-hold'],
  ['under-triage', 'withdraw', 'withdrawn'],
  ['on-hold', 'resume', 'under-triage'],
  ['on-hold', 'withdraw', 'withdrawn'],
  ['waiting', 'assign-place', 'accepted'],
  ['waiting', 'withdraw', 'withdrawn'],
  ['accepted', 'close', 'closed'],
  ['accepted', 'withdraw', 'withdrawn'],
];
const cells = states.flatMap((state) => commands.map((command) => [state, command] as const));
const after = (state: State, command: Command) =>
  allowed.find(([from, name]) => from === state && name === command)?.[2];
const inState = (state: State) => change(aReferral(), { state, version: 4, since: '2026-11-01' });

describe('the table of transitions', () => {
  it.each(allowed)('%s: %s makes it %s', (from, command, to) => {
    const referral = inState(from);
    run[command](referral);
    expect(referral.state).toBe(to);
    expect(referral.version).toBe(5);
    expect(referral.since).toBe(from === to ? '2026-11-01' : on);
    expect(referral.nextOwner).toBe(command === 'hold' ? 'family' : nextOwner[to]);
  });

  it.each(cells.filter(([state, command]) => !after(state, command)))(
    '%s: %s is refused and changes nothing',
    (state, command) => {
      const referral = inState(state);
      const refuse = () => run[command](referral);
      expect(refuse).toThrow(DomainError);
      expect(refuse).toThrow(/^transition-refused: The referral is /);
      expect(referral).toEqual(inState(state));
    },
  );

  it('says no more than the cells above', () => {
    const written = states.flatMap((state) => commands.flatMap((command) => transitions[state][command] ?? []));
    expect(cells).toHaveLength(72);
    // accept has two ends: a place, or the waiting list
    expect(written).toHaveLength(allowed.length + 1);
  });

  it('ends in states that nobody has to act on', () => {
    for (const state of states) expect(nextOwner[state] === null).toBe(Object.keys(transitions[state]).length === 0);
  });
});

describe('a referral', () => {
  const named = { referralId: aReferral().id, familyId: aReferral().familyId, programme: 'nyborg-familiestue' };

  it('that is accepted with a place waits for nothing', () => {
    const referral = inState('under-triage');
    expect(referral.accept(on, true)).toEqual({ ...named, acceptedOn: on });
    expect(referral.state).toBe('accepted');
  });

  it('that waits says since when', () => {
    const referral = inState('under-triage');
    referral.accept(on, false);
    expect(referral.waiting()).toEqual({ ...named, since: on });
  });

  it('keeps why it was declined or withdrawn and what came of it, and tells it', () => {
    const [declined, withdrawn, closed] = [inState('under-triage'), inState('on-hold'), inState('accepted')];
    expect(declined.decline(on, 'outside-target-group')).toEqual({
      ...named,
      declinedOn: on,
      reasonCode: 'outside-target-group',
    });
    expect(withdrawn.withdraw(on, 'family-withdrew')).toEqual({
      ...named,
      withdrawnOn: on,
      reasonCode: 'family-withdrew',
    });
    expect(closed.close(on, 'completed')).toEqual({ ...named, closedOn: on, outcome: 'completed' });
    expect([declined, withdrawn, closed].map(({ outcome }) => outcome)).toEqual([
      'outside-target-group',
      'family-withdrew',
      'completed',
    ]);
  });

  it('is amended in what is given and keeps the rest', () => {
    const referral = inState('received');
    const { reason, facts } = referral;
    referral.amend(on, { facts: { wholeFamilyTakesPart: false } });
    expect(referral).toMatchObject({ reason, facts: { wholeFamilyTakesPart: false } });
    referral.amend(on, { reason: Buffer.from('new') });
    expect(referral).toMatchObject({ reason: Buffer.from('new'), facts: { wholeFamilyTakesPart: false } });
    expect(facts).not.toEqual(referral.facts);
  });

  it('tells what is allowed when it refuses', () => {
    expect(() => inState('waiting').close(on, 'x')).toThrow(
      expect.objectContaining({
        kind: 'conflict',
        extension: { state: 'waiting', allowed: ['assign-place', 'withdraw'] },
      }),
    );
  });
});
