/** The web application of a run: fixed documents over keep-alive connections. */
package org.callwright.load.web;
