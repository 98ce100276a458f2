package io.pangea.platform;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.core.type.filter.TypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.web.service.annotation.HttpExchange;

/**
 * The modules of the application and what they show to others: direct sub-packages of the
 * base package, read from the class path, whether or not they run in this process.
 */
public record Modules(String basePackage) {

	/** The modules below the package of the application class. */
	public static Modules of(BeanFactory beans) {
		return new Modules(AutoConfigurationPackages.get(beans).getFirst());
	}

	/**
	 * The contracts of all modules: public interfaces with {@link HttpExchange}, in a
	 * stable order.
	 */
	public List<Class<?>> contracts() {
		return scan(new AnnotationTypeFilter(HttpExchange.class, false, true)).stream()
			.filter((type) -> type.isInterface() && isInModuleRoot(type))
			.toList();
	}

	/** Classes of all modules, root packages and below, that are of a kind. */
	public List<Class<?>> typesAssignableTo(Class<?> kind) {
		return scan(new AssignableTypeFilter(kind));
	}

	/** Whether a type is part of what its module shows to others. */
	public boolean isInModuleRoot(Class<?> type) {
		String name = type.getPackageName();
		return name.startsWith(this.basePackage + ".") && name.indexOf('.', this.basePackage.length() + 1) < 0;
	}

	/** The module a type belongs to, or {@code "external"}. */
	public String moduleOf(Class<?> type) {
		String name = type.getPackageName();
		if (!name.startsWith(this.basePackage + ".")) {
			return "external";
		}
		String path = name.substring(this.basePackage.length() + 1);
		int end = path.indexOf('.');
		return (end < 0) ? path : path.substring(0, end);
	}

	private List<Class<?>> scan(TypeFilter filter) {
		var scanner = new ClassPathScanningCandidateComponentProvider(false) {
			@Override
			protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
				return definition.getMetadata().isIndependent();
			}
		};
		scanner.addIncludeFilter(filter);
		Set<String> names = scanner.findCandidateComponents(this.basePackage)
			.stream()
			.map((definition) -> String.valueOf(definition.getBeanClassName()))
			.collect(Collectors.toSet());
		ClassLoader loader = getClass().getClassLoader();
		return names.stream()
			.sorted(Comparator.naturalOrder())
			.<Class<?>>map((name) -> ClassUtils.resolveClassName(name, loader))
			.toList();
	}

}
