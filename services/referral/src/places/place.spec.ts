import { Place } from './place.js';

const open = () =>
  Place.open({
    municipality: '0450',
    id: '0198a1b2-0000-7000-8000-000000000003',
    groupId: '0198a1b2-0000-7000-8000-000000000004',
    programme: 'nyborg-familiestue',
    startsOn: '2027-01-11',
  });

describe('a place', () => {
  it('is open until it is somebody’s', () => {
    const place = open();
    expect(place).toMatchObject({ state: 'open', referralId: null });
    place.assignTo('mine');
    expect(place).toMatchObject({ state: 'assigned', referralId: 'mine' });
  });

  it('is not given twice', () => {
    const place = open();
    place.assignTo('mine');
    expect(() => place.assignTo('yours')).toThrow(
      expect.objectContaining({ kind: 'conflict', problem: 'place-taken' }),
    );
    expect(place.referralId).toBe('mine');
  });

  it('is given again once it was given back', () => {
    const place = open();
    place.assignTo('mine');
    place.free();
    expect(place).toEqual(open());
    place.assignTo('yours');
    expect(place.referralId).toBe('yours');
  });
});
