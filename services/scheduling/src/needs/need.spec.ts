import { AppointmentNeed, nothingWanted, type NeedKind, type Wanted } from './need.js';
import { needStates, type NeedCommand, type NeedState } from './need-states.js';

const clock = { now: new Date('2026-09-10T08:00:00Z'), today: '2026-09-10' };
const at = { kind: 'session', startsAt: new Date('2026-10-01T14:00:00Z'), cancelledAt: null } as const;
const over = { ...at, startsAt: clock.now };
const off = { ...at, cancelledAt: clock.now };
const of = { municipality: '0450', id: 'n', appointmentId: 'a', unit: 'familiestuen', programme: 'p' };
const agency = { arrangedBy: 'supplier', reference: 'T-17' } as const;
const arabic = { ...nothingWanted, language: 'ar' };

const named = (kind: NeedKind = 'interpreter', wanted: Wanted = arabic, familyId: string | null = 'f') =>
  AppointmentNeed.named({ ...of, kind, familyId }, wanted, at, clock);

const arranged = () => {
  const need = named();
  need.arrange(agency, at, clock);
  return need;
};
const moved = () => {
  const need = arranged();
  need.move(clock);
  return need;
};
const ended = (need: AppointmentNeed) => {
  need.end(clock);
  return need;
};
const made: Readonly<Record<NeedState, () => AppointmentNeed>> = {
  named,
  arranged,
  'to-rearrange': moved,
  'to-call-off': () => ended(arranged()),
  'not-needed': () => ended(named()),
};
const commands: Readonly<Record<NeedCommand, (need: AppointmentNeed) => void>> = {
  change: (need) => need.change({ ...arabic, language: 'so' }, at, clock),
  arrange: (need) => need.arrange(agency, at, clock),
  withdraw: (need) => need.withdraw(at, clock),
  'call-off': (need) => need.callOff(clock),
  move: (need) => need.move(clock),
};

/** What comes of each command in each state: another state, the same (`=`), or a refusal that names the state (409). */
const table: Readonly<Record<NeedState, Readonly<Record<NeedCommand, NeedState | '=' | 'refused'>>>> = {
  named: { change: 'named', arrange: 'arranged', withdraw: 'not-needed', 'call-off': 'refused', move: '=' },
  arranged: {
    change: 'refused',
    arrange: 'refused',
    withdraw: 'to-call-off',
    'call-off': 'refused',
    move: 'to-rearrange',
  },
  'to-rearrange': {
    change: 'refused',
    arrange: 'arranged',
    withdraw: 'to-call-off',
    'call-off': 'named',
    move: '=',
  },
  'to-call-off': { change: 'refused', arrange: 'refused', withdraw: '=', 'call-off': 'not-needed', move: '=' },
  'not-needed': { change: 'refused', arrange: 'refused', withdraw: '=', 'call-off': 'refused', move: '=' },
};
const cells = needStates.flatMap((state) =>
  (Object.keys(commands) as NeedCommand[]).map((command) => [state, command, table[state][command]] as const),
);

describe('a need of an appointment', () => {
  it.each(cells)('%s, %s: %s', (state, command, comes) => {
    const need = made[state]();
    const { version } = need;
    expect(need.state).toBe(state);
    const run = () => commands[command](need);
    if (comes === 'refused')
      expect(run).toThrow(expect.objectContaining({ kind: 'conflict', problem: `need-${state}` }));
    else run();
    expect(need.state).toBe(comes === 'refused' || comes === '=' ? state : comes);
    expect(need.version).toBe(comes === 'refused' || comes === '=' ? version : version + 1);
  });

  it.each(['change', 'arrange', 'withdraw'] as const)(
    'is past %s once the appointment has begun or is off',
    (command) => {
      const need = named();
      const run = (when: typeof off | typeof over) =>
        ({
          change: () => need.change(arabic, when, clock),
          arrange: () => need.arrange(agency, when, clock),
          withdraw: () => need.withdraw(when, clock),
        })[command];
      expect(run(over)).toThrow(expect.objectContaining({ problem: 'booking-begun' }));
      expect(run(off)).toThrow(expect.objectContaining({ problem: 'session-cancelled' }));
      expect(need.state).toBe('named');
    },
  );

  it('is not named of what has begun, and called off also afterwards', () => {
    expect(() => AppointmentNeed.named({ ...of, kind: 'meal', familyId: null }, nothingWanted, over, clock)).toThrow(
      expect.objectContaining({ problem: 'booking-begun' }),
    );
    const need = made['to-call-off']();
    need.callOff({ now: new Date('2026-10-02T08:00:00Z'), today: '2026-10-02' });
    expect(need).toMatchObject({ state: 'not-needed', ...agency, endedOn: '2026-09-10', changedOn: '2026-10-02' });
  });

  it('after a move is arranged by whoever had it, or called off first', () => {
    const need = moved();
    expect(() => need.arrange({ ...agency, reference: 'T-18' }, at, clock)).toThrow(
      expect.objectContaining({ problem: 'need-to-rearrange' }),
    );
    need.callOff(clock);
    expect(need).toMatchObject({ state: 'named', arrangedBy: null, reference: null, arrangedOn: null });
    need.arrange({ ...agency, reference: 'T-18' }, at, clock);
    expect(need).toMatchObject({ state: 'arranged', reference: 'T-18', arrangedOn: '2026-09-10' });
  });

  it('of a family that left says no more than what is to be called off; what was not arranged is over', () => {
    const need = arranged();
    need.leave(clock);
    expect(need).toMatchObject({ state: 'to-call-off', familyId: null, language: null, ...agency });
    const other = named();
    other.leave(clock);
    expect(other).toMatchObject({ state: 'not-needed', familyId: 'f' });
  });

  it.each<[string, NeedKind, Wanted, string | null, string]>([
    ['an interpreter without a language', 'interpreter', nothingWanted, 'f', 'language'],
    ['an interpreter of so many children', 'interpreter', { ...arabic, children: 2 }, 'f', 'children'],
    ['a meal in a language', 'meal', arabic, null, 'language'],
    ['a meal for somebody', 'meal', { ...nothingWanted, personId: 'p' }, null, 'person'],
    ['a meal of so many', 'meal', { ...nothingWanted, children: 2 }, null, 'children'],
    ['a family’s child-minding without a number', 'child-minding', nothingWanted, 'f', 'children'],
    ['a group’s with one', 'child-minding', { ...nothingWanted, children: 2 }, null, 'children'],
  ])('refuses %s', (_what, kind, wanted, family, field) => {
    expect(() => named(kind, wanted, family)).toThrow(
      expect.objectContaining({ problem: 'need-invalid', fields: [expect.objectContaining({ field })] }),
    );
  });

  it('of nobody’s family is a group’s alone', () => {
    const single = { ...at, kind: 'single' } as const;
    const name = () => AppointmentNeed.named({ ...of, kind: 'meal', familyId: null }, nothingWanted, single, clock);
    expect(name).toThrow(expect.objectContaining({ problem: 'need-invalid' }));
  });
});
