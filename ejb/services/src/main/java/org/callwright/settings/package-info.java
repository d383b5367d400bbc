/** The operator's settings: key, unit, default and bound in one typed place. */
package org.callwright.settings;
