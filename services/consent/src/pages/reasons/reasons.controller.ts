import { Public } from '@helhed/access';
import { notFound } from '@helhed/kernel';
import { ShownTo, WebPage, type PageView } from '@helhed/web';
import { Controller, Get, Param } from '@nestjs/common';
import { reasonList, reasonPage } from './reasons-page.js';
import { reasons } from './reasons.js';

const forEverybody = 'Explains why something is not shown, the same to everybody.';

@Controller('reasons')
export class ReasonsController {
  @Get()
  @Public(forEverybody)
  @WebPage()
  list(@ShownTo() view: PageView): string {
    return reasonList(view, reasons);
  }

  @Get(':slug')
  @Public(forEverybody)
  @WebPage()
  page(@Param('slug') slug: string, @ShownTo() view: PageView): string {
    const reason = Object.hasOwn(reasons, slug) ? reasons[slug] : undefined;
    if (reason) return reasonPage(view, slug, reason);
    throw notFound({ da: 'Grunden', en: 'The reason' });
  }
}
