/**
 * Accounts and organizations: who may come in, and what belongs to whom. Values, rules and the port to where accounts
 * are kept; no JPA, no HTTP.
 */
package org.callwright.accounts;
