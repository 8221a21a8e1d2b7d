import type { Acting } from './asker.js';
import { runsIt } from './attendance.js';
import type { Expected, Request } from './request.js';
import { namesThem } from './one-thing.js';
import { isChildOf, openingRule, orientationRule } from './rules-of-children.js';
import { namedInNewBasis, namedInOldBasis } from './named-in-basis.js';
import { custodyRule, isToldOf, namedRule, toldInLog, untold } from './named-people.js';
import { isOfferedToParent, notingRule } from './observations.js';
import { needRule } from './needs.js';
import { courseRule, goalRule, pointRule, speaks } from './plans.js';
import { mayReceive } from './recipients.js';
import { seatRule } from './seats.js';
import { filmingRule } from './videos.js';
import { ageOn, familyOf, memberOf, type World } from './world.js';

const recorders: Record<string, (name: string) => boolean> = {
  consent: () => true,
  statute: (name) => ['triager', 'caseworker', 'social-worker'].includes(name),
  'single-exchange': (name) => !['childminder', 'group-leader'].includes(name),
  'vital-interest': (name) => ['caseworker', 'social-worker', 'health-visitor'].includes(name),
};

/** Step 8, of the rules that say who: the rest of a command's rules is not about access. */
export function commandRule(world: World, who: Acting, request: Request): Expected | undefined {
  const { row, named, target } = request;
  const refused = (status: number, problem: string, rule = 'A-CMD-01'): Expected => ({ status, problem, rule });
  const own = named?.sub !== undefined && named.sub === who.sub;
  switch (row.id) {
    case 'A-REF-03': {
      const definition = world.definitions.find(({ code }) => code === named?.programme);
      if (!definition) return refused(422, 'programme-unknown');
      return definition.mayRefer.includes(who.function ?? '') ? undefined : refused(403, 'may-not-refer');
    }
    case 'A-CON-01':
      if (!recorders[named?.kind ?? '']?.(who.function ?? '')) return refused(403, 'not-allowed', 'A-BAS-01');
      return namedInNewBasis(world, who, request);
    case 'A-CON-04':
      return namedInOldBasis(world, who, request);
    case 'A-CON-05': {
      const basis = world.bases.find(({ id }) => id === target);
      return basis?.kind === 'consent' ? undefined : { ...refused(422, 'not-a-consent'), wrong: toldInLog };
    }
    case 'A-CON-06': {
      // a renewal is a new basis, so whoever may not record its kind does not renew it
      const kind = world.bases.find(({ id }) => id === target)?.kind ?? '';
      if (!recorders[kind]?.(who.function ?? '')) return refused(403, 'not-allowed', 'A-BAS-01');
      return namedInOldBasis(world, who, request);
    }
    case 'A-CON-07': {
      const kind = world.bases.find(({ id }) => id === target)?.kind ?? '';
      if (!recorders[kind]?.(who.function ?? '')) return refused(403, 'not-allowed', 'A-BAS-01');
      return kind === 'consent' ? refused(422, 'is-a-consent') : undefined;
    }
    case 'A-CON-13': {
      const look = world.looks?.find(({ id }) => id === target);
      const again = row.path.endsWith(':confirm-deferral') && look?.deferredBy === who.sub;
      return again ? refused(403, 'second-person-required') : undefined;
    }
    case 'A-FAM-07': {
      if (who.function === 'family-coordinator' && named?.kind === 'coordinator') return refused(403, 'not-allowed');
      const unit = ['partner', 'institution'].includes(named?.kind ?? '') && named?.unit === who.unit;
      if (own || unit) return refused(403, 'own-relation', 'A-FAM-11');
      return named?.kind === 'institution' ? namedRule(world, who, request, isChildOf(world, named)) : undefined;
    }
    case 'A-FAM-08': {
      const relation = world.relations.find(({ id }) => id === target);
      const self = relation !== undefined && namesThem(relation, who);
      const keeper = who.function === 'family-coordinator' && relation?.kind === 'coordinator';
      return keeper && !self ? refused(403, 'not-allowed') : undefined;
    }
    case 'A-FAM-05':
      return row.path.includes('{id}') ? undefined : custodyRule(world, who, request);
    case 'A-FAM-15':
      return namedRule(world, who, request, isChildOf(world, named ?? {}));
    case 'A-FAM-21':
      return namedRule(world, who, request, isChildOf(world, named ?? {})) ?? courseRule(world, who, request);
    case 'A-FAM-24':
      return goalRule(world, who, request) ?? namedRule(world, who, request, speaks(world, request));
    case 'A-FAM-27':
      return goalRule(world, who, request);
    case 'A-FAM-23':
      return pointRule(world, who, request) ?? namedRule(world, who, request, speaks(world, request));
    case 'A-FAM-28':
    case 'A-FAM-34':
      return namedRule(world, who, request, speaks(world, request));
    case 'A-FAM-41':
      return namedRule(world, who, request, isChildOf(world, named ?? {}) && isOfferedToParent(world, named ?? {}));
    case 'A-FAM-43':
      return notingRule(world, who, request);
    case 'A-FAM-51':
      return filmingRule(world, who, request);
    case 'A-FAM-18':
      return openingRule(world, who, request);
    case 'A-SCH-14': {
      const family = familyOf(world, named?.family ?? '');
      return family && !mayReceive(world, family, named?.recipient)
        ? { ...refused(422, 'not-a-member', 'A-SCH-24'), wrong: toldInLog }
        : undefined;
    }
    case 'A-SCH-41':
    case 'A-SCH-42':
      return needRule(world, who, request);
    case 'A-SCH-28':
    case 'A-SCH-29':
      return (
        seatRule(world, who, request) ??
        (runsIt(world, who, request) ? undefined : refused(403, 'not-on-staff', 'A-SCH-30'))
      );
    case 'A-SCH-51':
    case 'A-SCH-52':
      return seatRule(world, who, request);
    case 'A-CON-18': {
      const look = world.looks?.find(({ id }) => id === target);
      if (look?.by === who.sub) return refused(403, 'second-person-required');
      if (look?.gone) return refused(422, 'employee-unknown');
      return look?.named ? refused(409, 'employee-named') : undefined;
    }
    case 'A-CON-19':
      return orientationRule(world, who, request);
    case 'A-FAM-09':
      return target !== undefined && world.employees.some(({ id, sub }) => id === target && sub === who.sub)
        ? refused(403, 'own-relation')
        : undefined;
    case 'A-FAM-10':
      return own && row.path.endsWith('clearances') ? refused(403, 'own-relation') : undefined;
    case 'A-CIT-02': {
      if (!isToldOf(world, who, request)) return { ...refused(404, 'not-found', 'A-CMD-02'), wrong: untold };
      const born = memberOf(world, target ?? '')?.birthDate;
      const young =
        born === undefined
          ? memberOf(world, target ?? '')?.role === 'child'
          : ageOn(world.today, born) < world.ages.ownAccess;
      return young ? { ...refused(422, 'too-young'), wrong: toldInLog } : undefined;
    }
    case 'A-CIT-03':
      return who.claimed.length > 0 ? refused(403, 'employee-account') : undefined;
    default:
      return undefined;
  }
}
