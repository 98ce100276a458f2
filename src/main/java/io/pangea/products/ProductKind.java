package io.pangea.products;

/**
 * Goods that are shipped and counted, or items that are delivered at once and never run
 * out.
 */
public enum ProductKind {

	PHYSICAL, DIGITAL

}
