/**
 * Reading what the call machine wrote down: queries as values, pages as values, and the port that answers them. Writing
 * is {@code engine.port.RecordStore}.
 */
package org.callwright.records;
