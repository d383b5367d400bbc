/**
 * The TeleSign dialect against the packaged server: by the service's own client, with a phone at the trunk that
 * listens.
 */
package org.callwright.e2e.telesign;
