package org.callwright.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;

/** Row of a piece of a message's list of recipients, one of them a line. */
@Entity(name = "TmsChunkRow")
@Table(name = "tms_chunk")
class TmsChunkEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;
    @Column(name = "message_id")
    long message;
    int position;
    String phones;

    static TmsChunkEntity of(long message, int position, List<String> phones) {
        TmsChunkEntity row = new TmsChunkEntity();
        row.message = message;
        row.position = position;
        row.phones = Columns.fit(String.join("\n", phones), 900_000);
        return row;
    }

    List<String> phones() {
        return phones.lines().toList();
    }
}
