import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { Refused } from '../rules/refused.js';

interface Response {
  status(code: number): { json(body: object): void };
}

@Catch(Refused)
export class RefusedFilter implements ExceptionFilter<Refused> {
  catch({ status, slug, fields }: Refused, host: ArgumentsHost): void {
    host
      .switchToHttp()
      .getResponse<Response>()
      .status(status)
      .json({ type: `/problems/${slug}`, status, errors: fields });
  }
}
