import { Public } from '@helhed/access';
import { notFound } from '@helhed/kernel';
import { Controller, Get, Header, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { docsFile, docsPage, docsPolicy } from '../openapi/docs-page.js';
import { OpenApi } from '../openapi/open-api.js';

const forEverybody = 'The description of the API, the same to everybody.';

@ApiExcludeController()
@Controller()
export class OpenApiController {
  constructor(private readonly openApi: OpenApi) {}

  @Get('openapi.json')
  @Public(forEverybody)
  @Header('content-type', 'application/json; charset=utf-8')
  document(): string {
    return this.openApi.text;
  }

  @Get('docs')
  @Public(forEverybody)
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', docsPolicy)
  page(): string {
    return docsPage(this.openApi.service);
  }

  @Get('docs/:file')
  @Public(forEverybody)
  async file(@Param('file') name: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<Buffer> {
    const file = await docsFile(this.openApi.service, name);
    if (!file) throw notFound({ da: 'Filen', en: 'The file' });
    void reply.type(file.type);
    return file.content;
  }
}
