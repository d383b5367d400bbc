package org.callwright.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.stream.Stream;
import org.callwright.call.value.AccountSid;
import org.callwright.tms.TmsAccounts.TmsAccount;

/** Row of an account that uses the TMS dialect; its numbers are kept with blanks between them. */
@Entity(name = "TmsAccountRow")
@Table(name = "tms_account")
class TmsAccountEntity {

    @Id
    @Column(name = "account_sid")
    String account;
    @Column(name = "from_numbers")
    String fromNumbers = "";
    @Column(name = "retention_days")
    Integer retention;

    void fromNumbers(TmsAccount value) {
        fromNumbers = String.join(" ", value.fromNumbers());
    }

    List<String> fromNumbers() {
        return Stream.of(fromNumbers.split(" ")).filter(number -> !number.isEmpty()).toList();
    }

    TmsAccount toValue() {
        return new TmsAccount(new AccountSid(account), fromNumbers());
    }
}
