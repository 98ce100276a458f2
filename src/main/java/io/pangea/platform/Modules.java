package io.pangea.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.io.support.ResourcePatternUtils;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.classreading.CachingMetadataReaderFactory;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.core.type.filter.TypeFilter;
import org.springframework.modulith.ApplicationModule;
import org.springframework.util.ClassUtils;
import org.springframework.web.service.annotation.HttpExchange;

/**
 * The modules of the application and what they show to others: direct sub-packages of the
 * base package, read from the class path, whether or not they run in this process.
 *
 * @param basePackage the package the modules are in
 * @param classPath where their classes are; an application context that starts remembers
 * those it has read, so that each is read once
 */
public record Modules(String basePackage, ResourceLoader classPath) {

	public Modules(String basePackage) {
		this(basePackage, new DefaultResourceLoader());
	}

	/** The modules of this application: those beside the platform. */
	public static Modules ofTheHouse() {
		return new Modules(ClassUtils.getPackageName(Modules.class.getPackageName()));
	}

	/** The same modules, read through what has read their classes already. */
	public Modules readThrough(ResourceLoader classPath) {
		return new Modules(this.basePackage, classPath);
	}

	/** The names of all modules, the platform not among them, in alphabetical order. */
	public Set<String> names() {
		String packages = "classpath*:%s/*/package-info.class"
			.formatted(ClassUtils.convertClassNameToResourcePath(this.basePackage));
		var resources = ResourcePatternUtils.getResourcePatternResolver(this.classPath);
		var reader = new CachingMetadataReaderFactory(this.classPath);
		try {
			Set<String> names = new TreeSet<>();
			for (Resource resource : resources.getResources(packages)) {
				AnnotationMetadata metadata = reader.getMetadataReader(resource).getAnnotationMetadata();
				if (metadata.hasAnnotation(ApplicationModule.class.getName())) {
					names.add(moduleOf(metadata.getClassName()));
				}
			}
			names.remove(moduleOf(Modules.class));
			return names;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The modules that one may know. */
	public Set<String> dependenciesOf(String module) {
		Class<?> description = ClassUtils.resolveClassName("%s.%s.package-info".formatted(this.basePackage, module),
				getClass().getClassLoader());
		return Set.of(description.getAnnotation(ApplicationModule.class).allowedDependencies());
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

	/** Classes of all modules, root packages and below, that carry an annotation. */
	public List<Class<?>> typesAnnotatedWith(Class<? extends Annotation> annotation) {
		return scan(new AnnotationTypeFilter(annotation));
	}

	/**
	 * Classes of all modules, root packages and below, with a method that carries an
	 * annotation.
	 */
	public List<Class<?>> typesWithMethodsAnnotatedWith(Class<? extends Annotation> annotation) {
		return scan((reader, factory) -> reader.getAnnotationMetadata().hasAnnotatedMethods(annotation.getName()));
	}

	/** Whether a type is part of what its module shows to others. */
	public boolean isInModuleRoot(Class<?> type) {
		String name = type.getPackageName();
		return name.startsWith(this.basePackage + ".") && name.indexOf('.', this.basePackage.length() + 1) < 0;
	}

	/** The module a type belongs to, or {@code "external"}. */
	public String moduleOf(Class<?> type) {
		return moduleOf(type.getName());
	}

	/** The module a class belongs to by its name, or {@code "external"}. */
	public String moduleOf(String className) {
		String name = ClassUtils.getPackageName(className);
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
		scanner.setResourceLoader(this.classPath);
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
