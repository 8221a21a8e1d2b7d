import { Access, CurrentActor, type Actor } from '@helhed/access';
import { Body, Command, Id, IfMatch, Query, Returns } from '@helhed/web';
import { Controller, Get } from '@nestjs/common';
import { acts } from '../acts.js';
import { planners } from '../reach.js';
import { FindAlarms } from './find-alarms.js';
import { JoinStaff } from './join-staff.js';
import { ReleaseStaff } from './release-staff.js';
import * as dto from './staffing.dto.js';

@Controller('v1/groups')
export class GroupStaffController {
  constructor(
    private readonly releaseStaff: ReleaseStaff,
    private readonly joinStaff: JoinStaff,
  ) {}

  @Command('release-staff')
  @Access({ ...acts.releaseStaff, allow: planners, subjects: 'none', answers: dto.GroupStaffView })
  @Returns(dto.GroupStaffView, {
    description:
      'Who runs the group now. The member of staff is free of the sessions that are to come; where there are fewer left than the definition asks for, an alarm is raised.',
    summary: { en: 'Let a member of staff go from a group', da: 'Tag en medarbejder ud af en gruppe' },
    example: dto.groupStaffExample,
  })
  release(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @IfMatch() version: number,
    @Body(dto.ChangeStaff) wish: dto.ChangeStaff,
  ): Promise<dto.GroupStaffView> {
    return this.releaseStaff.run(actor, id, version, wish);
  }

  @Command('join-staff')
  @Access({ ...acts.joinStaff, allow: planners, subjects: 'none', answers: dto.GroupStaffView })
  @Returns(dto.GroupStaffView, {
    description:
      'Who runs the group now: the member of staff too, at all sessions that are to come. A 422 `course-clashes` with the reasons where the calendar has something else.',
    summary: { en: 'Let a member of staff join a group', da: 'Sæt en medarbejder på en gruppe' },
    example: { ...dto.groupStaffExample, short: [] },
  })
  join(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @IfMatch() version: number,
    @Body(dto.ChangeStaff) wish: dto.ChangeStaff,
  ): Promise<dto.GroupStaffView> {
    return this.joinStaff.run(actor, id, version, wish);
  }
}

@Controller('v1/staffing-alarms')
export class StaffingAlarmsController {
  constructor(private readonly findAlarms: FindAlarms) {}

  @Get()
  @Access({ ...acts.listStaffingAlarms, allow: planners, subjects: 'none' })
  @Returns(dto.StaffingAlarmPage, {
    summary: { en: 'List groups with too few staff', da: 'Vis grupper med for få medarbejdere' },
    description:
      'One for each function that a group has fewer of than its definition asks for, while it has a session to come. It goes when it is mended.',
    example: { items: [dto.alarmExample], next: null, total: 1 },
  })
  list(@CurrentActor() actor: Actor, @Query(dto.StaffingAlarmQuery) asked: dto.StaffingAlarmQuery) {
    return this.findAlarms.page(actor, asked);
  }
}
