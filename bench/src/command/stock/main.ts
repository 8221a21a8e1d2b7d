import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import { ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { announce } from '../rules/settings.js';
import { AppModule } from './app.module.js';
import { RefusedFilter } from './refused.filter.js';

const app = await NestFactory.create<NestExpressApplication>(AppModule, { logger: ['error', 'warn'] });
app.useGlobalPipes(new ValidationPipe({ transform: true, whitelist: true, forbidNonWhitelisted: true }));
app.useGlobalFilters(new RefusedFilter());
await app.listen(0, '127.0.0.1');
announce((app.getHttpServer().address() as AddressInfo).port);
