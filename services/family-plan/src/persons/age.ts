import { ageOn } from '@helhed/programmes';

/** Whether somebody has reached an age; without a known birth date, whoever has not the role of a child. */
export const hasReached = (age: number, birthDate: string | null, role: string, on: string): boolean => {
  const reached = ageOn(birthDate, on);
  return reached === undefined ? role !== 'child' : reached >= age;
};
