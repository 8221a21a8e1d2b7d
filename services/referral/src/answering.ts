/** As much of Fastify's reply as a handler needs whose status depends on what it found. */
export interface Answering {
  code(status: number): Answering;
  header(name: string, value: string): Answering;
}
