package io.pangea.products;

/** A line of an imported file makes no product; the reason is a stable code. */
final class LineRefused extends Exception {

	private final String reason;

	LineRefused(String reason, String detail) {
		super(detail, null, false, false);
		this.reason = reason;
	}

	ProductImport.Rejection at(long line) {
		return new ProductImport.Rejection(line, this.reason, String.valueOf(getMessage()));
	}

}
