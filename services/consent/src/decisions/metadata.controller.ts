import { Public } from '@helhed/access';
import { platformConfig, readConfig, Returns } from '@helhed/web';
import { Controller, Get } from '@nestjs/common';
import { z } from 'zod';
import { paths } from './standard-paths.js';

const settings = platformConfig.pick({ PAGES_URL: true }).required();

const Metadata = z
  .strictObject({
    policy_decision_point: z.url(),
    access_evaluation_endpoint: z.url(),
    access_evaluations_endpoint: z.url(),
    search_subject_endpoint: z.url(),
    search_resource_endpoint: z.url(),
    search_action_endpoint: z.url(),
  })
  .meta({ id: 'DecisionPoint' });
type Metadata = z.infer<typeof Metadata>;

const metadataOf = (base: string): Metadata => ({
  policy_decision_point: base,
  access_evaluation_endpoint: `${base}${paths.evaluation}`,
  access_evaluations_endpoint: `${base}${paths.evaluations}`,
  search_subject_endpoint: `${base}${paths.searchSubject}`,
  search_resource_endpoint: `${base}${paths.searchResource}`,
  search_action_endpoint: `${base}${paths.searchAction}`,
});

@Controller()
export class MetadataController {
  @Get(paths.metadata)
  @Public('Where the decision API is, the same to everybody.')
  @Returns(Metadata, {
    summary: { en: 'Find the decision API', da: 'Find afgørelses-API’et' },
    description: 'The policy decision point’s metadata.',
    example: metadataOf('https://helhed.example'),
  })
  find(): Metadata {
    return metadataOf(readConfig(settings).PAGES_URL);
  }
}
