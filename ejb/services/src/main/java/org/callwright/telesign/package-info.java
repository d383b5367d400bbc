/**
 * What stands behind the TeleSign dialect: customers and their keys, signatures, rules of whom may be called,
 * transactions and their statuses, callbacks. Calls are placed with the engine like any others. No JPA and no HTTP
 * server here: stores are ports, and the dialect's room translates requests and answers.
 */
package org.callwright.telesign;
