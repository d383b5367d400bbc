/**
 * The seam for carrying dialogs and sessions to another node. Only the seam and the local implementation live here;
 * a clustered one needs a cache and belongs to the server integration.
 */
package org.callwright.sip.container.replication;
