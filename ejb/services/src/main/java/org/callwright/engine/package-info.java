/**
 * The call engine as its adapters see it. The machine room is in {@code core}, what it needs of the world in
 * {@code port}, and its adapters to media, cache and the application server in {@code media}, {@code store} and
 * {@code ee}. Nothing here knows JPA or JAX-RS.
 */
package org.callwright.engine;
