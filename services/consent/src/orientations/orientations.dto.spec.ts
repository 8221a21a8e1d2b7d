import { matched } from '../../test/families.js';
import { given, refused } from '../../test/orientations.js';
import { RecordOrientation as Body } from './orientations.dto.js';

describe('the body of an answer', () => {
  const family = matched();
  it.each<[string, object, boolean]>([
    ['given, with what was told', given(family), true],
    ['given, with nothing told', { ...given(family), categories: [] }, false],
    ['given, with a category that is none', { ...given(family), categories: ['everything'] }, false],
    ['given, with a reason', { ...given(family), reason: 'Fordi' }, false],
    ['given before it was asked for', { ...given(family), answeredOn: '2026-09-30' }, false],
    ['refused, with a reason', refused(family), true],
    ['refused, without', { ...refused(family), reason: undefined }, false],
    ['refused, with categories', { ...refused(family), categories: ['enrolment'] }, false],
    ['without a paragraph', { ...given(family), paragraph: ' ' }, false],
  ])('%s', (_, body, fits) => expect(Body.safeParse(body).success).toBe(fits));
});
