package io.pangea.videos;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VideoSettings.class)
class VideosConfiguration {

	@Bean
	FilterRegistrationBean<PublicReads> publicReads() {
		var filter = new FilterRegistrationBean<>(new PublicReads());
		filter.addUrlPatterns("/api/videos", "/api/videos/*");
		return filter;
	}

	/** After the requests are counted and timed. */
	@Bean
	FilterRegistrationBean<SegmentFilter> segmentFilter(ObjectProvider<Segments> segments) {
		var filter = new FilterRegistrationBean<>(new SegmentFilter(segments));
		filter.addUrlPatterns(SegmentFilter.BELOW + "*");
		filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 5);
		return filter;
	}

}
