package io.pangea.processes;

/**
 * An order as the shopper knows it, who was told that it is placed.
 *
 * @param token what was paid with
 */
record Sale(String order, String cart, String product, int quantity, String token) {

}
