/**
 * What /health/ready says of the application. A jar of its own, in the EAR's library folder, because WildFly finds
 * health checks of an EAR there and not in its EJB jar; so nothing but this may live here.
 */
package org.callwright.readiness;
