import { newId } from '@helhed/kernel';
import { fakeCpr } from '@helhed/testing';
import { OpenChildView, RecordChildView } from './child-views.dto.js';

const told = (changes: object) => ({
  familyId: newId(),
  personId: newId(),
  said: 'Jeg vil helst spise sammen.',
  how: 'written',
  toldOn: '2026-09-21',
  ...changes,
});
const fits = (changes: object) => RecordChildView.safeParse(told(changes)).success;

describe('what a child said', () => {
  it.each<[string, object, boolean]>([
    ['in a few words', {}, true],
    ['in lines', { said: 'Far.\nMor.\tMig.' }, true],
    ['as long as it may be', { said: 'a'.repeat(10_000) }, true],
    ['longer', { said: 'a'.repeat(10_001) }, false],
    ['not', { said: '  ' }, false],
    ['with what cannot be stored', { said: 'a\u0000b' }, false],
    ['with a number of somebody', { said: `Min storebror er ${fakeCpr()}` }, false],
    ['in a way that is not known', { how: 'sung' }, false],
    ['with more than is asked for', { openTo: null }, false],
  ])('%s', (_, changes, expected) => expect(fits(changes)).toBe(expected));
});

describe('what opens it', () => {
  const decided = { by: 'authority', paragraph: 'Forvaltningsloven § 9', reason: 'Efter samtale.' };
  it.each<[string, object, boolean]>([
    ['the child', { by: 'child' }, true],
    ['the child, under a paragraph', { ...decided, by: 'child' }, false],
    ['an authority', decided, true],
    ['an authority that does not say why', { ...decided, reason: undefined }, false],
    ['an authority under no paragraph', { ...decided, paragraph: ' ' }, false],
    ['an authority under a paragraph in lines', { ...decided, paragraph: 'Barnet\nsagde' }, false],
    ['an authority under a paragraph as long as a reason', { ...decided, paragraph: 'a'.repeat(201) }, false],
    ['a parent', { by: 'parent' }, false],
  ])('%s', (_, wish, expected) => expect(OpenChildView.safeParse(wish).success).toBe(expected));
});
