package org.callwright.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** Row of a prefix that is not called for a type of message; any type when that is empty. */
@Entity(name = "TelesignBlockedPrefixRow")
@Table(name = "telesign_blocked_prefix")
@IdClass(TelesignBlockedPrefixEntity.Key.class)
class TelesignBlockedPrefixEntity {

    /** Both columns. */
    static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        String prefix;
        String type;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.prefix.equals(prefix) && key.type.equals(type);
        }

        @Override
        public int hashCode() {
            return Objects.hash(prefix, type);
        }
    }

    @Id
    String prefix;
    @Id
    @Column(name = "message_type")
    String type;

    static TelesignBlockedPrefixEntity of(String prefix, String type) {
        TelesignBlockedPrefixEntity row = new TelesignBlockedPrefixEntity();
        row.prefix = prefix;
        row.type = type;
        return row;
    }
}
