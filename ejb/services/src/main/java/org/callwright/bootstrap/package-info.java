/** What is there when the server has started: the super admin, and what the operator's bootstrap file names. */
package org.callwright.bootstrap;
