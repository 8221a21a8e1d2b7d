import type { Actor } from '@helhed/access';
import type { AbsencesClaim } from '@helhed/contracts';
import { Database } from '@helhed/database';
import { notFound } from '@helhed/kernel';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Appointment } from '../calendar/appointment.js';

interface Absence {
  readonly family: string;
  readonly reason: string;
}

@Injectable()
export class FindAbsences {
  constructor(private readonly database: Database) {}

  /** The claim check of `scheduling.attendance-recorded`: sums over the session's families. @throws DomainError `not-found` */
  async run({ municipality }: Actor, sessionId: string): Promise<AbsencesClaim> {
    return this.database.inTransaction(municipality, async (tx) => {
      const kind = In(['session', 'theme-evening']);
      if (!(await tx.manager.existsBy(Appointment, { municipality, id: sessionId, kind })))
        throw notFound({ da: 'Gangen', en: 'The session' });
      const away = await tx.query<Absence>(
        `SELECT att.family_id AS family, am.reason FROM attendance att
         JOIN attendance_mark am ON am.municipality = att.municipality AND am.attendance_id = att.id
         WHERE att.municipality = helhed.tenant() AND att.session_id = $1 AND NOT am.present ORDER BY am.reason`,
        [sessionId],
      );
      tx.log({ kind: 'look', act: 'session.absences', subjects: [...new Set(away.map(({ family }) => family))] });
      const byReason = Map.groupBy(away, ({ reason }) => reason);
      return { sessionId, reasons: [...byReason].map(([code, all]) => ({ code, persons: all.length })) };
    });
  }
}
