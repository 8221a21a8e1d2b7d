import type { ConversationKind } from './conversations.js';
import type { DefinitionShape } from './definition-shape.js';
import { longestStart, type AgeBand, type GroupShape } from './group.js';
import { duplicates, notAscending, type Inconsistency, type Path } from './inconsistency.js';
import { minutesOf } from './texts.js';

type Sessions = GroupShape['series']['sessions'];
type Slot = Pick<Sessions, 'minutes' | 'weekdays' | 'start'> & Partial<Pick<Sessions, 'needs'>>;

export function groupInconsistencies({
  group,
  targetBand,
  conversations = [],
}: Pick<DefinitionShape, 'group' | 'targetBand' | 'conversations'>): Inconsistency[] {
  const found: Inconsistency[] = conversations.flatMap((each, index) =>
    placedInconsistencies(each, group?.series.sessions.count ?? 0, ['conversations', index, 'when']),
  );
  if (targetBand) {
    found.push(...reversed(targetBand, ['targetBand']));
    if (group) found.push({ path: ['targetBand'], rule: 'group-or-band', value: '' });
  }
  if (!group) return found;

  const { families, staff, ageBands = [], attendance, series } = group;
  const staffFunctions = staff.map((member) => member.function);
  found.push(
    ...reversed(families, ['group', 'families']),
    ...duplicates(staffFunctions, ['group', 'staff'], ['function']),
  );
  found.push(...bandInconsistencies(ageBands));
  const reasons = (attendance?.reasons ?? []).map((reason) => reason.code);
  found.push(...duplicates(reasons, ['group', 'attendance', 'reasons'], ['code']));
  const { refillUntilSession = 1 } = group;
  if (refillUntilSession > series.sessions.count)
    found.push({
      path: ['group', 'refillUntilSession'],
      rule: 'no-such-session',
      value: String(series.sessions.count),
    });
  found.push(...slotInconsistencies(series.sessions, ['group', 'series', 'sessions']));
  if (series.themeEvenings) {
    const path = ['group', 'series', 'themeEvenings'];
    found.push(...slotInconsistencies(series.themeEvenings, path), ...afterSessions(group, [...path, 'afterSessions']));
  }
  return found;
}

/** Nobody may fall outside: the first band begins at birth. */
function bandInconsistencies(bands: readonly AgeBand[]): Inconsistency[] {
  const path = ['group', 'ageBands'];
  const starts = bands.map(({ from }) => from);
  const found = [
    ...notAscending(starts, path, ['from']),
    ...duplicates(
      bands.map(({ code }) => code),
      path,
      ['code'],
    ),
  ];
  if (starts[0] !== undefined && starts[0] > 0)
    found.push({ path: [...path, 0, 'from'], rule: 'too-big', value: '≤ 0' });
  return found;
}

function afterSessions({ series }: GroupShape, path: Path): Inconsistency[] {
  const numbers = series.themeEvenings?.afterSessions ?? [];
  const { count } = series.sessions;
  return [
    ...notAscending(numbers, path),
    ...numbers.flatMap((number, index) =>
      number > count ? [{ path: [...path, index], rule: 'no-such-session' as const, value: String(count) }] : [],
    ),
  ];
}

/** What is placed with a course comes after one of its sessions. */
function placedInconsistencies({ when }: ConversationKind, sessions: number, path: Path): Inconsistency[] {
  if (!when) return [];
  const found = slotInconsistencies(when, path);
  if (when.afterSession > sessions)
    found.push({ path: [...path, 'afterSession'], rule: 'no-such-session', value: String(sessions) });
  return found;
}

function slotInconsistencies(slot: Slot, path: Path): Inconsistency[] {
  const { earliest, latest } = slot.start;
  const found = [
    ...duplicates(slot.weekdays, [...path, 'weekdays']),
    ...duplicates(slot.needs ?? [], [...path, 'needs']),
  ];
  if (earliest > latest)
    found.push({ path: [...path, 'start', 'latest'], rule: 'range-reversed', value: `${earliest} > ${latest}` });
  if (minutesOf(latest) - minutesOf(earliest) > longestStart)
    found.push({
      path: [...path, 'start', 'latest'],
      rule: 'too-big',
      value: `≤ ${earliest} + ${longestStart / 60} h`,
    });
  if (minutesOf(latest) + slot.minutes > 24 * 60) {
    found.push({ path: [...path, 'start', 'latest'], rule: 'past-midnight', value: `${latest} + ${slot.minutes} min` });
  }
  return found;
}

const reversed = ({ min, max }: { min: number; max: number }, path: Path): Inconsistency[] =>
  min > max ? [{ path: [...path, 'max'], rule: 'range-reversed', value: `${min} > ${max}` }] : [];
