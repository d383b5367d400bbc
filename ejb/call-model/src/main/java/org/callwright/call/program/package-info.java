/**
 * What a call can be ordered to do. An {@link org.callwright.call.program.Application} is asked for documents; a
 * {@link org.callwright.call.program.Flow} is complete in itself and runs without asking anybody. A flow is data, its
 * {@link org.callwright.call.program.FlowRun} says where it stands, and the call that it runs on is a
 * {@link org.callwright.call.program.FlowContext}. Nothing here knows the machine.
 */
package org.callwright.call.program;
