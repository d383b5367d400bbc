package org.callwright.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Row of a request for a message, which may come again; the id tells whose and what it is known by. */
@Entity(name = "TmsRepeatRow")
@Table(name = "tms_repeat")
class TmsRepeatEntity {

    @Id
    String id;
    @Column(name = "message_id")
    long message;
    Instant created;
}
