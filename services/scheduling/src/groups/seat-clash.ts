import { Entity, PrimaryColumn } from 'typeorm';

/** A session that a seated family could not be booked for. */
@Entity('seat_clash')
export class SeatClash {
  @PrimaryColumn('text') readonly municipality!: string;
  @PrimaryColumn('uuid', { name: 'seat_id' }) readonly seatId!: string;
  @PrimaryColumn('uuid', { name: 'appointment_id' }) readonly appointmentId!: string;
}
