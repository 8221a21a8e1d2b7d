import { DomainError, type Text } from '@helhed/kernel';
import { z } from 'zod';
import type { Asking } from '../ask-service.js';
import type { AskFamilyPlan, AskScheduling } from './ask-attendance.js';
import type { OwnSession } from './find-sessions.js';
import { sheetFamily, type Heads, type SheetFamily } from './sheet.js';

const withheld = z.array(z.object({ category: z.string(), reason: z.string(), person: z.string().optional() }));
const text = z.object({ da: z.string(), en: z.string() });
const heads = z.object({
  bands: z.array(z.object({ code: z.string(), text, heads: z.number() })),
  unknown: z.number(),
  withheld: z.number().default(0),
});
const group = z.object({
  heads: heads.nullable(),
  places: z.array(
    z.object({
      id: z.string(),
      taken: z.boolean(),
      seat: z.object({ familyId: z.string() }).nullable().optional(),
      withheld,
    }),
  ),
});
const family = z.object({
  members: z
    .array(
      z.object({
        personId: z.string(),
        role: z.enum(['parent', 'child', 'other']),
        name: z.string().optional(),
        birthDate: z.string().nullable().optional(),
      }),
    )
    .optional(),
  withheld,
});
const mark = z.object({ person: z.string(), present: z.boolean(), reason: z.string().nullable() });
const attendance = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      version: z.number(),
      marks: z.array(mark).optional(),
      recordedOn: z.string().optional(),
      withheld,
    }),
  ),
});
export type ToldFamily = z.infer<typeof family>;
export type ToldAttendance = z.infer<typeof attendance>['items'][number];

export interface Sheet {
  readonly session: OwnSession;
  readonly heads: Heads | null;
  readonly families: readonly SheetFamily[];
}

interface Owners {
  readonly scheduling: AskScheduling;
  readonly familyPlan: AskFamilyPlan;
}

/**
 * Who comes to a session, and what was noted of them: scheduling says which families have a seat (A-SCH-11) and what was noted
 * (A-SCH-26), family-plan who they are (A-FAM-01); each decides by itself. @returns undefined where scheduling does not say it now
 */
export async function findSheet(owners: Owners, asking: Asking, session: OwnSession): Promise<Sheet | undefined> {
  const told = await owners.scheduling.ask(asking, `groups/${session.group}`, group);
  if (!told) return undefined;
  const taken = told.places.filter((place) => place.taken);
  const families = await Promise.all(
    taken.map(async ({ id, seat, withheld: parts }): Promise<SheetFamily> => {
      if (!seat) return { id, hidden: parts.map(({ reason }) => reason) };
      const { familyId } = seat;
      const noted = `families/${familyId}/attendance?session=${session.id}`;
      const [who, sheet] = await Promise.all([
        refusedOr(() => owners.familyPlan.ask(asking, `families/${familyId}`, family)),
        refusedOr(() => owners.scheduling.ask(asking, noted, attendance)),
      ]);
      return sheetFamily(familyId, session, who, sheet && 'items' in sheet ? { found: sheet.items[0] } : sheet);
    }),
  );
  return { session, heads: told.heads, families };
}

/** One family that is refused leaves the others as they are. */
async function refusedOr<T>(work: () => Promise<T>): Promise<T | { readonly refused: Text }> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DomainError) return { refused: error.detail };
    throw error;
  }
}
