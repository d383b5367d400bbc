/** What every request passes before a resource sees it: representation, size, credentials, permission. */
package org.callwright.restcomm.request;
