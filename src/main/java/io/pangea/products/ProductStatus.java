package io.pangea.products;

/**
 * Whether a product is shown: a draft to staff only, an active one to all, an archived
 * one is no longer sold.
 */
public enum ProductStatus {

	DRAFT, ACTIVE, ARCHIVED

}
