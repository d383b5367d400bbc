/** HTTP matters that every dialect has: credentials, ranges, sizes. No resources, no dialect's rules. */
package org.callwright.web.http;
