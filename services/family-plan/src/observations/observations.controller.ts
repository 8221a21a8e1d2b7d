import { Access, CurrentActor, type Actor } from '@helhed/access';
import { Body, Command, Id, Idempotent, Query, Returns, ReturnsMoved, type Page } from '@helhed/web';
import { Controller, Get, Post } from '@nestjs/common';
import { acts } from '../acts.js';
import { FindOwn } from '../own/find-own.js';
import { caseWorkers, citizens, psychologists } from '../who.js';
import { AnswerObservation } from './answer-observation.js';
import { FindObservations } from './find-observations.js';
import { GetObservation } from './get-observation.js';
import { NoteObservation } from './note-observation.js';
import * as dto from './observations.dto.js';
import { OfferObservation } from './offer-observation.js';
import { ownObservations } from './own-observations.js';

const byPsychologists = { allow: psychologists, subjects: 'family', answers: dto.ObservationReceipt } as const;

@Controller('v1')
export class ObservationsController {
  constructor(
    private readonly offerObservation: OfferObservation,
    private readonly answers: AnswerObservation,
    private readonly notes: NoteObservation,
    private readonly observations: FindObservations,
    private readonly observation: GetObservation,
    private readonly own: FindOwn,
  ) {}

  @Post('observations')
  @Idempotent()
  @Access({ ...acts.offerObservation, ...byPsychologists })
  @Returns(dto.ObservationReceipt, {
    status: 201,
    summary: {
      en: 'Offer a parent an observation of the interaction with a child (MIM)',
      da: 'Tilbyd en forælder en observation af samspillet med et barn (MIM)',
    },
    description: 'Where it was noted. Nothing is seen or written before the parent accepts, on a basis of its own.',
    example: dto.receiptExample,
  })
  offer(
    @CurrentActor() actor: Actor,
    @Body(dto.OfferObservation) wish: dto.OfferObservation,
  ): Promise<dto.ObservationReceipt> {
    return this.offerObservation.run(actor, wish);
  }

  @Command('accept', 'observations/:id(^[0-9a-f-]{36})')
  @Access({ ...acts.acceptObservation, ...byPsychologists })
  @Returns(dto.ObservationReceipt, {
    summary: { en: 'Note that the parent accepts the offer', da: 'Notér, at forælderen tager imod tilbuddet' },
    description: 'Noted. Asked again, the answer is the same.',
    example: dto.receiptExample,
  })
  accept(@CurrentActor() actor: Actor, @Id() id: string): Promise<dto.ObservationReceipt> {
    return this.answers.run(actor, id, 'accepted');
  }

  @Command('decline', 'observations/:id(^[0-9a-f-]{36})')
  @Access({ ...acts.declineObservation, ...byPsychologists })
  @Returns(dto.ObservationReceipt, {
    summary: { en: 'Note that the parent declines the offer', da: 'Notér, at forælderen siger nej til tilbuddet' },
    description: 'Noted. Asked again, the answer is the same.',
    example: dto.receiptExample,
  })
  decline(@CurrentActor() actor: Actor, @Id() id: string): Promise<dto.ObservationReceipt> {
    return this.answers.run(actor, id, 'declined');
  }

  @Command('note', 'observations/:id(^[0-9a-f-]{36})')
  @Idempotent()
  @Access({ ...acts.noteObservation, ...byPsychologists })
  @Returns(dto.ObservationReceipt, {
    summary: { en: 'Note what was seen', da: 'Notér, hvad der blev set' },
    description: 'Noted, on the basis in force for observing. From here on its date of deletion counts from that day.',
    example: dto.receiptExample,
  })
  note(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body(dto.NoteObservation) told: dto.NoteObservation,
  ): Promise<dto.ObservationReceipt> {
    return this.notes.run(actor, id, told);
  }

  @Command('amend', 'observations/:id(^[0-9a-f-]{36})')
  @Idempotent()
  @Access({ ...acts.amendObservation, ...byPsychologists })
  @Returns(dto.ObservationReceipt, {
    summary: { en: 'Add to the note of an observation', da: 'Føj til notatet om en observation' },
    description: 'Added beside what was noted, which stays as it was written.',
    example: dto.receiptExample,
  })
  amend(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body(dto.AmendObservation) { note }: dto.AmendObservation,
  ): Promise<dto.ObservationReceipt> {
    return this.notes.amend(actor, id, note);
  }

  @Get('families/:id/observations')
  @Access({ ...acts.listObservations, allow: caseWorkers, subjects: 'family' })
  @ReturnsMoved('The family was merged into another.')
  @Returns(dto.ObservationPage, {
    summary: { en: 'List the observations offered to a family', da: 'Vis de observationer, en familie er tilbudt' },
    description:
      'Those that whoever asks offered, oldest first; of each what the bases allow. Others’, and what was deleted, are not among them.',
    example: dto.observationPageExample,
  })
  ofFamily(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Query(dto.ObservationQuery) query: dto.ObservationQuery,
  ): Promise<Page<dto.ObservationView>> {
    return this.observations.ofFamily(actor, id, query);
  }

  @Get('observations/:id')
  @Access({ ...acts.readObservation, allow: caseWorkers, subjects: 'family' })
  @Returns(dto.ObservationView, {
    summary: { en: 'Read an observation', da: 'Læs en observation' },
    description: 'What the bases allow of it, to whoever offered it. To others it is not there.',
    example: dto.observationExample,
  })
  read(@CurrentActor() actor: Actor, @Id() id: string): Promise<dto.ObservationView> {
    return this.observation.run(actor, id);
  }

  @Get('persons/:id/observations')
  @Access({ ...acts.listOwnObservations, allow: citizens, subjects: 'person' })
  @Returns(dto.OwnObservationPage, {
    summary: {
      en: 'Read the observations of oneself, or of a child in one’s custody',
      da: 'Læs observationerne af en selv, eller af et barn, man har forældremyndigheden over',
    },
    description:
      'The observations, oldest first. The notes are shown to the parent who was observed and to the child itself; to others withheld.',
    example: dto.ownObservationPageExample,
  })
  ofPerson(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Query(dto.ObservationQuery) query: dto.ObservationQuery,
  ): Promise<Page<dto.OwnObservation>> {
    return this.own.ofPerson(ownObservations, actor, id, query);
  }
}
