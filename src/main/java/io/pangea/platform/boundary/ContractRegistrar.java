package io.pangea.platform.boundary;

import io.pangea.platform.Modules;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.Ordered;

/**
 * Puts a boundary in front of every contract: who injects the interface gets, for its own
 * module, a {@link Boundary} and never the implementation.
 */
class ContractRegistrar implements BeanDefinitionRegistryPostProcessor, Ordered {

	private final Modules modules;

	ContractRegistrar(Modules modules) {
		this.modules = modules;
	}

	@Override
	public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
		for (Class<?> contract : this.modules.contracts()) {
			RootBeanDefinition definition = new RootBeanDefinition();
			definition.setTargetType(contract);
			definition.setFactoryBeanName("boundaries");
			definition.setFactoryMethodName("between");
			definition.setAutowireMode(AbstractBeanDefinition.AUTOWIRE_CONSTRUCTOR);
			definition.getConstructorArgumentValues().addIndexedArgumentValue(0, contract);
			definition.setScope(RootBeanDefinition.SCOPE_PROTOTYPE);
			definition.setPrimary(true);
			registry.registerBeanDefinition("boundary:" + contract.getName(), definition);
		}
	}

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
	}

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

}
