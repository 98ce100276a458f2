package io.pangea.archive;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.springframework.security.access.prepost.PreAuthorize;

/** Who calls what, as far as the code shows; clients of the public API are unknown. */
final class Callers {

	static final String CLIENTS = "clients of the API";

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages(Shapes.MODULES.basePackage());

	private static final Map<String, Set<String>> OF_MODULES = new ConcurrentHashMap<>();

	private Callers() {
	}

	static Set<String> of(Method operation) {
		String own = Shapes.MODULES.moduleOf(operation.getDeclaringClass());
		Set<String> callers = CLASSES.get(operation.getDeclaringClass())
			.getMethod(operation.getName(), operation.getParameterTypes())
			.getAccessesToSelf()
			.stream()
			.map(JavaAccess::getOriginOwner)
			.map((type) -> Shapes.MODULES.moduleOf(type.getName()))
			.filter((module) -> !module.equals(own))
			.collect(Collectors.toCollection(TreeSet::new));
		if (!isForModulesOnly(operation)) {
			callers.add(CLIENTS);
		}
		return callers;
	}

	/** Who calls anything of a module, and so may be answered with its problems. */
	static Set<String> ofModule(String module) {
		return OF_MODULES.computeIfAbsent(module,
				(name) -> Shapes.MODULES.contracts()
					.stream()
					.filter((contract) -> Shapes.MODULES.moduleOf(contract).equals(name))
					.flatMap((contract) -> Stream.of(contract.getDeclaredMethods()))
					.flatMap((operation) -> of(operation).stream())
					.collect(Collectors.toCollection(TreeSet::new)));
	}

	private static boolean isForModulesOnly(Method operation) {
		PreAuthorize rule = operation.getAnnotation(PreAuthorize.class);
		return rule != null && rule.value().contains("MODULE_") && !rule.value().contains("ROLE_");
	}

}
