/** One class for each resource of the API. */
package org.callwright.restcomm.resource;
