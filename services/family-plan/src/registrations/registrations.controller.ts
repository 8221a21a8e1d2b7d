import { Access, CurrentActor, type Actor } from '@helhed/access';
import { Body, Id, Idempotent, Query, Returns, ReturnsMoved, type Page } from '@helhed/web';
import { Controller, Get, Post } from '@nestjs/common';
import { acts } from '../acts.js';
import { caseWorkers } from '../who.js';
import { FillRegistration } from './fill-registration.js';
import { FindRegistrations } from './find-registrations.js';
import * as dto from './registrations.dto.js';

@Controller('v1')
export class RegistrationsController {
  constructor(
    private readonly fillForm: FillRegistration,
    private readonly registrations: FindRegistrations,
  ) {}

  @Post('registrations')
  @Idempotent()
  @Access({ ...acts.fillRegistration, allow: caseWorkers, subjects: 'family', answers: dto.RegistrationReceipt })
  @Returns(dto.RegistrationReceipt, {
    status: 201,
    summary: {
      en: 'Fill in the programme’s registration form about a child, with what the institution would work on',
      da: 'Udfyld indsatsens registreringsskema om et barn, med det, institutionen vil arbejde med',
    },
    description:
      'Where it was noted: another version, beside the earlier ones. A 409 `registration-outside-course` where the family is not enrolled in the programme now, and the programme has a course. A 409 `registration-withheld`, whether or not it is, to whom its enrolment is withheld.',
    example: dto.receiptExample,
  })
  fill(
    @CurrentActor() actor: Actor,
    @Body(dto.FillRegistration) told: dto.FillRegistration,
  ): Promise<dto.RegistrationReceipt> {
    return this.fillForm.run(actor, told);
  }

  @Get('families/:id/registrations')
  @Access({ ...acts.listRegistrations, allow: caseWorkers, subjects: 'family' })
  @ReturnsMoved('The family was merged into another.')
  @Returns(dto.RegistrationPage, {
    summary: { en: 'List the registrations of a family’s children', da: 'Vis registreringerne om en families børn' },
    description: 'All versions, oldest first; of each what the bases allow.',
    example: dto.registrationPageExample,
  })
  ofFamily(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Query(dto.RegistrationQuery) query: dto.RegistrationQuery,
  ): Promise<Page<dto.RegistrationView>> {
    return this.registrations.ofFamily(actor, id, query);
  }
}
