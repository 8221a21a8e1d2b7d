import { Looks, type Actor, type Decision } from '@helhed/access';
import type { RegistrationForm } from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import type { Text } from '@helhed/kernel';
import { Paging, type Page } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { familyThing } from '../families/family-thing.js';
import { lookAtFamily } from '../families/look-at-family.js';
import { openAnswers, openPoint } from './registration-texts.js';
import { registrationThing } from './registration-thing.js';
import type { RegistrationQuery, RegistrationView } from './registrations.dto.js';

@Injectable()
export class FindRegistrations {
  constructor(
    private readonly looks: Looks,
    private readonly paging: Paging,
  ) {}

  /** Those of a family's children, of each what the bases allow (A-FAM-22). @throws DomainError as `lookAtFamily` does */
  async ofFamily(actor: Actor, familyId: string, asked: RegistrationQuery): Promise<Page<RegistrationView>> {
    const list = `registrations in ${familyId}`;
    const [last] = this.paging.after(list, asked) ?? [];
    return this.looks.at(actor, acts.listRegistrations, async (look) => {
      await lookAtFamily(look, look.query(familyThing, []), familyId);
      const query = look.query(registrationThing);
      const { rows, total } = await look.list<Row>(query, {
        from: 'registration reg',
        where: ['reg.municipality = helhed.tenant()', `reg.family_id = ${query.value(familyId, 'uuid')}`],
        columns,
        after: last ? `reg.id > ${query.value(last, 'uuid')}` : undefined,
        order: 'reg.id',
        limit: asked.limit + 1,
      });
      const view = ({ facts, ...row }: (typeof rows)[number]) => toView(row, look.item(query, facts), look.tx);
      return this.paging.page(list, asked, rows, total, view, ({ id }) => [id]);
    });
  }
}

/** As the statement reads it: what is encrypted in base64. */
interface Row extends Required<Omit<RegistrationView, 'withheld' | 'answers'>> {
  readonly form: RegistrationForm;
  readonly answers: string;
}

const columns = {
  form: `(SELECT pc.definition->'registrationForm' FROM programme_copy pc WHERE pc.municipality = reg.municipality
    AND pc.code = reg.programme AND pc.version = reg.programme_version)`,
  id: 'reg.id',
  familyId: 'reg.family_id',
  personId: 'reg.person_id',
  programme: 'reg.programme',
  programmeVersion: 'reg.programme_version',
  unit: 'reg.unit',
  number: 'reg.number',
  filledOn: 'reg.filled_on::text',
  answers: `encode(reg.answers, 'base64')`,
  workPoints: `(SELECT coalesce(jsonb_agg(jsonb_build_object('id', wp.id, 'point', encode(wp.point, 'base64')) ORDER BY wp.id), '[]')
    FROM work_point wp WHERE wp.municipality = reg.municipality AND wp.registration_id = reg.id)`,
} as const satisfies Record<keyof Row, string>;

/** What the decision shows of it; only that is decrypted. */
function toView({ id, familyId, programme, ...row }: Row, decision: Decision, tx: Tx): RegistrationView {
  const framed = { id, familyId, programme, withheld: decision.withheld };
  if (!decision.shows('registration-form')) return framed;
  const { municipality, personalData } = tx;
  const sealed = (text: string) => Buffer.from(text, 'base64');
  return {
    ...framed,
    personId: row.personId,
    unit: row.unit,
    number: row.number,
    programmeVersion: row.programmeVersion,
    filledOn: row.filledOn,
    answers: openAnswers(personalData, municipality, id, sealed(row.answers)).map((answer) => ({
      ...answer,
      text: textOf(row.form, answer.field),
    })),
    workPoints: row.workPoints.map((each) => ({
      id: each.id,
      point: openPoint(personalData, municipality, each.id, sealed(each.point)),
    })),
  };
}

/** As the form of that version asks for it. */
const textOf = ({ fields }: RegistrationForm, field: string): Text =>
  fields.find(({ code }) => code === field)?.text ?? { da: field, en: field };
