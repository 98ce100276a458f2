package io.pangea.products;

import org.springframework.boot.ApplicationArguments;

/** The command line form of an import: {@code java -jar pangea.jar import file.csv}. */
final class ImportCommand {

	private ImportCommand() {
	}

	static boolean isMeant(ApplicationArguments arguments) {
		return !arguments.getNonOptionArgs().isEmpty() && arguments.getNonOptionArgs().getFirst().equals("import");
	}

}
