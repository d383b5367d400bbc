/**
 * The one class of the core's usage reporter that it links against, replaced by a silent one. Nothing else may live
 * here.
 */
package org.restcomm.commons.statistics.reporter;
