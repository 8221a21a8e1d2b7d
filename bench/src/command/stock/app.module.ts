import { PersonalData } from '@helhed/database';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { personalData, poolSize, readSettings } from '../rules/settings.js';
import { tokenVerifier } from '../rules/tokens.js';
import { AuthGuard, tokenCheck } from './auth.guard.js';
import * as entities from './entities.js';
import { OutboxService } from './outbox.service.js';
import { ProgrammesService } from './programmes.service.js';
import { ReadReferralService } from './read-referral.service.js';
import { ReferralsController } from './referrals.controller.js';
import { ReferralsService } from './referrals.service.js';

const settings = readSettings();

@Module({
  imports: [
    TypeOrmModule.forRoot({
      type: 'postgres',
      url: settings.databaseUrl,
      entities: Object.values(entities),
      synchronize: false,
      poolSize,
    }),
  ],
  controllers: [ReferralsController],
  providers: [
    ReferralsService,
    ReadReferralService,
    ProgrammesService,
    OutboxService,
    AuthGuard,
    { provide: PersonalData, useFactory: () => personalData(settings) },
    { provide: tokenCheck, useFactory: () => tokenVerifier(settings) },
  ],
})
export class AppModule {}
