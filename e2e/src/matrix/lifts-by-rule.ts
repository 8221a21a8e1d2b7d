import {
  asker,
  bases,
  courseGoesOn,
  inRequest,
  inWorld,
  named,
  nobodyTookBack,
  pairOf,
  rowsInForce,
  sends,
  standing,
  who,
  without,
  type Lift,
} from './lifts.js';

const signedIn = 'signed-in' as const;
const asAllowed: Lift = asker((_, allowed) => allowed);
const isSelf = (row: { readonly sub: string }, { sub }: { readonly sub?: string }): boolean => row.sub === sub;

/** Of each rule that has pairs: what the denied cell asks with that rule lifted. It must then be let through. */
export const lifts: Readonly<Record<string, Lift>> = {
  'A-TOK-01': inRequest(({ request: { row } }) => ({
    row: { ...row, who: [{ kind: 'everybody', functions: signedIn }] },
  })),
  'A-TOK-02': asAllowed,
  'A-TOK-03': asAllowed,
  'A-FUN-01': inRequest(
    ({
      request: {
        asker: { header: _none, ...rest },
      },
    }) => ({ asker: rest }),
  ),
  // held, and of a unit that there is still
  'A-FUN-02': (denied) => {
    const { world, request } = denied;
    const { pairs = [], header = '' } = request.asker;
    return {
      request: { ...request, asker: { ...request.asker, pairs: [...pairs, header] } },
      world: { ...world, units: world.units.map((unit) => ({ ...unit, retired: false })) },
    };
  },
  'A-FUN-03': asker(({ world }) => ({ municipality: world.municipality })),
  'A-FUN-04': who(({ kind = 'person' }) => [{ kind, functions: signedIn }]),
  'A-FUN-05': asker((_, { header }) => ({ ...(header !== undefined && { header }) })),
  'A-FUN-06': who(() => [{ kind: 'person', functions: signedIn }]),
  'A-SYS-01': who(() => [{ kind: 'system', functions: 'any' }]),
  'A-SYS-02': who(() => [{ kind: 'system', functions: 'any' }]),
  'A-SYS-04': who(({ name = '' }) => [{ kind: 'service', functions: [name] }]),
  'A-SHP-01': inRequest(({ request: { misshapen: _none, ...rest } }, { target }) => ({
    ...rest,
    misshapen: undefined,
    target,
  })),
  'A-REL-01': named(({ request }) => ({ unit: pairOf(request.asker).unit })),
  'A-REL-02': sends,
  'A-REL-03': sends,
  'A-REL-04': inWorld(({ world }) => ({ families: world.families.map((each) => ({ ...each, erased: false })) })),
  'A-REL-05': inWorld(({ world }) => ({ units: world.units.map((unit) => ({ ...unit, institution: false })) })),
  'A-REL-06': rowsInForce,
  'A-REL-07': courseGoesOn,
  'A-OWN-01': without((row, asking) => row.kind === 'own-person' && isSelf(row, asking)),
  'A-OWN-02': without((row, asking) => row.kind === 'relative' && isSelf(row, asking)),
  'A-OWN-03': without((row, asking) => row.kind === 'own-person' && !isSelf(row, asking)),
  'A-OWN-04': without(isSelf),
  'A-OWN-05': without(() => true),
  'A-CMD-01': named((_, allowed) => ({ kind: allowed.named?.kind })),
  'A-CMD-02': standing('disclosure', 'coordination', 'team'),
  'A-CMD-03': standing('disclosure', 'coordination', 'team'),
  'A-CMD-04': nobodyTookBack,
  'A-CMD-07': standing('disclosure', 'cooperation', 'partner'),
  'A-FAM-11': named((_, allowed) => ({ unit: allowed.named?.unit })),
  'A-FAM-20': named(() => ({ by: 'child' })),
  // it is the citizen's own
  'A-CIT-05': inWorld(({ world, request: { asker: asking, target } }) => ({
    links: { ...world.links, [asking.sub ?? '']: target ?? '' },
  })),
  'A-CIT-06': inWorld(({ world }) => ({ custody: world.custody.map((row) => ({ ...row, to: null })) })),
  'A-CIT-07': bases(({ givers }, { links }) => ({
    givers: [...givers, ...Object.values(links).map((person) => ({ person }))],
  })),
  'A-CIT-08': inWorld(({ world, request: { asker: asking } }, allowed) => ({
    links: { ...world.links, [asking.sub ?? '']: world.links[allowed.asker.sub ?? ''] ?? '' },
  })),
  // the version that the referral came in under
  'A-CFG-01': inWorld(({ world }) => ({ definitions: world.definitions.filter(({ version }) => version === 1) })),
  'A-CFG-02': standing('disclosure', 'outcome-to-sender', 'sender'),
  'A-FAM-12': standing('disclosure', 'coordination', 'team'),
  'A-BAS-01': named(() => ({ kind: 'consent' })),
  'A-BAS-02': rowsInForce,
  // whoever is needed gave it
  'A-BAS-05': bases(({ persons }) => ({ givers: persons.map((person) => ({ person })) })),
  'A-BAS-06': nobodyTookBack,
  'A-BAS-07': bases(() => ({ validFrom: '2020-01-01', validTo: null, ended: false, usedUp: false })),
  'A-BAS-08': nobodyTookBack,
  'A-BAS-09': inWorld(({ world }) => ({
    definitions: world.definitions.map((each) => ({
      ...each,
      purposes: Object.fromEntries(
        Object.entries(each.purposes).map(([name, purpose]) => [
          name,
          { ...purpose, rules: purpose?.rules?.map((rule) => ({ ...rule, ownVoice: undefined })) ?? [] },
        ]),
      ),
    })),
  })),
  // what she is told as the contact is told for what her unit does
  'A-SEC-01': bases(({ purpose }) => ({ purpose: purpose === 'contact-support' ? 'cooperation' : purpose })),
  'A-SEC-02': standing('processing', 'calendar-feed', 'link'),
  // all are of one area
  'A-SEC-03': inWorld(({ world }) => ({
    units: world.units.map((unit) => ({ ...unit, insideParent: true, parent: 'boern-og-unge' })),
  })),
  'A-SEC-04': bases(({ family }, { families }) => ({
    persons: families.find(({ id }) => id === family)?.members.map(({ person }) => person) ?? [],
  })),
  // the first of its two reasons
  'A-SEC-05': nobodyTookBack,
  'A-SEC-06': inWorld(() => ({ partsByThemselves: true })),
  'A-SEC-07': nobodyTookBack,
  'A-SCH-23': nobodyTookBack,
  'A-SCH-30': inWorld(({ world, request: { asker: asking } }) => ({
    owned: world.owned.map((each) => (each.kind === 'staff' ? { ...each, sub: asking.sub ?? '' } : each)),
  })),
  // it is old enough, and so it is linked
  'A-SCH-24': inWorld(({ world, request: { named: { recipient = '' } = {} } }) => ({
    links: { ...world.links, somebody: recipient },
  })),
  'A-LST-01': sends,
  'A-LST-02': nobodyTookBack,
  'A-LST-03': inRequest(({ request: { named: { state: _none, ...rest } = {} } }) => ({ named: rest })),
  'A-AZN-07': nobodyTookBack,
};
