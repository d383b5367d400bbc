package org.callwright.call.value;

/** The methods by which applications are asked. */
public enum HttpMethod { GET, POST }
