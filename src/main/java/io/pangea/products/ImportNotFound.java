package io.pangea.products;

import java.util.NoSuchElementException;

/** There is no such import. */
public final class ImportNotFound extends NoSuchElementException {

	private final ImportId importId;

	public ImportNotFound(ImportId importId) {
		super("There is no such import.");
		this.importId = importId;
	}

	public ImportId importId() {
		return this.importId;
	}

}
