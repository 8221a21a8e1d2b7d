import { Public } from '@helhed/access';
import { notFound } from '@helhed/kernel';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { findAsset } from './asset-files.js';

const day = 86_400;

/** The stylesheets, fonts and pictures of every service's pages: the same to everybody, so that browsers may keep them. */
@ApiExcludeController()
@Controller('static')
export class AssetsController {
  @Get('*')
  @Public('The stylesheets of the pages, the same to everybody.')
  async file(@Param('*') name: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const asset = await findAsset(name);
    if (!asset) throw notFound({ da: 'Filen', en: 'The file' });
    const { type, content, etag } = asset;
    void reply.headers({ etag, 'cache-control': `public, max-age=${day}` });
    if (request.headers['if-none-match'] === etag) return reply.code(304).send();
    return reply.type(type).send(content);
  }
}
