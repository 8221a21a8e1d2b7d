import type { Text } from '@helhed/kernel';
import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { z } from 'zod';
import { Problem } from '../problems/problem.js';
import { complete } from './complete.js';
import { type JsonSchema, jsonSchema } from './json-schema.js';
import { tokenScheme } from './token-scheme.js';

/** The service's OpenAPI 3.1 document, from the same schemas that validate. */
export function openApiDocument(app: INestApplication, service: { name: string; title: Text }): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle(`Helhed: ${service.title.en}`)
    .setDescription(`${service.title.da}. Danish terms: docs/glossary.md.`)
    .setVersion('1')
    .addBearerAuth(tokenScheme, 'keycloak')
    .addServer('/')
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
    standardSchemaConverter: (schema, { schemaType }) => convert(schema as z.ZodType, schemaType),
  });
  document.components ??= {};
  document.components.schemas = { ...document.components.schemas, ...named(Problem, 'output') } as never;
  return complete(document);
}

/** Schemas with `.meta({ id })` become components of that name; the others stand where they are used. */
function convert(schema: z.ZodType, direction: 'input' | 'output') {
  const { $defs: components = {}, ...inline } = jsonSchema(schema, direction);
  return { schema: inline, components };
}

const named = (schema: z.ZodType, direction: 'input' | 'output'): Record<string, JsonSchema> =>
  convert(schema, direction).components;
