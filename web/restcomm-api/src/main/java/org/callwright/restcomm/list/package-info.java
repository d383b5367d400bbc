/** Paging, sorting and filtering of the lists, and their envelope. */
package org.callwright.restcomm.list;
