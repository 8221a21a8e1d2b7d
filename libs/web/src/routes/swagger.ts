/** Applies a method decorator from within a parameter's decorator, so that one `@Body(schema)` validates and documents. */
export function onMethod(target: object, key: string | symbol | undefined, decorator: MethodDecorator): void {
  if (key === undefined) throw new Error('only for the parameters of a method');
  const descriptor = Object.getOwnPropertyDescriptor(target, key);
  if (descriptor) decorator(target, key, descriptor);
}
