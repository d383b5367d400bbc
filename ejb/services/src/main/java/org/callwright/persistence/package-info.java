/**
 * Everything that knows the database: entities, migrations, the stores of accounts, numbers and records, and the writer
 * that brings the call machine's rows there. Entities and JPA types stay in here; outside there are only values.
 */
package org.callwright.persistence;
