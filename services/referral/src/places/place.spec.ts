import { Place } from './place.js';

const open = () =>
  Place.open({
    municipality: '0450',
    id: '0198a1b2-0000-7000-8000-000000000003',
    groupId: '0198a1b2-0000-7000-8000-000000000004',
    programme: 'nyborg-familiestue',
    startsOn: '2027-01-11',
  });

const now = new Date('2027-01-01T09:00:00Z');

describe('a place', () => {
  it('is open until it is somebody’s', () => {
    const place = open();
    expect(place).toMatchObject({ state: 'open', referralId: null });
    place.assignTo('mine', now);
    expect(place).toMatchObject({ state: 'assigned', referralId: 'mine' });
  });

  it('is not given twice', () => {
    const place = open();
    place.assignTo('mine', now);
    expect(() => place.assignTo('yours', now)).toThrow(
      expect.objectContaining({ kind: 'conflict', problem: 'place-taken' }),
    );
    expect(place.referralId).toBe('mine');
  });

  it('is given again once it was given back', () => {
    const place = open();
    place.assignTo('mine', now);
    place.free();
    expect(place).toEqual(open());
    place.assignTo('yours', now);
    expect(place.referralId).toBe('yours');
  });

  it('is given until the time that its group says, and not from then on', () => {
    const place = open();
    place.refillTo(new Date(now.getTime() + 1));
    expect(place.isGivenAt(now)).toBe(true);
    place.assignTo('mine', now);
    expect(place.isGivenAt(now)).toBe(false);
    place.free();
    place.refillTo(now);
    expect(place.isGivenAt(now)).toBe(false);
    expect(() => place.assignTo('yours', now)).toThrow(
      expect.objectContaining({ kind: 'rule', problem: 'refill-over' }),
    );
    expect(place.referralId).toBeNull();
  });
});
