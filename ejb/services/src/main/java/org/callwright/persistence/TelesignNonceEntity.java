package org.callwright.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;

/** Row of a nonce that was used. */
@Entity(name = "TelesignNonceRow")
@Table(name = "telesign_nonce")
@IdClass(TelesignNonceEntity.Key.class)
class TelesignNonceEntity {

    /** Whose nonce. */
    static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        String customer;
        String nonce;

        Key() {
        }

        Key(String customer, String nonce) {
            this.customer = customer;
            this.nonce = nonce;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.customer.equals(customer) && key.nonce.equals(nonce);
        }

        @Override
        public int hashCode() {
            return Objects.hash(customer, nonce);
        }
    }

    @Id
    @Column(name = "customer_id")
    String customer;
    @Id
    String nonce;
    Instant expires;
}
