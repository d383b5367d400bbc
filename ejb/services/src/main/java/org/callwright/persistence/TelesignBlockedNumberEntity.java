package org.callwright.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** Row of a number that a customer does not want called, or nobody may call. */
@Entity(name = "TelesignBlockedNumberRow")
@Table(name = "telesign_blocked_number")
@IdClass(TelesignBlockedNumberEntity.Key.class)
class TelesignBlockedNumberEntity {

    /** Both columns. */
    static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        String customer;
        String number;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.customer.equals(customer) && key.number.equals(number);
        }

        @Override
        public int hashCode() {
            return Objects.hash(customer, number);
        }
    }

    @Id
    @Column(name = "customer_id")
    String customer;
    @Id
    @Column(name = "phone_number")
    String number;

    static TelesignBlockedNumberEntity of(String customer, String number) {
        TelesignBlockedNumberEntity row = new TelesignBlockedNumberEntity();
        row.customer = customer;
        row.number = number;
        return row;
    }
}
