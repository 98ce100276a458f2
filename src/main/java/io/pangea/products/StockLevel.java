package io.pangea.products;

/**
 * How many of a product there are in the house, and how many of them are set aside for
 * orders.
 */
public record StockLevel(int onHand, int reserved) {

}
