/** Value types with checked factories. Raw strings stop at the adapters; inside they are these. */
package org.callwright.call.value;
