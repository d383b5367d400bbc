/**
 * The API describes itself: an OpenAPI 3.1 document made of the resources' own annotations, and a page for people
 * made of the same. Decides nothing about requests.
 */
package org.callwright.restcomm.description;
