/**
 * The management model: resources, attributes, metrics, and the service that runs the container. Nothing about
 * deployments lives here.
 */
package org.callwright.sip.extension.model;
