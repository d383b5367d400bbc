package org.callwright.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.callwright.accounts.Organization;
import org.callwright.accounts.OrganizationSid;

/** Row of an organization. */
@Entity(name = "OrganizationRow")
@Table(name = "organization")
class OrganizationEntity {

    @Id
    String sid;
    String domain;
    Instant created;
    Instant updated;

    static OrganizationEntity of(Organization organization) {
        OrganizationEntity row = new OrganizationEntity();
        row.sid = organization.sid().value();
        row.domain = organization.domain();
        row.created = Columns.micros(organization.created());
        row.updated = Columns.micros(organization.updated());
        return row;
    }

    Organization toValue() {
        return new Organization(new OrganizationSid(sid), domain, created, updated);
    }
}
