/** What an appointment takes up and what cannot be in two places at once. */
export interface Resource {
  readonly kind: 'room' | 'person' | 'household';
  readonly id: string;
}
