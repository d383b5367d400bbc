/** The engine's ports: what it needs of the world, as interfaces. Adapters live elsewhere and attach themselves. */
package org.callwright.engine.port;
