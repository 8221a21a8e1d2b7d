import { Public } from '@helhed/access';
import { notFound } from '@helhed/kernel';
import { Controller, Get, Param } from '@nestjs/common';
import { WebPage } from '../pages/web-page.js';
import { ProblemCatalogue } from '../problems/problem.js';
import { problemList, problemPage } from '../problems/problem-page.js';

@Controller('problems')
export class ProblemsController {
  constructor(private readonly problems: ProblemCatalogue) {}

  @Get()
  @Public('Lists the kinds of problems, the same to everybody.')
  @WebPage()
  list(): string {
    return problemList(this.problems.types, this.problems.service);
  }

  @Get(':slug')
  @Public('Explains a kind of problem, the same to everybody.')
  @WebPage()
  page(@Param('slug') slug: string): string {
    const type = this.problems.find(slug);
    if (type) return problemPage(slug, type);
    throw notFound({ da: 'Problemtypen', en: 'The problem type' });
  }
}
