package io.pangea.videos;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where films are kept. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MediaSettings.class)
class MediaConfiguration {

	@Bean
	MediaStore mediaStore(MediaSettings settings) {
		MediaSettings.Bucket bucket = settings.bucket();
		return (bucket != null) ? new BucketStore(bucket) : new DirectoryStore(settings.directory().resolve("store"));
	}

}
