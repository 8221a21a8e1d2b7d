import { Access, CurrentActor, type Actor } from '@helhed/access';
import { absencesClaim, type AbsencesClaim } from '@helhed/contracts';
import { Body, Command, Id, Idempotent, IfMatch, Query, Returns, type Page } from '@helhed/web';
import { Controller, Get, Post } from '@nestjs/common';
import { acts } from '../acts.js';
import { caseWorkers, groupLeaders } from '../reach.js';
import * as dto from './attendance.dto.js';
import { CorrectAttendance } from './correct-attendance.js';
import { FindAbsences } from './find-absences.js';
import { FindAttendance } from './find-attendance.js';
import { FindOwnSessions } from './find-own-sessions.js';
import * as own from './own-sessions.dto.js';
import { RecordAttendance } from './record-attendance.js';

@Controller('v1')
export class AttendanceController {
  constructor(
    private readonly recordAttendance: RecordAttendance,
    private readonly correctAttendance: CorrectAttendance,
    private readonly attendance: FindAttendance,
    private readonly ownSessions: FindOwnSessions,
    private readonly absences: FindAbsences,
  ) {}

  @Get('sessions')
  @Access({ ...acts.listOwnSessions, allow: groupLeaders, subjects: 'none' })
  @Returns(own.OwnSessionPage, {
    summary: {
      en: 'List the sessions that one runs and whose attendance can be noted',
      da: 'Vis de gange, man holder, og hvis fremmøde kan noteres',
    },
    description: 'Of groups on whose staff one is: first to last, those to come too; settled and called off none.',
    example: { items: [own.ownSessionExample], next: null, total: 1 },
  })
  ofOneself(
    @CurrentActor() actor: Actor,
    @Query(own.OwnSessionQuery) query: own.OwnSessionQuery,
  ): Promise<Page<own.OwnSession>> {
    return this.ownSessions.page(actor, query);
  }

  @Post('attendance')
  @Idempotent()
  @Access({ ...acts.recordAttendance, allow: groupLeaders, subjects: 'family', answers: dto.AttendanceReceipt })
  @Returns(dto.AttendanceReceipt, {
    status: 201,
    summary: {
      en: 'Note who of a family came to a session, or stays away from it',
      da: 'Notér, hvem af en familie der kom til en gang eller melder afbud',
    },
    description:
      'Where it was noted. That somebody came, once the session has begun, which marks it as held; a 409 `attendance-settled` as many days after it as the definition says. A 409 `seat-withheld`, whoever is named and however it stands, where the group would not show the family’s seat.',
    example: dto.receiptExample,
  })
  record(
    @CurrentActor() actor: Actor,
    @Body(dto.RecordAttendance) wish: dto.RecordAttendance,
  ): Promise<dto.AttendanceReceipt> {
    return this.recordAttendance.run(actor, wish);
  }

  @Command('correct', 'attendance/:id(^[0-9a-f-]{36})')
  @Access({ ...acts.correctAttendance, allow: groupLeaders, subjects: 'family', answers: dto.AttendanceReceipt })
  @Returns(dto.AttendanceReceipt, {
    summary: { en: 'Correct who of a family came to a session', da: 'Ret, hvem af en familie der kom til en gang' },
    description:
      'Corrected; that somebody came marks the session as held. A 409 `attendance-settled` as many days after the session as the definition says. A 409 `seat-withheld`, whoever is named and however it stands, where the group would not show the family’s seat.',
    example: { ...dto.receiptExample, version: 2 },
  })
  correct(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @IfMatch() version: number,
    @Body(dto.CorrectAttendance) wish: dto.CorrectAttendance,
  ): Promise<dto.AttendanceReceipt> {
    return this.correctAttendance.run(actor, id, version, wish);
  }

  @Get('families/:id/attendance')
  @Access({ ...acts.listAttendance, allow: caseWorkers, subjects: 'family' })
  @Returns(dto.AttendancePage, {
    summary: { en: 'List a family’s attendance', da: 'Vis en families fremmøde' },
    description: 'Session by session, oldest record first; of each what the bases allow.',
    example: dto.attendancePageExample,
  })
  ofFamily(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Query(dto.FamilyAttendanceQuery) query: dto.FamilyAttendanceQuery,
  ): Promise<Page<dto.AttendanceView>> {
    return this.attendance.ofFamily(actor, id, query);
  }

  @Get('sessions/:id/absences')
  @Access({
    act: 'session.absences',
    allow: [{ kind: 'service', services: ['reporting'] }],
    subjects: 'family',
    categories: ['attendance'],
  })
  @Returns(absencesClaim, {
    summary: { en: 'Count a session’s absences by reason', da: 'Tæl fraværet ved en gang efter grund' },
    description:
      'How many persons were away for each reason, summed over the session’s families: the claim check of scheduling.attendance-recorded, for reporting.',
    example: dto.absencesExample,
  })
  absencesOf(@CurrentActor() actor: Actor, @Id() id: string): Promise<AbsencesClaim> {
    return this.absences.run(actor, id);
  }

  @Get('persons/:id/attendance')
  @Access({ ...acts.listOwnAttendance, allow: [{ kind: 'citizen' }], subjects: 'person' })
  @Returns(dto.OwnAttendancePage, {
    summary: {
      en: 'List one’s own attendance, or that of a child in one’s custody',
      da: 'Vis ens eget fremmøde, eller et barns, man har forældremyndigheden over',
    },
    description: 'Session by session, oldest record first: of that person alone.',
    example: dto.ownAttendancePageExample,
  })
  ofPerson(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Query(dto.AttendanceQuery) query: dto.AttendanceQuery,
  ): Promise<Page<dto.OwnAttendance>> {
    return this.attendance.ofPerson(actor, id, query);
  }
}
