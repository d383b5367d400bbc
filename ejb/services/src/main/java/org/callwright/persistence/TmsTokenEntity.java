package org.callwright.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Row of a token of the TMS dialect, known by its digest. */
@Entity(name = "TmsTokenRow")
@Table(name = "tms_token")
class TmsTokenEntity {

    @Id
    String digest;
    @Column(name = "account_sid")
    String account;

    static TmsTokenEntity of(String digest, String account) {
        TmsTokenEntity row = new TmsTokenEntity();
        row.digest = digest;
        row.account = account;
        return row;
    }
}
