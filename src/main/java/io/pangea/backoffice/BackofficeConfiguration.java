package io.pangea.backoffice;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BackofficeSettings.class)
class BackofficeConfiguration {

	/** Links cannot refer to beans by name. */
	@Autowired
	void equip(ThymeleafViewResolver views, StaffPage page, PageParts parts, StaticFiles files) {
		views.addStaticVariable("staff", page);
		views.addStaticVariable("parts", parts);
		views.addStaticVariable("files", files);
	}

}
