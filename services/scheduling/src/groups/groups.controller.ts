import { Access, CurrentActor, type Actor } from '@helhed/access';
import { Body, Command, Id, Idempotent, IfMatch, Query, Returns } from '@helhed/web';
import { Controller, Get, Post } from '@nestjs/common';
import { courseExample, CourseView, PlaceCourse as PlaceCourseWish } from '../courses/courses.dto.js';
import { PlaceCourse } from '../courses/place-course.js';
import { acts } from '../acts.js';
import { planners } from '../reach.js';
import { FindGroups } from './find-groups.js';
import * as dto from './groups.dto.js';
import { OpenGroup } from './open-group.js';

const summaryExample = dto.GroupSummary.strip().parse(dto.groupExample);

@Controller('v1/groups')
export class GroupsController {
  constructor(
    private readonly openGroup: OpenGroup,
    private readonly findGroups: FindGroups,
    private readonly placeCourse: PlaceCourse,
  ) {}

  @Post()
  @Idempotent()
  @Access({ ...acts.openGroup, allow: planners, subjects: 'none' })
  @Returns(dto.GroupView, {
    status: 201,
    description: 'The group with its places, one for each family that the programme has room for.',
    summary: { en: 'Open a group and its places', da: 'Åbn en gruppe og dens pladser' },
    example: dto.groupExample,
  })
  open(@CurrentActor() actor: Actor, @Body(dto.OpenGroup) wish: dto.OpenGroup) {
    return this.openGroup.run(actor, wish);
  }

  @Get()
  @Access({ ...acts.listGroups, allow: planners, subjects: 'none' })
  @Returns(dto.GroupPage, {
    summary: { en: 'List groups', da: 'Vis grupper' },
    description: 'Groups within reach.',
    example: { items: [summaryExample], next: null, total: 1 },
  })
  list(@CurrentActor() actor: Actor, @Query(dto.GroupQuery) query: dto.GroupQuery) {
    return this.findGroups.page(actor, query);
  }

  @Command('place-course')
  @Access({ ...acts.placeCourse, allow: planners, subjects: 'family', answers: CourseView })
  @Returns(CourseView, {
    description:
      'The course as it stands in the calendar: all of its sessions and theme evenings, and a conversation of each kind with each family that is enrolled, or none of it. Conversations stand at the family’s seat. A 422 `course-clashes` has `reasons` and the nearest `alternatives`.',
    summary: { en: "Place a group's course", da: 'Læg en gruppes forløb' },
    example: courseExample,
  })
  place(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @IfMatch() version: number,
    @Body(PlaceCourseWish) wish: PlaceCourseWish,
  ) {
    return this.placeCourse.run(actor, id, version, wish);
  }

  @Get(':id')
  @Access({ ...acts.readGroup, allow: planners, subjects: 'family' })
  @Returns(dto.GroupView, {
    summary: { en: 'Read a group', da: 'Læs en gruppe' },
    description:
      'The group with places, seats and course. That a place is taken is always there; whose it is, unless it is withheld.',
    example: dto.groupExample,
  })
  get(@CurrentActor() actor: Actor, @Id() id: string) {
    return this.findGroups.get(actor, id);
  }
}
