package io.pangea.laws;

import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.pangea.platform.Modules;
import org.jmolecules.event.annotation.DomainEvent;

import org.springframework.core.annotation.AnnotatedElementUtils;

/** What the laws are about: the contracts, values, errors and events of all modules. */
final class TheHouse {

	static final Modules MODULES = new Modules("io.pangea");

	static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("io.pangea");

	static final List<String> BUSINESS = List.of("accounts", "products", "payments", "cart", "orders", "videos",
			"playback", "recommendations", "analytics", "storefront", "backoffice");

	private TheHouse() {
	}

	static Stream<Class<?>> contracts() {
		return MODULES.contracts().stream();
	}

	static Stream<Method> contractMethods() {
		return contracts().flatMap((contract) -> Stream.of(contract.getDeclaredMethods()));
	}

	static Stream<Class<?>> events() {
		return MODULES.typesAssignableTo(Record.class)
			.stream()
			.filter((type) -> BUSINESS.contains(MODULES.moduleOf(type)))
			.filter((type) -> AnnotatedElementUtils.hasAnnotation(type, DomainEvent.class));
	}

}
