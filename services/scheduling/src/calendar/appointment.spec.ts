import { change } from '@helhed/database';
import { Appointment, type AppointmentKind } from './appointment.js';

const startsAt = new Date('2026-10-05T07:00:00Z');
const before = new Date(startsAt.getTime() - 1);
const fresh = { startsAt, date: '2026-10-05', heldOn: null, heldRecordedAt: null, cancelledAt: null, version: 1 };
const states = {
  planned: { now: before, has: {} },
  begun: { now: startsAt, has: {} },
  cancelled: { now: startsAt, has: { cancelledAt: before } },
  held: { now: startsAt, has: { heldOn: '2026-10-05' } },
} as const;
const to = {
  date: '2026-10-06',
  startTime: '09:30',
  startsAt: new Date('2026-10-06T07:30:00Z'),
  endsAt: new Date('2026-10-06T10:30:00Z'),
  roomId: 'room',
};
const commands = {
  'mark held': (made: Appointment, now: Date) => made.markHeld(now),
  cancel: (made: Appointment, now: Date) => made.cancel(now),
  move: (made: Appointment, now: Date) => made.move(to, { now, today: '2026-10-05' }),
  'make up for': (made: Appointment, now: Date) => void made.makeUp({ ...to, id: 'new', number: 14 }, now),
} as const;

type Row = readonly [AppointmentKind, keyof typeof states, keyof typeof commands, object | string];
const held = { heldOn: '2026-10-05', heldRecordedAt: startsAt, changedAt: startsAt, cancelledAt: null, version: 2 };
const cancelled = { heldOn: null, cancelledAt: before, changedAt: before, version: 2 };
const rowsOf = (kind: AppointmentKind, what: string): Row[] => [
  [kind, 'planned', 'mark held', `${what}-not-begun`],
  [kind, 'begun', 'mark held', held],
  [kind, 'cancelled', 'mark held', `${what}-cancelled`],
  [kind, 'planned', 'cancel', cancelled],
  [kind, 'begun', 'cancel', 'booking-begun'],
  [kind, 'cancelled', 'cancel', 'booking-begun'],
  [kind, 'held', 'cancel', 'booking-begun'],
  [kind, 'planned', 'move', { ...to, movedOn: '2026-10-05', changedAt: before, version: 2 }],
  [kind, 'begun', 'move', 'booking-begun'],
  [kind, 'cancelled', 'move', `${what}-cancelled`],
  [kind, 'held', 'move', 'booking-begun'],
  [kind, 'planned', 'make up for', 'session-not-cancelled'],
  [kind, 'cancelled', 'make up for', {}],
];

describe('an appointment in each state, under each command', () => {
  it.each([
    ...rowsOf('session', 'session'),
    ...rowsOf('theme-evening', 'session'),
    ...rowsOf('conversation', 'conversation'),
    ...rowsOf('single', 'booking'),
  ])('%s, %s: %s is %p', (kind, state, command, outcome) => {
    const { now, has } = states[state];
    const made = change(new Appointment(), { ...fresh, kind, ...has });
    const run = () => commands[command](made, now);
    if (typeof outcome === 'string') {
      expect(run).toThrow(expect.objectContaining({ problem: outcome }));
      expect(made.version).toBe(1);
    } else {
      run();
      expect(made).toMatchObject(outcome);
    }
  });

  it('is made up for by another at its time, that is neither off nor held, and not in the past', () => {
    const off = change(new Appointment(), { ...fresh, kind: 'session' as const, id: 'off', minutes: 180 });
    off.cancel(before);
    const as = { ...to, id: 'new', number: 14 };
    expect(off.makeUp(as, before)).toMatchObject({
      ...as,
      kind: 'session',
      minutes: 180,
      replacesId: 'off',
      cancelledAt: null,
      heldOn: null,
      version: 1,
    });
    expect(() => off.makeUp({ ...as, startsAt: before }, before)).toThrow(
      expect.objectContaining({ problem: 'from-in-the-past' }),
    );
    expect(off.id).toBe('off');
  });

  it('is moved to what is yet to come, and is there then', () => {
    const made = change(new Appointment(), { ...fresh, kind: 'session' as const });
    expect(made.isAt(to)).toBe(false);
    made.move(to, { now: before, today: '2026-10-05' });
    expect(made.isAt(to)).toBe(true);
    const past = { ...to, startsAt: before };
    expect(() => made.move(past, { now: before, today: '2026-10-05' })).toThrow(
      expect.objectContaining({ problem: 'from-in-the-past' }),
    );
  });
});
