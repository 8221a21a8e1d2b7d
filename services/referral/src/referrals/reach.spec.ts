import type { Actor } from '@helhed/access';
import { reachOf, whoMayLook } from './reach.js';

const acting = (name: string) => ({ kind: 'person', municipality: '0450', unit: 'u', function: name }) as Actor;
const declaredFor = (name: string) =>
  whoMayLook.find((way) => 'functions' in way && way.functions !== 'any' && way.functions?.includes(name)) ??
  whoMayLook.find((way) => 'functions' in way && way.functions === 'any');

it.each(['triager', 'programme-lead', 'pedagogue', 'teacher', 'head'])(
  'a %s sees as many referrals as the routes declare, and no more',
  (name) => {
    const ownOnly = 'referringUnit' in reachOf(acting(name));
    expect(declaredFor(name)).toMatchObject(ownOnly ? { unit: 'own' } : { functions: expect.arrayContaining([name]) });
    expect(ownOnly).toBe(!['triager', 'programme-lead'].includes(name));
  },
);
