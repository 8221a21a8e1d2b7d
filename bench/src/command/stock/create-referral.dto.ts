import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsISO8601,
  IsOptional,
  IsString,
  Length,
  Matches,
  ValidateNested,
  // oxlint-disable-next-line no-restricted-imports -- the yardstick validates as Nest's documentation does
} from 'class-validator';
import { codePattern, isCpr, noCpr, oneLine, refPattern, severalLines } from '../rules/submission.js';
import { areFacts, Satisfies, textThat, Trim } from './validators.js';

class HouseholdDto {
  @Matches(refPattern) @Satisfies(textThat(noCpr)) ref!: string;
  @IsOptional() @Trim() @IsString() @Length(1, 300) @Satisfies(textThat(oneLine)) address?: string;
}

class MemberDto {
  @Matches(refPattern) @Satisfies(textThat(noCpr)) ref!: string;
  @IsIn(['parent', 'child', 'other']) role!: 'parent' | 'child' | 'other';
  @Trim() @IsString() @Length(1, 200) @Satisfies(textThat(oneLine)) name!: string;

  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.replace('-', '') : value))
  @Satisfies(textThat(isCpr))
  cpr?: string;

  @IsOptional() @IsISO8601({ strict: true }) @Length(10, 10) birthDate?: string;

  @Transform(({ value }: { value: unknown }) => [value].flat())
  @ArrayMinSize(1)
  @ArrayMaxSize(5)
  @Matches(refPattern, { each: true })
  @Satisfies(textThat(noCpr), { each: true })
  household!: string[];

  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(4)
  @Matches(refPattern, { each: true })
  @Satisfies(textThat(noCpr), { each: true })
  custody?: string[];
}

class ParentsPartDto {
  @Matches(refPattern) @Satisfies(textThat(noCpr)) parent!: string;
  @IsIn(['meeting', 'phone', 'written']) how!: 'meeting' | 'phone' | 'written';
  @IsISO8601({ strict: true }) @Length(10, 10) on!: string;
  @IsBoolean() agreed!: boolean;
}

export class CreateReferralDto {
  @Matches(codePattern) programme!: string;
  @Matches(codePattern) referringUnit!: string;
  @Trim()
  @IsString()
  @Length(1, 100)
  @Satisfies(textThat(oneLine))
  @Satisfies(textThat(noCpr))
  senderReference!: string;
  @Trim() @IsString() @Length(1, 4000) @Satisfies(textThat(severalLines)) reason!: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => HouseholdDto)
  households!: HouseholdDto[];

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => MemberDto)
  members!: MemberDto[];

  @IsArray()
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => ParentsPartDto)
  parentsPart: ParentsPartDto[] = [];

  @Satisfies(areFacts) facts: Record<string, boolean | number | string[]> = {};
}
