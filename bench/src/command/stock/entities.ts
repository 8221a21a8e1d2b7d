import { Column, CreateDateColumn, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

// The tables are the service's own; these are entities as TypeORM's documentation writes them.

@Entity('programme')
export class Programme {
  @PrimaryColumn() municipality!: string;
  @PrimaryColumn() code!: string;
  @PrimaryColumn('integer') version!: number;
  @Column('uuid') id!: string;
  @Column('date', { name: 'valid_from' }) validFrom!: string;
  @Column('jsonb') definition!: object;
}

@Entity('referral')
export class Referral {
  @PrimaryColumn() municipality!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'family_id' }) familyId!: string;
  @Column() programme!: string;
  @Column('integer', { name: 'programme_version' }) programmeVersion!: number;
  @Column({ name: 'referring_unit' }) referringUnit!: string;
  @Column({ name: 'sender_reference' }) senderReference!: string;
  @Column('bytea', { name: 'content_hmac' }) contentHmac!: Buffer;
  @Column('bytea') reason!: Buffer;
  @Column('jsonb') facts!: object;
  @Column('jsonb', { name: 'parents_part' }) parentsPart!: object;
  @Column('date', { name: 'received_on' }) receivedOn!: string;
  @Column('timestamptz', { name: 'received_at' }) receivedAt!: Date;
  @Column() state!: string;
  @Column('date') since!: string;
  @Column('text', { name: 'next_owner', nullable: true }) nextOwner!: string | null;
  @Column('text', { name: 'triage_unit', nullable: true }) triageUnit!: string | null;
  @Column('text', { nullable: true }) outcome!: string | null;
  @Column('integer') version!: number;
  @Column('uuid', { array: true, nullable: true }) persons!: string[] | null;
}

@Entity('place')
export class Place {
  @PrimaryColumn() municipality!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'referral_id' }) referralId!: string;
  @Column('uuid', { name: 'group_id' }) groupId!: string;
  @Column('date', { name: 'starts_on' }) startsOn!: string;
}

@Entity('intake')
export class Intake {
  @PrimaryColumn() municipality!: string;
  @PrimaryColumn('uuid', { name: 'referral_id' }) referralId!: string;
  @Column('jsonb') members!: object;
  @Column('bytea', { nullable: true }) document!: Buffer | null;
}

@Entity('referral_step')
export class ReferralStep {
  @PrimaryColumn() municipality!: string;
  @PrimaryColumn('uuid', { name: 'referral_id' }) referralId!: string;
  @PrimaryColumn('integer') number!: number;
  @Column('timestamptz') at!: Date;
  @Column() command!: string;
  @Column() state!: string;
  @Column('text', { name: 'next_owner', nullable: true }) nextOwner!: string | null;
  @Column() unit!: string;
  @Column() function!: string;
  @Column('bytea', { nullable: true }) reason!: Buffer | null;
}

@Entity({ schema: 'helhed', name: 'barred_person' })
export class BarredPerson {
  @PrimaryColumn() municipality!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column() sub!: string;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  @Column() kind!: string;
  @Column('date', { name: 'from_date' }) from!: string;
  @Column('date', { name: 'to_date', nullable: true }) to!: string | null;
}

@Entity({ schema: 'helhed', name: 'unit_member' })
export class UnitMember {
  @PrimaryColumn() municipality!: string;
  @PrimaryColumn() unit!: string;
  @PrimaryColumn() sub!: string;
}

@Entity({ schema: 'helhed', name: 'clearance' })
export class Clearance {
  @PrimaryColumn() municipality!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column() sub!: string;
  @Column() unit!: string;
  @Column() function!: string;
  @Column('uuid', { name: 'family_id' }) familyId!: string;
  @Column('date', { name: 'from_date' }) from!: string;
  @Column('date', { name: 'to_date', nullable: true }) to!: string | null;
}

@Entity({ schema: 'helhed', name: 'basis_replica' })
export class Basis {
  @PrimaryColumn() municipality!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column() purpose!: string;
  @Column('text', { array: true }) categories!: string[];
  @Column({ name: 'to_unit' }) toUnit!: string;
  @Column('text', { nullable: true }) ended!: string | null;
  @Column('date', { name: 'valid_from' }) from!: string;
  @Column('date', { name: 'valid_to', nullable: true }) to!: string | null;
}

@Entity({ schema: 'helhed', name: 'basis_person' })
export class BasisPerson {
  @PrimaryColumn() municipality!: string;
  @PrimaryColumn('uuid', { name: 'basis_id' }) basisId!: string;
  @PrimaryColumn('uuid', { name: 'person_id' }) personId!: string;
  @Column() state!: string;
  @PrimaryColumn('date', { name: 'from_date' }) from!: string;
  @Column('date', { name: 'to_date', nullable: true }) to!: string | null;
}

@Entity({ schema: 'helhed', name: 'order_key' })
export class OrderKey {
  @PrimaryColumn() municipality!: string;
  @PrimaryColumn({ name: 'order_key' }) orderKey!: string;
  @Column('uuid') incarnation!: string;
  @Column('bigint', { name: 'last_seq', transformer: { from: Number, to: (value: number) => value } }) lastSeq!: number;
}

@Entity({ schema: 'helhed', name: 'outbox' })
export class OutboxEvent {
  @PrimaryGeneratedColumn('identity') id!: string;
  @Column() municipality!: string;
  @Column('uuid', { name: 'event_id' }) eventId!: string;
  @Column() type!: string;
  @Column({ name: 'order_key' }) orderKey!: string;
  @Column('uuid') incarnation!: string;
  @Column('bigint') seq!: number;
  @Column('timestamptz', { name: 'occurred_at' }) occurredAt!: Date;
  @Column() traceparent!: string;
  @Column('jsonb') data!: object;
}

@Entity({ schema: 'helhed', name: 'access_log' })
export class AccessLogEntry {
  @PrimaryGeneratedColumn('identity') id!: string;
  @Column() municipality!: string;
  @Column('timestamptz', { name: 'occurred_at' }) occurredAt!: Date;
  @Column() kind!: string;
  @Column() act!: string;
  @Column('uuid', { array: true }) subjects!: string[];
  @Column({ name: 'actor_kind' }) actorKind!: string;
  @Column({ name: 'actor_sub' }) actorSub!: string;
  @Column() azp!: string;
  @Column() unit!: string;
  @Column() function!: string;
  @Column({ name: 'request_id' }) requestId!: string;
  @Column('text', { nullable: true }) traceparent!: string | null;
  @Column('text', { array: true, default: [] }) purposes!: string[];
  @Column('text', { array: true, default: [] }) categories!: string[];
}

@Entity({ schema: 'helhed', name: 'idempotency' })
export class IdempotencyKey {
  @PrimaryColumn() municipality!: string;
  @PrimaryColumn('bytea', { name: 'key_hash' }) keyHash!: Buffer;
  @Column('bytea', { name: 'body_hmac' }) bodyHmac!: Buffer;
  @Column('jsonb') ids!: object;
  @CreateDateColumn({ name: 'recorded_at', type: 'timestamptz' }) recordedAt!: Date;
}
