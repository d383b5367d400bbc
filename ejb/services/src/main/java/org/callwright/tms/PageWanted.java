package org.callwright.tms;

/**
 * A page of a list.
 *
 * @param number from 1
 * @param size 1 to 100
 * @param oldestFirst else the newest first
 */
public record PageWanted(int number, int size, boolean oldestFirst) {
}
