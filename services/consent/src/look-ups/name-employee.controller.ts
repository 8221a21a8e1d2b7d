import { Access, CurrentActor, type Actor } from '@helhed/access';
import { Body, Command, Id, Returns } from '@helhed/web';
import { Controller } from '@nestjs/common';
import * as dto from './name-employee.dto.js';
import { NameEmployee, naming } from './name-employee.js';

@Controller('v1')
export class NameEmployeeController {
  constructor(private readonly employees: NameEmployee) {}

  @Command('name-employee', 'look-ups/:id(^[0-9a-f-]{36})')
  @Access({
    ...naming,
    allow: [{ kind: 'person', functions: ['data-protection-officer'] }],
    subjects: 'person',
    answers: dto.NamedEmployee,
  })
  @Returns(dto.NamedEmployee, {
    summary: {
      en: 'Decide that the family is told the name of the employee who made a look',
      da: 'Afgør, at familien får navnet på den medarbejder, der gjorde et opslag',
    },
    description: 'That it was decided: those who see the look see the employee’s name with it.',
    example: dto.namedEmployeeExample,
  })
  name(@CurrentActor() actor: Actor, @Id() id: string, @Body(dto.NameEmployee) body: dto.NameEmployee) {
    return this.employees.run(actor, id, body);
  }
}
