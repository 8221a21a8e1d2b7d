import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A booking that was held. It names no family: an exchange that names it is about its own. */
@Entity('held_booking')
export class HeldBooking {
  @PrimaryColumn('text') readonly municipality!: string;
  @PrimaryColumn('uuid', { name: 'booking_id' }) readonly bookingId!: string;
  @Column('date', { name: 'held_on' }) readonly heldOn!: string;
}
