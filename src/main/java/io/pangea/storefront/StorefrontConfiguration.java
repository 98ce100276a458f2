package io.pangea.storefront;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StorefrontSettings.class)
class StorefrontConfiguration {

	@Bean
	LanguageChoice localeResolver() {
		return new LanguageChoice();
	}

	/**
	 * What every page may need, error pages included; links cannot refer to beans by
	 * name.
	 */
	@Autowired
	void equip(ThymeleafViewResolver views, Shopper shopper, Extras extras, Departments departments, Texts texts,
			Formats formats, Countries countries, Assets assets, FormOrder formOrder, Consent consent) {
		views.addStaticVariable("shopper", shopper);
		views.addStaticVariable("extras", extras);
		views.addStaticVariable("departments", departments);
		views.addStaticVariable("texts", texts);
		views.addStaticVariable("formats", formats);
		views.addStaticVariable("countries", countries);
		views.addStaticVariable("assets", assets);
		views.addStaticVariable("formOrder", formOrder);
		views.addStaticVariable("consent", consent);
	}

}
