/**
 * What accounts set up by themselves: sub-accounts, numbers, clients and applications, with the rules of doing so, each
 * change in one transaction. Knows no HTTP and no JPA; whether the caller may do it at all was decided before.
 */
package org.callwright.provisioning;
