/**
 * The Restcomm REST dialect, {@code /2012-04-24/…}: translates between HTTP and the services and decides nothing about
 * calls. {@code request} lets requests in, {@code list} reads list parameters, {@code resource} has one class for each
 * resource, {@code answer} renders, {@code audio} serves recordings without credentials,
 * {@code description} says what there is.
 */
package org.callwright.restcomm;
