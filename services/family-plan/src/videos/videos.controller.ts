import { Access, CurrentActor, type Actor } from '@helhed/access';
import { Body, Id, Idempotent, Query, Returns, ReturnsMoved, type Page } from '@helhed/web';
import { Controller, Get, Post } from '@nestjs/common';
import { acts } from '../acts.js';
import { FindOwn } from '../own/find-own.js';
import { caseWorkers, citizens } from '../who.js';
import { FindVideos } from './find-videos.js';
import { GetVideo } from './get-video.js';
import { RegisterVideo } from './register-video.js';
import * as dto from './videos.dto.js';
import { ownVideos } from './own-videos.js';

@Controller('v1')
export class VideosController {
  constructor(
    private readonly registerVideo: RegisterVideo,
    private readonly videos: FindVideos,
    private readonly video: GetVideo,
    private readonly own: FindOwn,
  ) {}

  @Post('videos')
  @Idempotent()
  @Access({ ...acts.registerVideo, allow: caseWorkers, subjects: 'family', answers: dto.VideoReceipt })
  @Returns(dto.VideoReceipt, {
    status: 201,
    summary: {
      en: 'Register a video that the unit keeps in its own store',
      da: 'Registrér en video, som enheden har i sit eget arkiv',
    },
    description:
      'Where it was noted, on the basis in force for video. At its date, which it tells as `deleteOn`, it is deleted; the unit deletes its file by then itself, and no system of it is told.',
    example: dto.receiptExample,
  })
  register(@CurrentActor() actor: Actor, @Body(dto.RegisterVideo) told: dto.RegisterVideo): Promise<dto.VideoReceipt> {
    return this.registerVideo.run(actor, told);
  }

  @Get('families/:id/videos')
  @Access({ ...acts.listVideos, allow: caseWorkers, subjects: 'family' })
  @ReturnsMoved('The family was merged into another.')
  @Returns(dto.VideoPage, {
    summary: { en: 'List the videos of a family', da: 'Vis videoerne af en familie' },
    description:
      'Those that whoever asks registered, oldest first; of each what the bases allow. Others’, and what was deleted, are not among them.',
    example: dto.videoPageExample,
  })
  ofFamily(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Query(dto.VideoQuery) query: dto.VideoQuery,
  ): Promise<Page<dto.VideoView>> {
    return this.videos.ofFamily(actor, id, query);
  }

  @Get('videos/:id')
  @Access({ ...acts.readVideo, allow: caseWorkers, subjects: 'family' })
  @Returns(dto.VideoView, {
    summary: { en: 'Read what is registered of a video', da: 'Læs, hvad der er registreret om en video' },
    description: 'What the bases allow of it, to whoever registered it. To others it is not there.',
    example: dto.videoExample,
  })
  read(@CurrentActor() actor: Actor, @Id() id: string): Promise<dto.VideoView> {
    return this.video.run(actor, id);
  }

  @Get('persons/:id/videos')
  @Access({ ...acts.listOwnVideos, allow: citizens, subjects: 'person' })
  @Returns(dto.OwnVideoPage, {
    summary: {
      en: 'List the videos in which one is seen, or a child in one’s custody',
      da: 'Vis de videoer, man selv er med i, eller et barn, man har forældremyndigheden over',
    },
    description: 'The videos, oldest first, each with the day on which it is deleted.',
    example: dto.ownVideoPageExample,
  })
  ofPerson(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Query(dto.VideoQuery) query: dto.VideoQuery,
  ): Promise<Page<dto.OwnVideo>> {
    return this.own.ofPerson(ownVideos, actor, id, query);
  }
}
