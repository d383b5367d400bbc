package org.callwright.media.mgcp.message;

/** The commands of RFC 3435, section 2.3. */
public enum Verb {
    /** EndpointConfiguration. */
    EPCF,
    /** CreateConnection. */
    CRCX,
    /** ModifyConnection. */
    MDCX,
    /** DeleteConnection. */
    DLCX,
    /** NotificationRequest. */
    RQNT,
    /** Notify. */
    NTFY,
    /** AuditEndpoint. */
    AUEP,
    /** AuditConnection. */
    AUCX,
    /** RestartInProgress. */
    RSIP
}
