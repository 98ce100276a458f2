package io.pangea.videos;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VideoSettings.class)
class VideosConfiguration {

	@Bean
	FilterRegistrationBean<PublicReads> publicReads() {
		var filter = new FilterRegistrationBean<>(new PublicReads());
		filter.addUrlPatterns("/api/videos", "/api/videos/*");
		return filter;
	}

}
