import type { INestApplication } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { Text } from '@helhed/kernel';
import { openApiDocument } from './document.js';

/** The service's OpenAPI document, made when first asked for: a start need not wait for it. */
export class OpenApi {
  #app: INestApplication | undefined;
  #document: OpenAPIObject | undefined;
  #text: string | undefined;

  constructor(
    readonly service: string,
    private readonly title: Text,
  ) {}

  /** The application whose routes are described; known only after its modules, of which this is one, are made. */
  describe(app: INestApplication): void {
    this.#app = app;
  }

  get document(): OpenAPIObject {
    if (!this.#app) throw new Error('describe() comes first');
    this.#document ??= openApiDocument(this.#app, { name: this.service, title: this.title });
    return this.#document;
  }

  get text(): string {
    this.#text ??= JSON.stringify(this.document);
    return this.#text;
  }
}
