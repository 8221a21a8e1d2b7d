import { ClaimCheck } from '@helhed/access';
import { absencesClaim, FamilyEnrolled, headsClaim, type CloudEvent } from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import { Injectable } from '@nestjs/common';
import { getProgramme } from '../programmes/programme-copy.js';
import { takeDue } from './claim-due.js';

/** Asks an owner for what figures are counted apart by, and keeps the answer: sums, in the place of the last ones. */
@Injectable()
export class AskOwner {
  constructor(private readonly claims: ClaimCheck) {}

  /** @throws DomainError or Error where the owner does not say it now: to be asked again */
  async run(tx: Tx, thingId: string): Promise<void> {
    const event = await takeDue(tx, thingId);
    if (event) await (event.type === FamilyEnrolled.type ? this.#ages(tx, event) : this.#absences(tx, event));
  }

  /** By the bands that the programme's definition has now; one without bands asks for nobody's age. */
  async #ages(tx: Tx, event: CloudEvent<object>): Promise<void> {
    const { programme, familyId } = event.data as { programme: string; familyId: string };
    const { version: programmeVersion, definition } = await getProgramme(tx, programme);
    if (!definition.group?.ageBands) return;
    const asked = { ...event, data: { ...event.data, programmeVersion } };
    const heads = await this.claims.find(asked, (body) => headsClaim.parse(body));
    if (!heads) return;
    await tx.query(
      `INSERT INTO enrolment_age (municipality, enrolment_id, family_id, bands) VALUES (helhed.tenant(), $1, $2, $3)
       ON CONFLICT (municipality, enrolment_id) DO UPDATE SET bands = excluded.bands`,
      [heads.enrolmentId, familyId, summed(heads.bands.map(({ code, heads: count }) => [code, count]))],
    );
  }

  async #absences(tx: Tx, event: CloudEvent<object>): Promise<void> {
    const told = await this.claims.find(event, (body) => absencesClaim.parse(body));
    if (!told) return;
    await tx.query(
      `INSERT INTO session_absence (municipality, session_id, reasons) VALUES (helhed.tenant(), $1, $2)
       ON CONFLICT (municipality, session_id) DO UPDATE SET reasons = excluded.reasons`,
      [told.sessionId, summed(told.reasons.map(({ code, persons }) => [code, persons]))],
    );
  }
}

const summed = (counts: readonly (readonly [code: string, count: number])[]): string =>
  JSON.stringify(Object.fromEntries(counts.filter(([, count]) => count > 0)));
