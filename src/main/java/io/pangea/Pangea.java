package io.pangea;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;

/**
 * The store. Compiled for Java 17, unlike the rest, so that an older Java can say what is
 * wrong.
 */
// Two modules may each have a class of the same name.
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@Modulithic(systemName = "Pangea")
public class Pangea {

	private static final int JAVA = 25;

	public static void main(String[] args) {
		if (Runtime.version().feature() < JAVA) {
			System.err.printf(
					"Pangea needs Java %d or newer; this is Java %s: set JAVA_HOME to a JDK %d and try again.%n", JAVA,
					Runtime.version(), JAVA);
			System.exit(1);
		}
		SpringApplication.run(Pangea.class, args);
	}

}
